"""Which policy applies to a story."""

from __future__ import annotations

from pathlib import Path

from lsbook.files.resources import find_resources
from lsbook.model.edition import Policy
from lsbook.reading.policy import PolicyFile, find_policy, read_policy


def load_policy(folder: Path, policy_file: Path | None) -> tuple[Policy, PolicyFile | None]:
    """Return the policy that applies to the story in ``folder``, and the file that was laid over ours.

    Raises ``ProblemsFound``.
    """
    own = find_policy(folder, policy_file)
    return read_policy(find_resources("templates") / "policy.yaml", own), own
