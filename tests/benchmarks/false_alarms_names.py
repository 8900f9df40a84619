"""How often the search for withheld names alarms on ordinary texts, in a story that withholds ten of them.

Run by hand: ``python -m tests.benchmarks.false_alarms_names pl=FOLDER uk=FOLDER ...``, with texts as for
``tests.benchmarks.false_alarms``. ``--show`` prints the words that alarmed, most often first. The names are made up
from common ones of each language; where a text tells of somebody of that name, the alarm is no false one.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from lsbook.editions.name_search import NameSearch
from lsbook.editions.name_terms import make_name_terms
from lsbook.model.passage import fold_text
from tests.benchmarks.false_alarms import PAGE, read_paragraphs

_TEN = 10
NAMES = {
    "en": (
        "Lorcan Byrne,Joanna Pugh,Uncle Will,Rose Kettle,Mr Ward,Miss Church,Kieran,"
        "Auntie May,Grace Hope,Mark Hill,Darren Moss,Zoë O’Neil,Craig,Dean Fisher,Jack Woods,"
        "Bill Field,Ivy,Dawn Marsh,Sunny,Frank Page"
    ),
    "cy": (
        "Catrin,Dafydd Rhys,Gwenllian,Bethan,Modryb Mair,Owain Glyn,Ffion,Guto,Tomos Parri,"
        "Carys,Llinos,Rhodri,Megan,Elin,Iwan,Nia,Gareth,Sioned,Huw,Eleri"
    ),
    "pl": (
        "Marek Nowicki,Agnieszka,Ciocia Ola,Paweł Wilk,Zbyszek,Kasia Zając,Tomek,Ewa,"
        "Magda Kowalska,Piotr,Jan Baran,Kinga,Wojtek Sikora,Ala,Jagoda,Robert Lis,Zofia,Adam,"
        "Iga,Basia Dudek"
    ),
    "uk": (
        "Оксана,Андрій Коваль,Ольга,Федір Мороз,Тітка Надія,Іван,Марія Заєць,Петро Коваленко,"
        "Юля,Олег,Віра,Богдан,Роман Гнатюк,Леся,Тарас,Софія,Назар,Любов,Марко,Дарина"
    ),
    "ro": (
        "Andreea,Ionuț Lupu,Maria Popescu,Anca,Unchiul Radu,Elena Floarea,Mihai Rusu,Ioana,"
        "Dan,Cristina Munteanu,Doru,Ana Ursu,Vasile,Gabriela,Luca,Alina Negru,Stan,Sorin,"
        "Mirela,Victor Dima"
    ),
    "ar": (
        "لورا,علي حسين,كريمة,خالي سعيد,نور,مريم خليل,عمر,ليلى,يوسف حداد,أمل,سلمى,طارق,هدى,"
        "رامي نصر,فادي,جنى,باسل,ريم,زيد,سناء"
    ),
    "fa": (
        "مینا,رضا کریمی,عمو بهرام,امید,شادی رستمی,لیلا,آرش,نرگس,کاوه,پریسا,سارا,مهدی,بهار,"
        "نیما,گلنار,فرهاد,یاسمن,داریوش,هما,سینا"
    ),
    "ur": (
        "عائشہ,بلال قریشی,خالہ نسرین,نور,عمر,صائمہ,فہد,زینب ملک,حمزہ,سدرہ,اسد,ماہین,یاسر,کرن,"
        "عدنان,ثنا,طلحہ,روبینہ,شان,مہوش"
    ),
}


def measure(folder: Path, language: str) -> tuple[int, float, float, Counter[str]]:
    """Return the pages, refusals and warnings per 100 pages for ten names, and the words that alarmed."""
    names = NAMES[language].split(",")
    searches = [_search(names[at : at + _TEN], language) for at in range(0, len(names), _TEN)]
    words, sure, unsure, shown = 0, 0, 0, Counter[str]()
    for paragraph in read_paragraphs(folder, language):
        words += len(paragraph.split())
        for search in searches:
            for spot in search.find(paragraph):
                sure, unsure = sure + spot.is_sure, unsure + (not spot.is_sure)
                mark = "" if spot.is_sure else "?"
                shown[f"{paragraph[spot.start : spot.end]}{mark} ({spot.term.origin})"] += 1
    pages = max(1, words // PAGE)
    return pages, 100 * sure / pages / len(searches), 100 * unsure / pages / len(searches), shown


def _search(names: list[str], language: str) -> NameSearch[str]:
    terms = (term for name in names for term in make_name_terms(fold_text(name), name))
    return NameSearch(terms, frozenset({language}))


def main(arguments: list[str]) -> None:
    """Print a line for each language."""
    for argument in arguments:
        language, _, folder = argument.partition("=")
        if not folder:
            continue
        pages, sure, unsure, shown = measure(Path(folder), language)
        print(f"{language}: n = {pages}; per 100 pages {sure:.1f} refusals, {unsure:.1f} warnings")
        if "--show" in arguments:
            print("    " + ", ".join(f"{words} {count}" for words, count in shown.most_common(40)))


if __name__ == "__main__":
    main(sys.argv[1:])
