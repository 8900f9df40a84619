"""What a Book shows, made into renditions with nothing of their origin left.

Read in this order: ``rendering`` (the way a medium goes), ``source`` (how a file is read), ``kinds`` and ``recipes``
(what it is, and what is done with it), ``photo`` with ``whole``, ``modes``, ``colour`` and ``sizes`` (from bytes to
pictures), ``crew``, ``bench``, ``messages`` and ``worker`` (the processes that do it), ``segments`` (the proof that a
picture is clean) and ``memory``.
"""

from lsbook.media.rendering import render

__all__ = ["render"]
