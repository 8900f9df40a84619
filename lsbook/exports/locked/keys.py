"""Passphrases, and the keys that they open."""

from __future__ import annotations

import re
import secrets
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from msgspec import Struct
from xkcdpass import xkcd_password

ROUNDS = 1_000_000
"""Of PBKDF2: a fifth of a second on this computer, and a second or two on an old one (security.md)."""
MOST_ROUNDS = 10_000_000
"""That a header may ask for: what takes longer holds this computer up, and is no book of ours."""
PASSPHRASE_WORDS = 5
"""Of a passphrase that lsbook makes, from 7,776: 64 bits."""
SALT, NONCE, KEY, TAG = 16, 12, 32, 16
"""Bytes."""
CODE_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Those of a recovery code: no letter that looks like a digit (Crockford's base 32)."""
CODE_LENGTH = 24
"""Letters of a recovery code: 120 bits."""
LONG_WORD = 3
"""Letters: words of a passphrase that are longer are looked for in its hint."""
_ALIKE = str.maketrans("oil", "011")


class WrongPassphrase(Exception):
    """Neither the passphrase nor the recovery code of this book."""


class Slot(Struct, frozen=True):
    """The book's key, wrapped by the key that one passphrase gives."""

    salt: bytes
    nonce: bytes
    wrapped_key: bytes

    def to_json(self) -> dict[str, str]:
        """The slot as it stands in the book."""
        parts = {"salt": self.salt, "nonce": self.nonce, "key": self.wrapped_key}
        return {name: b64encode(part).decode("ascii") for name, part in parts.items()}

    @classmethod
    def from_json(cls, fields: Mapping[str, str]) -> Slot:
        """The slot that stands in a book. Raises ``KeyError`` or ``ValueError`` where it is damaged."""
        slot = cls(*(b64decode(fields[name], validate=True) for name in ("salt", "nonce", "key")))
        if (len(slot.salt), len(slot.nonce), len(slot.wrapped_key)) != (SALT, NONCE, KEY + TAG):
            raise ValueError("slot")
        return slot


def is_revealing_hint(hint: str, passphrase: str) -> bool:
    """True where ``hint`` holds ``passphrase``, or two of its longer words, however they are set."""
    bare_hint = _strip_separators(hint)
    longer = {
        bare for word in normalize_passphrase(passphrase)[0].split() if len(bare := _strip_separators(word)) > LONG_WORD
    }
    return _strip_separators(passphrase) in bare_hint or sum(word in bare_hint for word in longer) > 1


def _strip_separators(text: str) -> str:
    return re.sub(r"[\W_]+", "", normalize_passphrase(text)[0])


def generate_passphrase() -> str:
    """Random words, with a space between them."""
    listed = xkcd_password.generate_wordlist(xkcd_password.locate_wordfile("eff-long"))
    return " ".join(secrets.choice(listed) for _ in range(PASSPHRASE_WORDS))


def generate_recovery_code() -> str:
    """A recovery code to print, in groups of four."""
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def normalize_passphrase(text: str) -> tuple[str, ...]:
    """What was typed, in the forms that may open a book: as a passphrase, and as a recovery code where it is one.

    Letters count however they are composed (NFKC), small or large, with whatever room between the words.
    """
    text = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    code = re.sub(r"[^0-9a-z]", "", text).translate(_ALIKE)
    return (text, code) if len(code) == CODE_LENGTH and set(code) <= set(CODE_LETTERS) else (text,)


def wrap(key: bytes, passphrase: str, book: str, rounds: int = ROUNDS) -> Slot:
    """A slot that opens with ``passphrase``, a passphrase or a recovery code, after ``rounds`` of PBKDF2."""
    salt, nonce = secrets.token_bytes(SALT), secrets.token_bytes(NONCE)
    return Slot(
        salt,
        nonce,
        AESGCM(_stretch(normalize_passphrase(passphrase)[-1], salt, rounds)).encrypt(
            nonce, key, _make_associated_data(book)
        ),
    )


def unwrap(slots: tuple[Slot, ...], passphrase: str, book: str, rounds: int = ROUNDS) -> bytes:
    """The key of the book, whose header names the ``rounds``. Raises ``WrongPassphrase``."""
    for form in normalize_passphrase(passphrase):
        for slot in slots:
            try:
                return AESGCM(_stretch(form, slot.salt, rounds)).decrypt(
                    slot.nonce, slot.wrapped_key, _make_associated_data(book)
                )
            except InvalidTag:
                continue
    raise WrongPassphrase


def _stretch(passphrase: str, salt: bytes, rounds: int) -> bytes:
    return PBKDF2HMAC(SHA256(), KEY, salt, rounds).derive(passphrase.encode("utf-8", "surrogatepass"))


def _make_associated_data(book: str) -> bytes:
    return f"lsbook-locked-1 key {book}".encode()
