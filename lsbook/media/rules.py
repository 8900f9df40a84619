"""What speaks against the way in which media are opened on this computer, in words for a worker."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

UNPROTECTED = RuleText(
    id="media-opened-unprotected",
    severity=Severity.WARNING,
    explain=(
        "lsbook opens photos and films in a part of its own that is locked in: it can reach neither other files nor the"
        " network. This computer's Linux has no way to do that. A file that was made to do harm could do here what you"
        " may do yourself. Show only photos and films that come from people you trust. Or build on a computer with a"
        " newer Linux."
    ),
)
UNUSABLE_SYMBOL = RuleText(
    id="symbol-unusable",
    severity=Severity.ERROR,
    explain=(
        "A picture in templates/symbols/ cannot stand above a word. A drawing of lines (SVG) is written anew before a"
        " book shows it, from shapes and colours alone. It may hold no program, no picture from elsewhere, no style"
        " sheet and no letters; the message says the line. Open it in a drawing program and save it as plain SVG, or as"
        " PNG. No book is made until then, or a reader would find words without their pictures."
    ),
)
MEDIA_RULES = (UNPROTECTED, UNUSABLE_SYMBOL)
"""All of them; why a single photo or film cannot be shown says ``faults.explain_fault``."""
