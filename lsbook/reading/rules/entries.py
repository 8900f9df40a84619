"""What can be wrong with YAML: how it is written, its keys, and the values behind them."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

YAML_SYNTAX = RuleText(
    id="yaml-syntax",
    severity=Severity.ERROR,
    explain=(
        "This line is not written as YAML is, so lsbook cannot tell what belongs together. Mostly it is a small thing:"
        " a space after the colon, a tab or too few spaces at the start, a quote that is not closed, a bullet in place"
        " of a hyphen. A gate on such a line could be lost, so no book is made until it is right. Do what the message"
        " says, and compare with the lines around. A text that holds a colon or begins with a sign is safe in double"
        " quotes."
    ),
)
YAML_SIGN = RuleText(
    id="yaml-special-sign",
    severity=Severity.ERROR,
    explain=(
        "In YAML, words that begin with &, * or ! do something: they copy another place of the file, or change what a"
        " value is. In a story nothing is copied unseen, for its gates would not come along. If the sign is part of the"
        " words, put the whole text into double quotes. If not, write the words out."
    ),
)
CUT_TEXT = RuleText(
    id="text-cut-short",
    severity=Severity.ERROR,
    explain=(
        "In YAML a space and a number sign begin a remark, so the rest of this sentence would be missing from the book."
        " Nobody would see that it is gone. Put the whole text into double quotes. If it is a remark of yours, put it"
        " on a line of its own."
    ),
)
KEY_IN_TEXT = RuleText(
    id="key-in-text",
    severity=Severity.ERROR,
    explain=(
        "This line looks like a key, but has so many spaces before it that YAML takes it as part of the text above. If"
        " it is a gate, it would keep nothing back, and be printed in the book. Move it out until it stands exactly"
        " below the other keys. If it is meant as words, put the text into double quotes."
    ),
)
DUPLICATE_KEY = RuleText(
    id="duplicate-key",
    severity=Severity.ERROR,
    explain=(
        "The same key stands twice in one entry. Only one of the two could count, and lsbook does not guess which."
        " Keep one of them, or put both texts under one key. If a second entry was meant, begin it with a hyphen."
    ),
)
UNKNOWN_KEY = RuleText(
    id="unknown-key",
    severity=Severity.ERROR,
    explain=(
        "This key means nothing here. A slip in the name of a gate would open it, so no key is passed over. The message"
        " says which keys are known in this entry, and which one is most alike. Correct it, or take the line out. Keys"
        " are small letters and hyphens."
    ),
)
MISSING_KEY = RuleText(
    id="missing-key",
    severity=Severity.ERROR,
    explain=(
        "This entry lacks a key without which it cannot be shown, such as the name of a person or the date of a moment."
        " The message gives the line to add. If you do not know the date, write not known: the book says so honestly."
        " Perhaps the key is there, but stands too far in."
    ),
)
WRONG_VALUE = RuleText(
    id="wrong-value",
    severity=Severity.ERROR,
    explain=(
        "Something of another kind is expected here: a text, a list, a whole number, an id, yes or no. Or nothing"
        " stands where words belong. As it is, lsbook cannot tell what is meant, and it does not guess. The message"
        " shows how it is written. A text that begins with a bracket or another sign stands in double quotes."
    ),
)
UNKNOWN_WORD = RuleText(
    id="unknown-word",
    severity=Severity.ERROR,
    explain=(
        "Only certain words can stand at this key, and this is none of them. Often it is a slip of the pen. The message"
        " lists the words, and proposes the one that is most alike. Those for plans and readers come from your policy."
    ),
)
BAD_DATE = RuleText(
    id="bad-date",
    severity=Severity.ERROR,
    explain=(
        "This is no date that lsbook can read, or no day that there ever was. A date like 03/07/2019 could be in March"
        " or in July, and a child should not be told the wrong one. Write 2019-07-03, or 3 July 2019, or as much as is"
        " known: July 2019, summer 2019, about 2019, when I was 3. Where nobody knows, write not known."
    ),
)
END_BEFORE_BEGINNING = RuleText(
    id="end-before-beginning",
    severity=Severity.ERROR,
    explain=(
        "Something ends here before it begins. A child who counts the years would find it. Look in the papers which of"
        " the two is right. Then correct from: or until:."
    ),
)
BAD_AGE = RuleText(
    id="bad-age",
    severity=Severity.ERROR,
    explain=(
        "An age is a whole number from 0 to 120, and this is none. At a gate it says how old a telling must be before"
        " these words are told; until it can be read, nobody is told them. Write the number alone, such as from-age: 9"
        " or ::: tell 9. For easier words of the same age write 13-easy."
    ),
)
DUPLICATE_AGE = RuleText(
    id="duplicate-age",
    severity=Severity.ERROR,
    explain=(
        "Two texts are written for the same age. A reader is told one text, and lsbook does not choose between them."
        " Put both into one, or correct the age of one of them. Easier words of the same age are written as 13-easy."
    ),
)
BAD_ID = RuleText(
    id="bad-id",
    severity=Severity.ERROR,
    explain=(
        "By its id a person, a place, a thing or a copy is named everywhere else. It is made of small letters, numbers"
        " and hyphens, as nana-pat. The id me is the child's own. Choose another, and change it too where it is used."
        " No reader ever sees it."
    ),
)
UNKNOWN_LANGUAGE = RuleText(
    id="unknown-language",
    severity=Severity.ERROR,
    explain=(
        "lsbook does not know this language. The tag tells voices that read aloud how to speak the words, and in what"
        " language dates and lsbook's own words are written. Write a code such as en-GB, cy or pl. The message"
        " proposes one, where a name was written."
    ),
)
UNKNOWN_READER = RuleText(
    id="unknown-reader",
    severity=Severity.ERROR,
    explain=(
        "The policy knows no reader of this name, so nobody could be let in by it. Readers are whole groups, such as"
        " carers or adopters, and no single people. The message lists them. Several stand in brackets: [carers,"
        " adopters]."
    ),
)
INCOMPLETE_GATE = RuleText(
    id="incomplete-gate",
    severity=Severity.ERROR,
    explain=(
        "Somebody began to keep something back, or to prepare the child for it, and did not finish: a hold without a"
        " reason, keeps: without a name, a heads-up that does not say what it is about. Whoever reads the story later"
        " could not know what was meant. Until it is whole, the part is shown to nobody. Write what is missing, or take"
        " the line out, if that was decided."
    ),
)
EXCEPTION_WITHOUT_REASON = RuleText(
    id="exception-without-reason",
    severity=Severity.ERROR,
    explain=(
        "With not-them: or allow: somebody lets words through that lsbook would refuse. That needs a person who has"
        " looked, so it needs the words and a reason, and for allow: who decided it. Without a reason nobody can check"
        " it later. Write words: and reason: below it. The short form is not-them: {May: the month}."
    ),
)
UNSIGNED_DECISION = RuleText(
    id="decision-without-name",
    severity=Severity.WARNING,
    explain=(
        "A telling age or an approval stands here without the name of whoever decided it, or without a date. Such"
        " things are decided by people, with the child, and never by a birthday or a program. Years later the child may"
        " ask who it was. Add the name and the date. An approval without them counts for nothing."
    ),
)
