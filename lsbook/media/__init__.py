"""What a Book shows, made into renditions with nothing of their origin left.

Read in this order: ``rendering`` (the way a medium goes), ``source`` (how a file is read), ``kinds`` and ``recipes``
(what it is, and what is done with it); then how it is made anew: ``photo`` with ``whole``, ``modes``, ``colour`` and
``sizes``; ``paper``; ``film`` with ``playing``, ``mp4`` and ``poster``; then the processes in which that is done:
``crew``, ``processes``, ``limits``, ``bench``, ``messages``, ``worker``, ``photo_worker`` and ``film_worker``, which
``sandbox`` locks in; the proofs that what came out is clean, ``segments`` and ``boxes``; and ``memory``.
"""

from lsbook.media.rendering import render

__all__ = ["render"]
