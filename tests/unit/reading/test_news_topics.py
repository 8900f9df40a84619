"""The subjects that one child could tell another first, by the words of eight languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.files.resources import find_resources
from lsbook.reading import read_news_topics
from tests.building import put

NAMES = (
    "alcohol", "drugs", "prison or the police", "a death", "hurting", "an illness", "adoption", "a baby",
)  # fmt: skip
SENTENCES = {
    "en": (
        "Mum was drinking again.", "He took heroin.", "The police came at night.", "Grandad died in May.",
        "He hit her.", "She had cancer.", "A family adopted him.", "Mum is pregnant.",
    ),
    "cy": (
        "Roedd Mam yn yfed eto.", "Cymerodd Dad gyffuriau.", "Aeth Dad i garchar.", "Bu farw Taid ym mis Mai.",
        "Roedd e’n ei brifo hi.", "Roedd ganser ar Nain.", "Cafodd ei fabwysiadu.", "Mae Mam yn feichiog.",
    ),
    "pl": (
        "Mama znowu piła.", "Tata brał narkotyki.", "Tata poszedł do więzienia.", "Dziadek zmarł w maju.",
        "On ją uderzył.", "Babcia chorowała na raka.", "Został adoptowany.", "Mama jest w ciąży.",
    ),
    "ro": (
        "Mama băuse din nou.", "Tata lua droguri.", "Tata este la închisoare.", "Bunicul a murit în mai.",
        "El a lovit-o.", "Bunica era bolnavă.", "A fost adoptat.", "Mama este însărcinată.",
    ),
    "uk": (
        "Мама знову пила.", "Тато вживав наркотики.", "Тато потрапив до в’язниці.", "Дідусь помер у травні.",
        "Він її вдарив.", "Бабуся мала хворобу.", "Його усиновили.", "Мама вагітна.",
    ),
    "ar": (
        "كانت ماما تشرب الكحول.", "كان بابا يتعاطى المخدرات.", "دخل بابا السجن.", "تُوُفِّيَ جدي في مايو.",
        "كان يضربها.", "كان عندها سرطان.", "تبنّته عائلة أخرى.", "ماما حامل.",
    ),
    "fa": (
        "مامان دوباره الكل می‌خورد.", "بابا مواد مخدر می‌کشید.", "بابا به زندان رفت.", "پدربزرگ در ماه مه درگذشت.",
        "او مامان را کتک می‌زد.", "مادربزرگ سرطان داشت.", "او فرزندخوانده‌ی خانواده‌ای دیگر است.", "مامان باردار است.",
    ),
    "ur": (
        "امی پھر شراب پی رہی تھیں۔", "ابو منشیات لیتے تھے۔", "ابو جیل گئے۔", "دادا مئی میں وفات پا گئے۔",
        "وہ انہیں مارتا تھا۔", "دادی کو کینسر تھا۔", "ایک خاندان نے اسے گود لیا۔", "امی حاملہ ہیں۔",
    ),
}  # fmt: skip
INNOCENT = {
    "en": ("Mum likes strong tea.", "You were born in May.", "Nana Pat knits hats."),
    "cy": ("Mae Mam yn hoffi te.", "Cest ti dy eni ym mis Mai.", "Y brif stryd oedd hi.", "Mae Marwa yn chwarae."),
    "pl": ("Mama lubi herbatę.", "Urodziłeś się w maju.", "Babcia śpiewa w chórze.", "Pies pobiegł do domu."),
    "ro": ("Mama face ceai.", "Te-ai născut în mai.", "Bunica tricotează căciuli."),
    "uk": ("Мама любить чай.", "Ти народився в травні.", "Бабуся в’яже шапки."),
    "ar": ("ماما تحب الشاي.", "ولدت في مايو.", "الممرضة ابتسمت.", "كتبت الكلمات."),
    "fa": ("مامان چای دوست دارد.", "تو در ماه مه به دنیا آمدی.", "آن مرد در بیمارستان کار می‌کند."),
    "ur": ("امی کو چائے پسند ہے۔", "تم مئی میں پیدا ہوئے۔", "وہ ہسپتال میں کام کرتی ہیں۔"),
}


def _find(sentence: str, *languages: str) -> list[str]:
    topics = read_news_topics((find_resources("templates"),), languages)
    assert not topics.problems
    return [topic.name for topic in topics.value if topic.is_in(sentence)]


@pytest.mark.parametrize("language", SENTENCES)
def test_each_subject_is_known_in_each_language(language: str) -> None:
    """A sentence about each subject is known by its words, in the forms that the language gives them."""
    topics = read_news_topics((find_resources("templates"),), [language]).value
    assert tuple(topic.name for topic in topics) == NAMES
    assert [_find(sentence, language) for sentence in SENTENCES[language]] == [[name] for name in NAMES]


@pytest.mark.parametrize("language", INNOCENT)
def test_a_sentence_about_none_of_them_is_left_alone(language: str) -> None:
    """Tea, a birthday, and words that only look like one of the list are no subject."""
    assert [sentence for sentence in INNOCENT[language] if _find(sentence, language)] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ro", "Tata este la inchisoare."),
        ("ro", "Mama este însărcinată."),
        ("pl", "TATA POSZEDŁ DO WIĘZIENIA."),
        ("uk", "Тато у в'язниці."),
        ("fa", "مامان شراب مینوشید."),
        ("ar", "تبنته عائلة."),
    ],
)
def test_accents_capitals_and_marks_do_not_count(language: str, sentence: str) -> None:
    """Words without their accents, in capitals, or with another keyboard's letters are known all the same."""
    assert len(_find(sentence, language)) == 1


def test_every_shipped_language_of_books_has_its_subjects() -> None:
    """Each language that has the book's own words has the subjects, too, and no word of them stands there twice."""
    templates = find_resources("templates")
    assert {file.name for file in (templates / "topics").glob("*")} == {
        file.name for file in (templates / "languages").glob("*.yaml")
    }


def test_an_authority_adds_words_and_subjects(tmp_path: Path) -> None:
    """What stands beside the policy is added: a word to a subject of ours, a subject of its own."""
    put(tmp_path / "topics/en.yaml", "- {topic: drugs, words: [spice]}\n- {topic: a move, words: [is moving*]}\n")
    topics = read_news_topics((tmp_path, find_resources("templates")), ["en"]).value
    assert [topic.name for topic in topics] == [*NAMES, "a move"]
    found = [[topic.name for topic in topics if topic.is_in(text)] for text in ("He took Spice.", "She is moving out.")]
    assert found == [["drugs"], ["a move"]]


def test_a_list_with_a_mistake_is_said_with_its_line(tmp_path: Path) -> None:
    """A key that there is not has its file, its line and the one that was meant."""
    put(tmp_path / "topics/en.yaml", "- topic: drugs\n  wrods: [spice]\n")
    [problem] = read_news_topics((tmp_path,), ["en"]).problems
    assert (str(problem.at), problem.rule) == (
        "templates/topics/en.yaml:2",
        "unknown-key",
    ) and '"words"' in problem.what
