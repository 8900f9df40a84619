"""What speaks against a finished book and against files made of it, in words for a worker."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

NOT_OUR_FOLDER = RuleText(
    id="book-folder-changed",
    severity=Severity.ERROR,
    explain=(
        "In the folder of a book lies something that lsbook did not write, or that somebody changed since. A new book"
        " takes the place of the whole folder, and what a person put there would be lost. If it matters, move it out"
        " of the folder. Then build again. What a book should say belongs in the story."
    ),
)
ANOTHER_CHILD = RuleText(
    id="folder-of-another-child",
    severity=Severity.ERROR,
    explain=(
        "The books in this folder are another child's. Two children never share a folder: one of them could open the"
        " story of the other. Name a folder of this child's own with --out. If it is the same child under a new name"
        " or with a corrected birth date, the message says what to delete."
    ),
)
LEFT_BOOK_FILE = RuleText(
    id="older-file-left",
    severity=Severity.WARNING,
    explain=(
        "A PDF, an EPUB or a file that was made of an older book lies here still. It may tell what the new book tells"
        " no more. Somebody changed it, or it lies elsewhere, so lsbook does not delete it. Look at it, then delete"
        " it or keep it where it belongs."
    ),
)
UNWRITABLE_LETTER = RuleText(
    id="letter-unwritable",
    severity=Severity.ERROR,
    explain=(
        "A page of the book holds half of a letter, which no file can hold. It came in with words that were pasted."
        " The book would be cut off there, so it is not made. Look in the story for a letter that shows as a box or a"
        " question mark, and type it again."
    ),
)
UNCLEAN_PAGE = RuleText(
    id="page-not-clean",
    severity=Severity.ERROR,
    explain=(
        "lsbook reads each page before a book is put in its place. This one would reach into the internet, run a"
        " program, or lead to a file that is not in the book. A book must open anywhere and give nothing away, so the"
        " old one stays. Mostly a template of your authority's has such a line. Take the line out; if all templates"
        " are lsbook's own, tell whoever looks after lsbook."
    ),
)
NO_HELPER = RuleText(
    id="media-not-opened",
    severity=Severity.ERROR,
    explain=(
        "lsbook opens photos and films in a small program of its own, and this computer would not start it. Mostly"
        " there is no memory left. Close other programs, and build again. If it happens again, restart the computer."
    ),
)
UNUSABLE_MEDIUM = RuleText(
    id="medium-unusable",
    severity=Severity.WARNING,
    explain=(
        "This photo, film, sound or scan cannot be shown: it is damaged, of a kind that lsbook does not know, or too"
        " large. One broken file never stops a book, so the book is made without it. The message says what is wrong"
        " with it and how to save it anew. If it matters to the child, get it again from whoever it came from."
    ),
)
NO_BOOK = RuleText(
    id="book-not-made",
    severity=Severity.ERROR,
    explain=(
        "A copy was asked for, and there is no finished book here that one could be made of. It may never have been"
        " made, or by an earlier lsbook. It may also be a preview, a second reader's pages or a page for workers,"
        " which never leave. Make the book with lsbook build, and try again."
    ),
)
BOOK_CHANGED = RuleText(
    id="book-changed",
    severity=Severity.ERROR,
    explain=(
        "Files of the finished book are gone, or not as lsbook wrote them. Nobody knows who changed them, or what"
        " they say now, so no copy is made of this book. Make it again with lsbook build. What the book should say"
        " belongs in the story."
    ),
)
NO_BROWSER = RuleText(
    id="browser-not-found",
    severity=Severity.ERROR,
    explain=(
        "A PDF is made by a browser, and this one was not found, or did not print the book. The book itself is not"
        " harmed. Install Chromium, Chrome or Edge, or name the program with --browser. Or open the book in any"
        " browser, and print its page for paper from there."
    ),
)
TOO_LARGE = RuleText(
    id="one-file-too-large",
    severity=Severity.ERROR,
    explain=(
        "All photos and films in one page make a file that many telephones and browsers cannot open. Whoever gets it"
        " would see nothing. Make an EPUB, or give the whole folder. Or take the longest film out of the story, and"
        " make the book again."
    ),
)

FINISHED_BOOK_RULES = (
    NOT_OUR_FOLDER,
    ANOTHER_CHILD,
    LEFT_BOOK_FILE,
    UNWRITABLE_LETTER,
    UNCLEAN_PAGE,
    NO_HELPER,
    UNUSABLE_MEDIUM,
    NO_BOOK,
    BOOK_CHANGED,
    NO_BROWSER,
    TOO_LARGE,
)
"""From building to what is made of a finished book."""
