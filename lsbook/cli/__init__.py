"""The command line: options in, words out. The only room that prints or exits."""

from __future__ import annotations

import click

from lsbook import __version__
from lsbook.cli.archive import archive, restore
from lsbook.cli.build import build
from lsbook.cli.copies import epub, one_file, pdf
from lsbook.cli.explain import explain
from lsbook.cli.handover import handover
from lsbook.cli.keeping import copies, lost, passphrase, unlock, verify
from lsbook.cli.new import new
from lsbook.cli.receive import receive


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lsbook")
def main() -> None:
    """Make life story books.

    A child's story is a folder of text files and photos. lsbook makes a private book from it, in the words for the
    child's age, that opens with a double-click on any computer, without the internet.

    \b
    Begin a story:           lsbook new maya
    Make the child's book:   lsbook build maya --open
    See who is told what:    lsbook explain maya
    Put it on paper:         lsbook pdf maya
    Give it away:            lsbook handover maya --edition 9-12 --as locked --to STICK
    """


main.add_command(new)
main.add_command(build)
main.add_command(explain)
main.add_command(pdf)
main.add_command(one_file)
main.add_command(epub)
main.add_command(handover)
main.add_command(verify)
main.add_command(unlock)
main.add_command(passphrase)
main.add_command(copies)
main.add_command(lost)
main.add_command(receive)
main.add_command(archive)
main.add_command(restore)
