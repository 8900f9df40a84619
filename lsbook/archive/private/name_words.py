"""Names that are also words of every day, and words that stand in every dictionary."""

from __future__ import annotations

from functools import cache

from xkcdpass import xkcd_password
from zxcvbn.frequency_lists import FREQUENCY_LISTS

MONTHS = frozenset(("march", "april", "may", "june", "august"))
QUESTION_WORDS = frozenset(("will", "may"))
"""They begin questions: "Will you come?", "May I?"."""
_NAMES = """
amber ash autumn basil bay bell berry bill bird blue bob bonnie brook buddy bush candy cherry chance chase clay cliff
coral crystal daisy dale dawn dean dot dusty earl eve faith fern finch fox flora frank gene glen grace grant green
guy hall harmony harry hazel heath heather henna hill holly honey hope hunter iris ivy jack jade jasmine jet jewel
joy june king lance lane lark lily long love mark martin mason max melody mercy miles mo moss nick olive opal page
pansy pat patience pearl peg penny pepper pete piers pip poppy price pride prudence ray reed rich river rob robin
rock rod rose rosemary ruby rusty sage sandy scout sky skip snow sonny spring star stone storm stone sue summer sunny
swan ted teddy terry tiger tom tony violet wade west will willow winter wolf wood woods young art baker black bond
brown cook day field gray grey head hood hook hunt knight little lord marsh may miller nail noble parks pike pope
pool power rains rice sharp short small smart speed stern street strong swift sweet tanner taylor tell temple thorn
turner wall walker ward waters weaver wells wheeler white wise worth
"""
NAME_WORDS = frozenset(_NAMES.split()) | MONTHS | QUESTION_WORDS
"""With small letters these say nothing about anybody: only capitals make a name of them."""
_LISTS = ("english_wikipedia", "us_tv_and_film")
_SHORTEST = 3


@cache
def load_english_words() -> frozenset[str]:
    """Common words of English, in small letters: no list of names is among them."""
    drawn = xkcd_password.generate_wordlist(
        wordfile=xkcd_password.locate_wordfile(), min_length=_SHORTEST, max_length=30
    )
    return frozenset(word.casefold() for word in drawn) | {word for key in _LISTS for word in FREQUENCY_LISTS[key]}


@cache
def load_dictionary_words() -> frozenset[str]:
    """The same and many names: a word that is not among them is rare, wherever it stands."""
    return load_english_words() | {word for words in FREQUENCY_LISTS.values() for word in words}


@cache
def is_inside_a_word(word: str) -> bool:
    """Whether ``word`` in small letters is a part of a longer common word, as Ellen is of "excellent"."""
    return any(word in longer and word != longer for longer in load_english_words())
