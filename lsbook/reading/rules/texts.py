"""What can be wrong with words: chapters and letters, their blocks, and Markdown wherever it stands."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

FRONT_MATTER = RuleText(
    id="keys-between-dashes",
    severity=Severity.ERROR,
    explain=(
        "A chapter or a letter begins with a line of three dashes, then its keys, then three dashes again. Here one of"
        " the lines of dashes is missing, or no keys stand between them. Then nobody could tell a gate from the words"
        " of the chapter. Begin a chapter with title: and part:, and a letter with from: and kind:. The words stand"
        " below the second line of dashes."
    ),
)
TITLE_NOT_PLAIN = RuleText(
    id="title-not-plain",
    severity=Severity.ERROR,
    explain=(
        "A title or a name holds brackets or colons, as for a reference or a block. It is shown in lists and at the top"
        " of pages, where neither can stand. Write the name itself in place of [[id]]."
    ),
)
GATE_IN_TEXT = RuleText(
    id="gate-in-text",
    severity=Severity.ERROR,
    explain=(
        "A line such as from-age: 9 stands among the words. There it is printed like all other words, and keeps nothing"
        " back. In a chapter or a letter put the words between ::: from-age 9 and a line of only :::. In YAML move the"
        " line out until it stands exactly below the other keys of the entry."
    ),
)
REMARK_IN_TEXT = RuleText(
    id="remark-in-text",
    severity=Severity.WARNING,
    explain=(
        "A remark between <!-- and --> is hidden on web pages, but the book prints it. The child would read what"
        " colleagues wrote to each other. Take it out, or move it to a file in work/. Anything in that folder stays out"
        " of every book."
    ),
)
NAME_NOT_CLOSED = RuleText(
    id="name-not-closed",
    severity=Severity.ERROR,
    explain=(
        "A name in [[ ]] lacks a bracket, or runs over two lines. Then it is no reference, and the brackets would be"
        " printed in the book. Whether the person may be named to this reader would not be checked by it either. Write"
        " [[id]] on one line, with two brackets at each end."
    ),
)
UNKNOWN_BLOCK = RuleText(
    id="unknown-block",
    severity=Severity.ERROR,
    explain=(
        "This line begins with colons and opens no block that lsbook knows. If it was meant as a gate, the words behind"
        " it would be told to everybody. Write three colons, one space and the name at the very start of the line. The"
        " message lists the names. A line of only ::: closes a block."
    ),
)
BLOCK_IN_YAML = RuleText(
    id="block-in-yaml",
    severity=Severity.ERROR,
    explain=(
        "A ::: block stands in a text of a YAML file, where there can be none. If it is a gate, it would keep nothing"
        " back. Put from-age:, hold: and the like as keys beside the text. A long text with several gates is better as"
        " a chapter."
    ),
)
BLOCK_NOT_CLOSED = RuleText(
    id="block-not-closed",
    severity=Severity.ERROR,
    explain=(
        "Here a block is opened and never closed, or closed where none is open. So it is not clear which words stand"
        " behind the gate. Put a line of only ::: where the block ends, at the very start of the line. Each block has"
        " a closing line of its own, also inside another."
    ),
)
BLOCK_OPTIONS = RuleText(
    id="block-options",
    severity=Severity.ERROR,
    explain=(
        "Behind the name of a block stands something that cannot be read there. A value that holds a space needs double"
        ' quotes: reason="not yet". Each key can stand once, and the message says which there are. The words that the'
        " block shows stand on the lines below."
    ),
)
BLOCK_CONTENT = RuleText(
    id="block-content",
    severity=Severity.ERROR,
    explain=(
        "This block lacks what it is for, or holds what belongs to no part of it. An account says whose it is, a letter"
        " block names one letter, photos, film and sound name their files, in names a language. Between the languages"
        " of side-by-side nothing else stands. The message shows how the line is written."
    ),
)
