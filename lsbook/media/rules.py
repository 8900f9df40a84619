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
MEDIA_RULES = (UNPROTECTED,)
"""All of them; why a single photo or film cannot be shown says ``faults.explain_fault``."""
