"""A tale as the files of a story folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.system.wall.data import Ages, Data, Line, Mention, Picture, Prose, Tale

Alias = Callable[[str], str]
_NAME = re.compile(r"qz(id|file|chapterfile|letterfile)(\d+)z")


def as_it_is(text: str) -> str:
    """No other names."""
    return text


def renamed(text: str) -> str:
    """Other ids and file names, that sort the other way round."""
    return _NAME.sub(lambda match: f"qznew{match[1]}{9999 - int(match[2])}z", text)


def write(tale: Tale, folder: Path, pool: list[bytes], alias: Alias = as_it_is) -> None:
    """Write ``tale`` into ``folder``; ``pool`` are the pictures that its numbers mean."""
    _write(folder / "story.yaml", yaml_of(tale.top), alias)
    chapters = {chapter["file"]: f"{at:02}-{chapter['file']}.md" for at, chapter in enumerate(tale.chapters, 1)}
    for file, items in tale.lists.items():
        if items:
            text = yaml_of([_with_captions(item, folder, alias) for item in items])
            for name, written in chapters.items():
                text = text.replace(f'"told-in": "{name}"', f'"told-in": "{written}"')
            _write(folder / file, text, alias)
    letters = {letter["file"]: f"{at:02}-{letter['file']}.md" for at, letter in enumerate(tale.letters, 1)}
    for letter in tale.letters:
        _write(folder / "letters" / letters[letter["file"]], _markdown(letter, letters), alias)
    for chapter in tale.chapters:
        _write(folder / "chapters" / chapters[chapter["file"]], _markdown(chapter, letters), alias)
    for file, number in tale.pictures.items():
        place = folder / "media" / alias(file)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(pool[number] if number >= 0 else f"Nobody sees picture {-number}.".encode())


def _with_captions(item: Data, folder: Path, alias: Alias) -> Data:
    """The words of a film's captions stand in a file of their own."""
    if "captions" not in item:
        return item
    file = f"{item['file']}.vtt"
    _write(folder / "media" / file, f"WEBVTT\n\n00:00.000 --> 00:01.000\n{item['captions']}\n", alias)
    return item | {"captions": file}


def _write(file: Path, text: str, alias: Alias) -> None:
    place = file.with_name(alias(file.name))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(alias(text), encoding="utf-8")


# --- YAML ----------------------------------------------------------------------------------------------------------


def yaml_of(value: object) -> str:
    """Every scalar in double quotes, so that nothing in it can be mistaken for anything else."""
    return yaml.dump(
        _plain(value), Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True, width=10**9, sort_keys=False
    )


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return markdown_of(value)
    if isinstance(value, Ages):
        return {f"{one.age}-easy" if one.easy else str(one.age): _plain(one.words) for one in value.versions}
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return "true" if value is True else str(value)


# --- Markdown ------------------------------------------------------------------------------------------------------


def markdown_of(prose: Prose) -> str:
    """Lines with blank lines between them."""
    return "\n\n".join(_line(line) for line in prose)


def _line(line: Line) -> str:
    if line.mark == "---":
        return "---"
    return "\n".join(line.mark + " ".join(_inline(inline) for inline in entry) for entry in line.entries)


def _inline(inline: str | Picture | Mention) -> str:
    match inline:
        case Picture(file, alt):
            return f"![{alt}]({file})"
        case Mention(identity):
            return f"[[{identity}]]"
        case _:
            return inline


def _markdown(item: Data, letters: dict[str, str]) -> str:
    head = {key: value for key, value in item.items() if key not in {"file", "inside"}}
    body = "\n".join(_blocks(item.get("inside", []), letters))
    return f"---\n{yaml_of(head)}---\n{body}\n"


def _blocks(inside: list[Any], letters: dict[str, str]) -> Iterator[str]:
    for block in inside:
        if isinstance(block, Line):
            yield from ("", _line(block), "")
        elif block["block"] == "tells":
            for tell in block["tells"]:
                name = f"tell {tell['tell']}{'-easy' if 'easy' in tell else ''}"
                yield from _block(name, tell, tell["inside"], letters)
        else:
            yield from _block(_name(block), block, block.get("inside", []), letters)


def _block(name: str, block: Data, inside: list[Any], letters: dict[str, str]) -> Iterator[str]:
    yield f"::: {name}{''.join(_options(name, block))}"
    yield from block.get("photos", ())
    if "letter" in block:
        yield letters[block["letter"]]
    yield from _blocks(inside, letters)
    yield ":::"


def _name(block: Data) -> str:
    kind: str = block["block"]
    match kind:
        case "from-age":
            return f"from-age {block.get('from-age', 0)}"
        case "also-for":
            return f"also-for {' '.join(block['also-for'])}"
        case "in":
            return f"in {block['in']}"
        case "heads-up":
            return f'heads-up "{block["heads-up"]}"'
        case "hold":
            return "hold" + "".join(f' {key}="{value}"' for key, value in block["hold"].items())
        case _:
            return kind


def _options(name: str, block: Data) -> Iterator[str]:
    said = {
        "from-age": block.get("from-age"),
        "also-for": ", ".join(block.get("also-for", ())),
        "only-me": "true" if "only-me" in block and name != "only-me" else None,
        "hold": block["hold"]["reason"] if "hold" in block else None,
        "heads-up": block.get("heads-up"),
        "told-by": block.get("told", {}).get("by"),
        "told-on": block.get("told", {}).get("on"),
        "instead": block.get("instead"),
        "by": block.get("by"),
        "when": block.get("when"),
    }
    own = name.partition(" ")[0]
    for key, value in said.items():
        if value not in (None, "") and key != own:
            yield f' {key}="{value}"'
