"""All files of the story, as a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from lsbook.model.book import Chapter, Letter
from lsbook.model.vocabulary import ItemKind, LetterKind, Part
from lsbook.story_writing.blocks import format_body
from lsbook.story_writing.entry_keys import (
    NOBODY_NAMED,
    UNTOLD,
    Entry,
    WriteContext,
    drop_empty,
    make_gate_keys,
    make_untold,
)
from lsbook.story_writing.lists import (
    format_captions,
    name_captions,
    name_untold_media,
    write_about_me,
    write_media,
    write_moments,
    write_questions,
    write_words,
)
from lsbook.story_writing.name_table import make_name_table
from lsbook.story_writing.named_items import (
    format_optional_date,
    write_homes,
    write_keepsakes,
    write_people,
    write_schools,
)
from lsbook.story_writing.policy_file import format_policy_file, keep_numbers
from lsbook.story_writing.read_me import READ_ME, format_read_me
from lsbook.story_writing.source import BookSource, StoryFiles
from lsbook.story_writing.story_file import format_story_file
from lsbook.story_writing.yaml_text import format_entries, format_yaml

_LISTS: MappingProxyType[str, Callable[[WriteContext], Iterator[Entry]]] = MappingProxyType(
    {
        "about-me.yaml": write_about_me,
        "people.yaml": write_people,
        "homes.yaml": write_homes,
        "schools.yaml": write_schools,
        "timeline.yaml": write_moments,
        "keepsakes.yaml": write_keepsakes,
        "questions.yaml": write_questions,
        "media.yaml": write_media,
        "words.yaml": write_words,
    }
)
_NOT_HERE = "A picture or recording stood here that could not be opened when this story was made.\nIt was called"
_UNTOLD_FILE = "What stands here in the first story is not told yet, and is not here.\nIt is number"


def make_story_files(source: BookSource) -> StoryFiles:
    """Return the files of a story that reads as the Book of ``source``: of it, the same pages are made."""
    names = make_name_table(source.book, source.suffixes)
    context = WriteContext(source, names, frozenset(map(id, source.private_values)))
    texts = {
        READ_ME: format_read_me(context),
        "story.yaml": format_story_file(context),
        "policy.yaml": format_policy_file(keep_numbers(source.policy, source.book), source.shipped, context.reader),
        **{path: format_entries(tuple(write(context))) for path, write in _LISTS.items()},
        **dict(_write_chapters(context)),
        **dict(_write_letters(context)),
        **dict(_write_media_texts(context)),
    }
    media = {at: name for at, name in enumerate(names.media) if at in source.suffixes}
    return StoryFiles({path: text for path, text in texts.items() if text}, media)


def _write_chapters(context: WriteContext) -> Iterator[tuple[str, str]]:
    for name, chapter in zip(context.names.chapters, context.book.chapters, strict=True):
        yield f"chapters/{name}", _format_chapter(context, chapter)
    for part in Part:
        for at, placeholder in enumerate(context.book.placeholders.get(f"chapters:{part}", ()), 1):
            head = {"title": UNTOLD, "part": part.value, **make_untold(context, placeholder)}
            yield f"chapters/more-{part}-{at}.md", _format_file(head, "")


def _format_chapter(context: WriteContext, chapter: Chapter) -> str:
    gentle = chapter.gentle
    head: Entry = {
        "title": {"0": gentle.title, str(context.book.edition.age): chapter.title} if gentle else chapter.title,
        "part": chapter.part.value,
        "language": chapter.language,
        "picture-book": "yes" if chapter.is_picture_book else "",
        "read-aloud": [] if chapter.read_aloud is None else context.name_media((chapter.read_aloud,)),
        **make_gate_keys(context, chapter),
    }
    is_private = context.is_private(chapter)
    body = format_body(context, chapter.inside, chapter.language, is_private=is_private)
    if gentle:
        gentle_body = format_body(context, gentle.says, chapter.language, is_private=is_private)
        body = f"::: tell 0\n{gentle_body}\n:::\n\n::: tell {context.book.edition.age}\n{body}\n:::"
    return _format_file(head, body)


def _write_letters(context: WriteContext) -> Iterator[tuple[str, str]]:
    for name, letter in zip(context.names.letters, context.book.letters, strict=True):
        yield f"letters/{name}", _format_letter(context, letter)
    for at, placeholder in enumerate(context.book.placeholders.get(ItemKind.LETTERS, ()), 1):
        head = {"from": NOBODY_NAMED, "kind": LetterKind.FAMILY.value, **make_untold(context, placeholder)}
        yield f"letters/more-{at}.md", _format_file(head, "")


def _format_letter(context: WriteContext, letter: Letter) -> str:
    head: Entry = {
        "title": letter.title,
        "from": context.name_who(letter.from_),
        "to": context.name_who(letter.to),
        "kind": letter.category.value,
        "when": format_optional_date(letter.when),
        "scan": context.name_media(letter.scan),
        "language": letter.language,
        **make_gate_keys(context, letter),
    }
    is_private = context.is_private(letter)
    return _format_file(head, format_body(context, letter.inside, letter.language, is_private=is_private))


def _format_file(head: Entry, body: str) -> str:
    return f"---\n{format_yaml(drop_empty(head))}---\n{body}\n"


def _write_media_texts(context: WriteContext) -> Iterator[tuple[str, str]]:
    """Yield captions, and a text in the place of each file that is not here: each another, for none is a copy."""
    for at, (name, medium) in enumerate(zip(context.names.media, context.book.media, strict=True)):
        if medium.captions:
            yield f"media/{name_captions(name)}", format_captions(medium.captions)
        if at not in context.source.suffixes:
            yield f"media/{name}", f"{_NOT_HERE} {name}.\n"
    for at, (name, _) in enumerate(name_untold_media(context), 1):
        yield f"media/{name}", f"{_UNTOLD_FILE} {at}.\n"
