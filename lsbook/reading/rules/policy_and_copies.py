"""What can be wrong with a policy, and with the log of the copies that were handed over."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

POLICY_NOT_FOUND = RuleText(
    id="policy-not-found",
    severity=Severity.ERROR,
    explain=(
        "The policy that was named after --policy is not there. It says which readers there are and what has to be"
        " agreed, so no book is made without it. Check the name. Without --policy, lsbook takes policy.yaml from the"
        " story, or from the nearest of the three folders above it."
    ),
)
POLICY_AGREEMENT = RuleText(
    id="policy-unknown-agreement",
    severity=Severity.ERROR,
    explain=(
        "The policy asks for an agreement that lsbook does not know. Nobody would be asked for it, though the policy"
        " demands it. Correct the name to one of those in the message. An agreement that lsbook cannot check belongs"
        " into your own procedure."
    ),
)
HELPLINE_UNCHECKED = RuleText(
    id="policy-helpline-unchecked",
    severity=Severity.ERROR,
    explain=(
        "A helpline in the policy does not say when somebody last made sure that its number is right. A child who calls"
        " a dead number may not try a second time. Call it, and write checked: and the day of the call."
    ),
)
COPY_LOG = RuleText(
    id="copy-log-form",
    severity=Severity.ERROR,
    explain=(
        "The file work/copies.yaml is not a list of copies. By it lsbook knows who has which book, and finds the copies"
        " that have to come back. Each copy begins with - id: and has its keys exactly below. Compare it with the"
        " entries that lsbook wrote, or put back the last good file."
    ),
)
DUPLICATE_COPY = RuleText(
    id="duplicate-copy",
    severity=Severity.ERROR,
    explain=(
        "Two copies in work/copies.yaml have the same id. When one of them is lost or comes back, nobody could say"
        " which. Give each its own id. If the same copy stands there twice, take one out."
    ),
)
