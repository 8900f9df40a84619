"""By hand: all media in a folder are rendered, and what is left of their origin is counted.

``python -m tests.system.media.collection FOLDER`` for collections of others; FOLDER is only read.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.unit.media.metadata import notes_beyond, tags_beyond
from tests.unit.media.stories import finished, render_story


def main(folder: Path) -> None:
    """Copy every file into a story of its own, render them, and print counts."""
    with tempfile.TemporaryDirectory() as made:
        story = Path(made)
        (story / "media").mkdir()
        names = []
        for number, file in enumerate(sorted(path for path in folder.rglob("*") if path.is_file())):
            names.append(f"{number:05}{file.suffix}")
            shutil.copyfile(file, story / "media" / names[-1])
        begun = time.monotonic()
        renditions = render_story(story, *names)
        taken = time.monotonic() - begun
        files = finished(renditions)
        pictures = [file for name, file in files.items() if name.endswith(".jpg")]
        films = [file for name, file in files.items() if not name.endswith(".jpg")]
        tags = tags_beyond(pictures)
        notes = {film: said for film in films if (said := notes_beyond(film))}
        shown, unusable = len(renditions.by_file), len(renditions.unusable)
        print(f"{len(names)} files in {taken:.0f} s: {shown} shown, {unusable} said why not")
        print(f"{len(pictures)} pictures, {len(films)} films and sounds; with tags left: {len(tags)} and {len(notes)}")
        for what, count in Counter(made.kind for made in renditions.by_file.values()).most_common():
            print(f"{count:6}  {what}")
        for why, count in Counter(one.reason for one in renditions.unusable).most_common():
            print(f"{count:6}  {why}")
        for left in (*tags.items(), *notes.items()):
            print(*left)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
