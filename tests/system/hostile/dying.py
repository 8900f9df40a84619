"""Run as a program: a command of lsbook that is killed (kill -9) as it comes to a function.

Arguments: the module and the name of the function, then the words of the command.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module

from lsbook.cli import main


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    setattr(import_module(sys.argv[1]), sys.argv[2], die)
    main(sys.argv[3:])
