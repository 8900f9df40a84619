"""The policy (age bands, readers, helplines, plans) and an Edition: an age and a reader."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from lsbook.model.practice_policy import Consultation, Decision, PermanencePlan, QualityStandard, Training
from lsbook.model.problem import Location, Severity
from lsbook.model.vocabulary import AgreementName, CopyProtection, LetterKind, WhenMissing
from lsbook.model.work_vocabulary import Nation

CHILD = "child"
RECORD = "record"


class Band(Struct, frozen=True):
    """One of the child's five editions, with its limits for writing and its look."""

    name: str
    title: str
    """What a book calls it ("nine to twelve")."""
    age: int
    """Told at this age, but for the band that holds the telling age."""
    mean_sentence: int
    longest_sentence: int
    """Both in words."""
    grade: float | None
    """Highest Flesch-Kincaid grade, where it is worth measuring."""
    look: str
    """A folder of ``templates/look/``."""


class Reader(Struct, frozen=True):
    """Somebody beside the child for whom a book can be made."""

    name: str
    title: str
    needs_approval: bool
    look: str
    told_where: bool = True
    """False for readers who are never told where the child lives now."""


class Helpline(Struct, frozen=True):
    """Someone to ring. Shown from ``from_age`` to ``until_age``, both included."""

    name: str
    number: str
    says: str
    from_age: int
    until_age: int
    checked: date
    """When a person last made sure that the number is right."""
    language: str = ""
    """The tag of the language in which it is described; empty: that of each book."""


NEVER = 121
"""An age that nobody has."""


class Agreement(Struct, frozen=True):
    """What has to be so before a copy leaves."""

    name: AgreementName
    when_missing: WhenMissing
    refuse_from: int
    """From this age of the child on it nothing goes without it (practice.md: the child is asked, from 13)."""


class Notice(Struct, frozen=True):
    """Somebody to tell when a copy is lost."""

    name: str
    within_hours: int
    """Of the moment in which somebody noticed."""
    says: str


class RuleSetting(Struct, frozen=True):
    """How grave an authority has the problems of one rule; ``severity`` ``None``: they are not said at all."""

    name: str
    severity: Severity | None
    at: Location


class Policy(Struct, frozen=True):
    source: str
    """Where it came from, in words for the worker."""
    bands: tuple[Band, ...]
    readers: tuple[Reader, ...]
    helplines: tuple[Helpline, ...]
    plans: tuple[PermanencePlan, ...]
    agreements: tuple[Agreement, ...] = ()
    notices: tuple[Notice, ...] = ()
    nation: Nation = Nation.ENGLAND
    """Whose bank holidays are no working days."""
    decision: Decision | None = None
    consultations: tuple[Consultation, ...] = ()
    trainings: tuple[Training, ...] = ()
    standards: tuple[QualityStandard, ...] = ()
    stored: str = ""
    """Where books and their sources are kept, and who has access."""
    support: str = ""
    """Who supports a worker before and after a visit."""
    question: str = ""
    """What a child is asked to see whether it has been explained."""
    questions_for_others: tuple[str, ...] = ()
    """What everybody is asked who remembers the child; empty: what lsbook asks, in the language of the page."""
    rules: tuple[RuleSetting, ...] = ()
    handover_as: CopyProtection | None = None
    """How copies leave where nobody says it; ``None``: whoever hands one over is asked."""

    @property
    def refusing_rules(self) -> frozenset[str]:
        """The rules by which this policy stops a book (``severity: refuse``)."""
        return frozenset(setting.name for setting in self.rules if setting.severity is Severity.ERROR)

    @property
    def edition_names(self) -> tuple[str, ...]:
        """Every edition there can be."""
        return (*(band.name for band in self.bands), *(reader.name for reader in self.readers))

    def find_plan(self, name: str) -> PermanencePlan | None:
        """Return the plan of that name; ``None`` where the policy knows none."""
        return next((plan for plan in self.plans if plan.name == name), None)

    def find_band(self, age: int) -> Band:
        """The oldest band that begins at ``age`` or before; the youngest for anyone younger."""
        return max((band for band in self.bands if band.age <= age), key=lambda band: band.age, default=self.bands[0])


class Edition(Struct, frozen=True):
    name: str
    title: str
    reader: str
    """``child``, ``record`` or the name of another reader."""
    age: int
    """The age of the telling. For other readers 120: the oldest words."""
    easy: bool
    """True where the child's reading is younger than the edition: easy words are taken."""
    look: str
    band: Band
    """Whose limits for writing apply."""
    helplines: tuple[Helpline, ...]
    told_where: bool = True
    """False: nothing in it says where the child lives now."""
    letters_apart: tuple[LetterKind, ...] = ()
    """Kinds of letters that the child gets apart from this book, because the plan says so."""
    gentle_age: int | None = None
    """At which age an adult's book tells chapters a second time, to read to children of their own; else nothing."""
    is_for_second_reader: bool = False
    """True for what a second reader reads: the child's book without what is the child's own, marked as such."""
    look_age: int | None = None
    """The age whose look a person chose, where one did; ``look`` follows it already."""
    has_symbols: bool | None = None
    """True where an authority's own symbols stand above the words; else nothing, as ``Child.is_ageless``."""

    @property
    def is_for_adult(self) -> bool:
        """Whether it holds what an adult's book has beside the story: records, and who worked with the child."""
        return self.gentle_age is not None or not self.is_for_child

    @property
    def is_for_child(self) -> bool:
        return self.reader == CHILD
