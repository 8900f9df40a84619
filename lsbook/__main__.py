"""``python -m lsbook``."""

from lsbook.cli import main

if __name__ == "__main__":
    main(prog_name="lsbook")
