"""The subjects that one child could tell another first, by the words of the languages of a story."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lsbook.model.news_topic import NewsTopic
from lsbook.reading.context import make_bare_context
from lsbook.reading.fields.news_topics import NEWS_TOPIC
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.files import read_list, read_yaml_file


def read_news_topics(templates: Iterable[Path], languages: Iterable[str]) -> Parsed[tuple[NewsTopic, ...]]:
    """Return the subjects known in ``languages`` (``en``, ``cy``), each once with the words of all of them.

    ``templates`` are searched in all their folders ``topics/``: an authority's words are added to ours, and stand
    behind them. A language without a file adds none.
    """
    findings, words = Findings(), dict[str, dict[str, None]]()
    folders = tuple(templates)[::-1]
    for language in languages:
        for file in (folder / "topics" / f"{language}.yaml" for folder in folders):
            if file.is_file():
                tree = findings.take(read_yaml_file(file, f"templates/topics/{file.name}"))
                for topic in findings.take(read_list(tree, NEWS_TOPIC, make_bare_context(), _read_topic)):
                    words.setdefault(topic.name, {}).update(dict.fromkeys(topic.words))
    return findings.wrap(tuple(NewsTopic(name, tuple(each)) for name, each in words.items() if name))


def _read_topic(entry: YamlEntry) -> NewsTopic:
    return NewsTopic(entry.get_text("topic"), entry.get_texts("words"))
