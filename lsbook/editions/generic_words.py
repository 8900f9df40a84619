"""Words that are nobody's own: relations, titles, and what homes and schools are called everywhere.

Every word stands here as ``spelling.key`` writes it: in small letters and without marks.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from xkcdpass.xkcd_password import locate_wordfile

from lsbook.editions.spelling import make_key

_RELATIONS = """
mum mummy mam mammy mom mommy mama ma mother dad daddy dada da pa papa father parent parents nan nana nanna nanny gran
granny grandma grandmother grandad granddad grandpa grandfather gramps pop pops auntie aunty aunt uncle brother sister
sis bro cousin niece nephew twin twins half step stepmum stepdad foster birth adoptive adopted wife husband partner
family families friend friends neighbour carer carers lady man boy girl child children kids person people baby great
grand son daughter godmother godfather guardian
mama mamusia tata tatus ojciec matka babcia dziadek ciocia ciotka wujek wuj brat siostra kuzyn kuzynka rodzice rodzina
przyjaciel przyjaciolka kolega kolezanka corka syn maz zona opiekun opiekunka
mami tati tata mamaia bunica bunicu bunicul matusa unchi unchiul frate fratele sora verisor verisoara prieten prietena
familia parinti
мама мамо матуся тато татко батько мати бабуся баба дідусь дід тітка тьотя дядько брат сестра кузен кузина родина друг
подруга
mam mami tad dadi nain taid mamgu tadcu modryb anti ewythr brawd chwaer cefnder cyfnither teulu ffrind plant
ماما خالتي عمتي خالي عمي امي ابي بابا ام اب والدي والدتي جدي جدتي جد جده خال خاله عم عمه اخ اخت اخي اختي صديق صديقه
عائله ابن ابنه ابو بنت
امی ابو ابا والده والد دادا دادی نانا نانی خاله ماموں چچا پھوپھی بھای بہن بھاءی باجی آپا دوست خاندان
مامان پدر مادر پدربزرگ مادربزرگ خاله دایی عمو عمه برادر خواهر دوست خانواده
"""
_HELPERS = """
social worker workers teacher doctor nurse judge midwife guardian police officer manager keyworker advocate
nauczyciel nauczycielka lekarz pielegniarka sedzia kurator profesor invatatoare doctor judecator asistent asistenta
вчитель вчителька лікар суддя вихователь athro athrawes meddyg nyrs barnwr
معلم معلمه طبيب طبيبه قاضي استاد ڈاکٹر استانی دکتر معلم قاضی
"""
_TITLES = """
mr mrs miss ms mx dr sir madam madame st saint father reverend rev uncle auntie aunty aunt nan nana nanna nanny gran
granny grandma grandad granddad grandpa
pan pani pana panna ciocia ciotka wujek wuj babcia dziadek domnul doamna domnisoara dna dl unchiul matusa tanti nenea
bunica bunicul пан пані тітка тьотя дядько дядя бабуся баба дідусь дід
mr mrs anti wncwl ewythr modryb nain taid
السيد السيده عم عمو خال خاله ابو ام الشيخ الدكتور استاذ استاذه
صاحب جناب محترمه بیگم چچا ماموں خاله باجی آقای خانم آقا عمو دایی خاله عمه
"""
_PETS = "dog cat rabbit fish horse hamster pet pies kot caine pisica пес кіт"
_PLACES = """
home homes house flat hospital nursery school schools primary secondary infant infants junior academy college playgroup
preschool club clubs football swimming dance dancing ballet drama music brownies scouts cubs guides beavers rainbows
church centre unit ward farm park garden saturday sunday after group class cottage lodge hall village street road lane
high special royal catholic methodist england wales emergency respite break short community county day
dom dziecka dzieci szkola przedszkole szpital klub mieszkanie podstawowa gimnazium pod przy
casa scoala gradinita spital liceul gimnaziala primara plasament copii copilului
дім школа садок лікарня хата квартира дитячий дитячии дитина діти ліцеи гімназія
ty tŷ cartref ysgol ysbyty meithrin feithrin gynradd uwchradd cynradd capel bryn glyn bont pont dyffryn plas parc
بيت البيت مدرسه المدرسه روضه الروضه الاطفال الابتدائيه مستشفي منزل گھر اسکول خانه دبستان مدرسه
"""
_FUNCTION_WORDS = """
the a an and of in at on by to for my your his her their our me you s first second big little old new other real best
i z w na we do si de la din cu lui al a й і та на в у з до y yr ac o ar yn i و في من الى على كے کا کی کو از به با در
"""


_STOP_WORDS = """
what when where why who how which while whose up down out off over safe goodbye hello that this these those there here
it its is are was were be been am do did
does done can could cannot cant couldnt will would wont wouldnt shall should may might must have has had get got go goes
went gone going come comes came one two three four five six seven eight nine ten next then now today day days week weeks
month months year years time more most much many some any all every each not no nothing something about after before
until since as if or but so than i he she they we us them him make makes made
january february march april june july august september october november december
"""


def _make_keys(text: str) -> frozenset[str]:
    return frozenset(make_key(word) for word in text.split())


TITLES = _make_keys(_TITLES)
"""Whoever stands behind one of these has a name of their own, whatever it means ("Mr Ward", "Miss Church")."""
FILLERS = _make_keys(_FUNCTION_WORDS)
PARTICLES = _make_keys("al ap bin da de del della den der di dos du el ibn la le ten ter van von zu")
"""Small words of a surname that are none alone: van der Berg, al Masri, ap Rhys."""
DETERMINERS = _make_keys("the a an my your his her their our")
_STOP_KEYS = _make_keys(_STOP_WORDS)
ORDINARY = _make_keys(" ".join((_RELATIONS, _HELPERS, _TITLES, _PETS, _PLACES, _FUNCTION_WORDS)))
PLACES = _make_keys(_PLACES)
_NAMES_AND_WORDS = _make_keys(
    """
    ben jan al bo jo ali roza kalina malina wrona sikora wilk kowal lis zajac golab mazur baran zima dudek jagoda
    ursu lupu negru rosu floarea dor віра надія любов мир роман заєць вовк мороз коваль гордій
    نور امل ايمان سعيد كريم جميل بركه رحمه نعمه خير سلام ملك وفا صفا ثنا حسن هادي مهدي اميد آرزو شادي بهار مهر گل
    """
)
"""Names beside English that are words, or parts of such: looked for only as names are written."""


def is_ordinary(word: str) -> bool:
    """Return whether the key ``word`` says who or what somebody is, in a language of lsbook's, and names nobody."""
    return word in ORDINARY


def is_distinctive(word: str) -> bool:
    """Return whether the key ``word`` says something of its own in a title: no number, no day, no "what" or "then"."""
    return not (word.isdecimal() or word in _STOP_KEYS or is_ordinary(word))


def is_content_word(word: str) -> bool:
    """Return whether the key ``word`` says of whom, or of what place, a title is: "Mum", "police", "school"."""
    return is_ordinary(word) and word not in FILLERS


def is_common(word: str) -> bool:
    """Return whether the key ``word`` is also a word that anybody writes in small letters (rose, will, oak)."""
    return word in _load_english() or word in _NAMES_AND_WORDS or is_ordinary(word)


def is_in_dictionary(word: str) -> bool:
    """Return whether the key ``word`` stands in a dictionary, with a capital or without (fire, Christmas, Jamaica)."""
    return is_common(word) or word.removesuffix("s") in _load_english() or word in _load_dictionary()


@cache
def _load_english() -> frozenset[str]:
    """Return the words of xkcdpass's longest list that are written small, some 55,000; its names have capitals."""
    return frozenset(make_key(word) for word in _load_word_list() if word[:1].islower())


@cache
def _load_dictionary() -> frozenset[str]:
    return frozenset(make_key(word) for word in _load_word_list())


@cache
def _load_word_list() -> tuple[str, ...]:
    return tuple(Path(locate_wordfile("legacy")).read_text(encoding="utf-8").split())
