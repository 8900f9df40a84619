"""What speaks against lsbook's own words and templates, and an authority's, in words for a worker."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

UNUSABLE_WORDS = RuleText(
    id="book-words-unusable",
    severity=Severity.ERROR,
    explain=(
        "A file of the book's own words, in templates/languages/ beside your policy, holds something that cannot be"
        " used: a key that the book does not have, a form for a number that is missing, or {name} with a slip in it."
        " The page would have a hole there, so no book is made. The message says the line and what belongs there."
        " Compare it with en.yaml, which comes with lsbook."
    ),
)
WORDS_IN_ENGLISH = RuleText(
    id="book-words-in-english",
    severity=Severity.WARNING,
    explain=(
        "The book is in a language in which some of lsbook's own words are not written yet. These stand in English"
        " among the child's. Write them in a file of the language beside your policy, in templates/languages/, laid out"
        " as en.yaml is. Until then the book is made as it is."
    ),
)
UNCHECKED_WORDS = RuleText(
    id="book-words-unchecked",
    severity=Severity.WARNING,
    explain=(
        "Nobody who grew up with this language has read lsbook's own words in it. A wrong word about a family or a"
        " court can hurt. Let somebody who did read the book before the child does. Then write at the top of the file"
        " checked-by-native-reader: and who and when."
    ),
)
UNUSABLE_TEMPLATE = RuleText(
    id="template-unusable",
    severity=Severity.ERROR,
    explain=(
        "A template beside your policy has a mistake, so its page cannot be made. Your authority's templates are taken"
        " before lsbook's own. The message says where it fails. Mend it, compare it with the one of the same name that"
        " comes with lsbook, or take it away."
    ),
)

PAGE_RULES = (UNUSABLE_WORDS, WORDS_IN_ENGLISH, UNCHECKED_WORDS, UNUSABLE_TEMPLATE)
"""All of them."""
