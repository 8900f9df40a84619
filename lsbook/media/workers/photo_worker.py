"""The worker for photos and documents: one after another, for as long as there are any."""

from __future__ import annotations

import sys
from functools import partial

from lsbook.media.faults import Fault, Refused
from lsbook.media.picture import Developed
from lsbook.media.probe.kinds import HEAD, kind_of
from lsbook.media.recipes import RECIPES, NotShown, Paper, Photo
from lsbook.media.transcode import pdf_pages as paper
from lsbook.media.transcode import photo
from lsbook.media.workers.messages import Tell, receive, say, send
from lsbook.media.workers.sandbox import Locks
from lsbook.media.workers.worker import begin, limit, lock_in, outcome, teller


def work(memory: int, locks: Locks) -> None:
    """Answer on standard output what comes in on standard input. ``memory``, in bytes, is what one medium may use."""
    answers = begin(1, memory)
    photo.get_ready()
    limit("RLIMIT_FSIZE", 0)  # a photo goes out through a pipe: nothing is written into a file
    lock_in(answers, locks)
    while source := receive(sys.stdin.buffer):
        send(answers, say(outcome(partial(make, source, teller(answers)))))


def make(source: bytes, tell: Tell) -> Developed:
    """Make what a book shows of ``source``. Raises ``Refused``, and whatever a damaged file provokes."""
    recipe = RECIPES[kind_of(source[:HEAD])]
    if isinstance(recipe, Photo):
        return photo.develop(source, recipe)
    if isinstance(recipe, Paper):
        return paper.print_out(source, tell)
    raise Refused(recipe.fault if isinstance(recipe, NotShown) else Fault.CHANGED)
