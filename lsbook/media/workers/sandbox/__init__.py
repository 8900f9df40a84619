"""The lock on a process that opens media: whatever takes it over can compute, and hand back bytes, and nothing else.

Read in this order: ``confinement`` (what is done, and in which order), ``landlock`` (Linux refuses files by itself),
``seccomp`` with ``calls`` and ``bpf`` (Linux refuses all it can be asked for but a short list), ``rights`` and
``kernel``. The rules are security.md's ("Media: a real sandbox").
"""

from lsbook.media.workers.sandbox.confinement import EVERY_LOCK, Locks, Protection, confine

__all__ = ["EVERY_LOCK", "Locks", "Protection", "confine"]
