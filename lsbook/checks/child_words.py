"""By which words in ``is:`` a person of the story is another child, in English and the languages that lsbook speaks.

A false alarm teaches people to pass warnings over, so whoever may be grown up is not counted: "Mum's brother" is an
uncle, "Amira's little brother" is a child. New words go into the table of their language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct


class ChildWords(Struct, frozen=True):
    """Single words, in small letters, by which one language says who is a child.

    ``child_words`` are said of children only. ``kin_words`` are said of children by a child, and of grown-ups by
    grown-ups: somebody else's ("Mum's friend") counts only with one of ``young_words``. Nobody counts with one of
    ``adult_words``. Behind one of ``end_words`` ("friend at football") nothing more is said of who it is, and behind
    one of ``of_words`` whose they are.
    """

    child_words: frozenset[str]
    kin_words: frozenset[str]
    adult_words: frozenset[str]
    young_words: frozenset[str] = frozenset()
    end_words: frozenset[str] = frozenset()
    of_words: frozenset[str] = frozenset()


def _split(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = ChildWords(
    _split("baby toddler boy girl child kid teen teenager pupil classmate schoolmate playmate"),
    _split(
        "brother sister sibling twin cousin niece nephew son daughter friend bestie mate pal buddy stepbrother"
        " stepsister grandson granddaughter"
    ),
    _split(
        "adult grown grownup aunt auntie uncle mum mummy mom mam mother dad daddy father parent grandma gran granny nan"
        " nana grandad grandpa grandmother grandfather carer guardian worker helper teacher assistant coach leader"
        " officer doctor nurse judge therapist psychologist adviser advocate manager driver neighbour wife husband"
        " partner godmother godfather family childminder nanny dog sheepdog collie terrier spaniel labrador poodle"
        " pup puppy cat kitten rabbit hamster guinea fish"
        " goldfish bird pony horse goat tortoise pet toy teddy bear imaginary pretend"
    ),
    _split("little baby young younger small wee"),
    _split("at in from on who whom that which with next near by since until when where now not"),
    _split("of"),
)
TABLES = {
    "en": ENGLISH,
    "cy": ChildWords(
        _split("babi plentyn merch bachgen hogyn hogan geneth crwt crotes cyd-ddisgybl"),
        _split("brawd frawd mrawd chwaer cefnder gefnder cyfnither gyfnither ffrind ffrindiau efaill hanner-brawd"),
        _split("mam fam dad tad dad-cu mam-gu nain taid modryb ewythr athro athrawes gweithiwr gofalwr oedolyn"
               " hyfforddwr ci cath mawr teulu"),
    ),
    "pl": ChildWords(
        _split("dziecko niemowlę chłopiec chłopczyk dziewczynka dziewczyna maluch nastolatek nastolatka"),
        _split("brat braciszek siostra siostrzyczka kuzyn kuzynka kolega koleżanka przyjaciel przyjaciółka bliźniak"
               " bliźniaczka"),
        _split("mama mamy tata taty matki ojca babci babcia dziadek dziadka ciocia cioci wujek wujka nauczyciel"
               " nauczycielka pracownik trener opiekun opiekunka opiekunów dorosły dorosła rodziny pies kot"),
    ),
    "ro": ChildWords(
        _split("copil copilul bebeluș bebelușul băiat băiatul băiețel fetiță fetița fată fata coleg colegul colegă"
               " colega"),
        _split("frate fratele frățior soră sora surioară văr vărul verișor verișoară verișoara prieten prietenul"
               " prietenă prietena geamăn geamănă"),
        _split("mamei tatălui mama tata bunica bunicul mătușa unchiul bunicii bunicului profesor profesoară asistent"
               " asistentă antrenor adult adultă familiei câine câinele pisică pisica lui"),
    ),
    "uk": ChildWords(
        _split("дитина немовля хлопчик хлопець дівчинка дівчина малюк підліток однокласник однокласниця"),
        _split("брат братик сестра сестричка двоюрідний друг подруга товариш кузен кузина близнюк"),
        _split("мами тата мама тато бабусі дідуся бабуся дідусь тітка дядько вчитель вчителька вихователь тренер"
               " працівник працівниця дорослий доросла родини собака пес кіт кішка"),
    ),
    "ar": ChildWords(
        _split("طفل طفلة رضيع رضيعة ولد فتاة بنت زميل زميلة زميلك زميلتك"),
        _split("أخ أخي أخوك أخت أختي أختك صديق صديقي صديقك صديقة صديقتي صديقتك توأم"),
        _split("أم أمك أب أبوك والدك والدتك الأم الأب عم عمك خال خالك خالة خالتك عمة عمتك جد جدك جدة جدتك معلم معلمة"
               " مدرب أمي أبي العائلة كلب قطة"),
    ),
    "fa": ChildWords(
        _split("کودک بچه نوزاد پسر دختر همکلاسی هم‌کلاسی نوجوان"),
        _split("برادر برادرت برادرم خواهر خواهرت خواهرم دوست دوستت دوستم پسرعمو دخترعمو پسرخاله دخترخاله"
               " پسردایی دختردایی دوقلو"),
        _split("مادر مادرت پدر پدرت مامان بابا مامانت بابات عمو دایی خاله عمه مادربزرگ پدربزرگ معلم مربی مددکار خانواده"
               " سگ گربه بزرگسال"),
    ),
    "ur": ChildWords(
        _split("بچہ بچی لڑکا لڑکی شیرخوار"),
        _split("بھائی بہن دوست سہیلی کزن جڑواں"),
        _split("ماں امی ابو والد والدہ چچا ماموں خالہ پھوپھی دادا دادی نانا نانی استاد استانی کوچ خاندان کتا بلی کے"),
    ),
}  # fmt: skip
FRIENDS = _split("friends ffrindiau przyjaciele znajomi prieteni друзі أصدقاء الأصدقاء دوستان دوست")
"""What a group of friends is called: whoever stands in it is a child, where nothing says otherwise."""
PETS = _split("pets anifeiliaid zwierzęta animale тварини حيوانات پالتو")

_POSSESSOR = re.compile(r"[\w-]+(?:'s|s')(?=\s)")
_ASIDE = re.compile(r"[,;:(–—]")
_WORD = re.compile(r"[^\W\d_]+(?:\u200c[^\W\d_]+)*")


def is_child(description: str, group: str, language: str) -> bool:
    """Return whether ``description`` (the words under ``is:``), in the group ``group``, is that of a child.

    ``language``: the tag of the story's. English words count in every story.
    """
    if group.casefold() in PETS:
        return False
    tables = {"en", language.partition("-")[0].casefold()} & set(TABLES)
    is_friend = group.casefold() in FRIENDS
    return any(_is_child_in_table(TABLES[tag], description, is_friend=is_friend) for tag in sorted(tables)) and not any(
        _is_adult_in_table(TABLES[tag], description) for tag in tables
    )


def _is_child_in_table(table: ChildWords, description: str, *, is_friend: bool) -> bool:
    parsed = _Description(table, description)
    if parsed.words & table.child_words or is_friend:
        return True
    return bool(parsed.words & table.kin_words) and (not parsed.has_possessor or bool(parsed.words & table.young_words))


def _is_adult_in_table(table: ChildWords, description: str) -> bool:
    return bool(_Description(table, description).words & table.adult_words)


class _Description:
    """What is said of who somebody is, and not of where they are or whose."""

    def __init__(self, table: ChildWords, text: str) -> None:
        plain = _ASIDE.split(text.casefold().replace("’", "'"), maxsplit=1)[0] + " "
        without = _POSSESSOR.sub(" ", plain) if table is ENGLISH else plain
        self.words = frozenset(self._take_words(table, without))
        self.has_possessor = without != plain or bool(table.of_words & set(_WORD.findall(plain)))

    def _take_words(self, table: ChildWords, text: str) -> Iterator[str]:
        for word in _WORD.findall(text):
            if word in table.end_words or word in table.of_words:
                return
            yield word
