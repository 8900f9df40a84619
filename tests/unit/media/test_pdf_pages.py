"""Documents: pictures of their pages, and nothing of what lies under what can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from lsbook.model.media import Renditions
from tests.system.media.films import CANARY, paper
from tests.system.media.test_films import CORNER_COLOURS
from tests.unit.media.photos import encoded, scene
from tests.unit.media.stories import corners, finished, near, render_media

LIVE = """%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R{catalogue}>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 {size}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length 120>> stream
BT /F1 24 Tf 20 100 Td (qzcanary lives at 12 Acacia Road) Tj ET 0 0 0 rg 0 90 400 40 re f
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R/Info<</Author(qzcanary)/Title(qzcanary)>>>>
%%EOF"""


def live(size: str = "400 200", catalogue: str = "") -> bytes:
    """A PDF written by hand: an address in letters, under a black box."""
    return LIVE.replace("{size}", size).replace("{catalogue}", catalogue).encode()


def locked() -> bytes:
    """A PDF that says that it is locked in a way that no empty password opens."""
    encrypted = "/V 1/R 2/P -4/O(" + "a" * 32 + ")/U(" + "b" * 32 + ")"
    return live().replace(
        b"trailer <<", b"trailer <</ID[(x)(x)]/Encrypt<</Filter/Standard" + encrypted.encode() + b">>"
    )


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Renditions:
    """Documents of each kind, good and bad."""
    three, again = ([scene(400, 600), scene(600, 400), scene(300, 300)] for _ in range(2))
    media = {
        "three.pdf": paper(*three, author=CANARY, title=CANARY),
        "scanner.tif": encoded(again[0], "TIFF", save_all=True, append_images=again[1:]),
        "live.pdf": live(),
        "program.pdf": live(catalogue="/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        "mail.pdf": b"Content-Type: application/pdf\r\n\r\n" + live(),
        "wide.pdf": live("20000 10"),
        "tiny.pdf": live("1 1"),
        "huge.pdf": live("2000000 2000000"),
        "locked.pdf": locked(),
        "none.pdf": b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF",
        "long.pdf": paper(*[Image.new("1", (8, 8))] * 301),
    }
    return render_media(tmp_path_factory.mktemp("story"), media)


@pytest.mark.parametrize("name", ["three.pdf", "scanner.tif"])
def test_every_page_becomes_a_picture(rendered: Renditions, name: str) -> None:
    """A document of three pages is three pictures in their order, each upright and whole."""
    made = rendered.by_file[name]
    assert made.kind == "document"
    assert [(round(widths[0].width / widths[0].height, 1)) for widths in made.pictures] == [0.7, 1.5, 1.0]
    for widths in made.pictures:
        shown = corners(widths[-1])
        assert all(near(shown[corner], colour, 30) for corner, colour in CORNER_COLOURS.items())


def test_a_page_is_as_large_as_a_photo(rendered: Renditions) -> None:
    """A page can be read: it fills the width of the largest picture that a book shows."""
    [widths] = rendered.by_file["live.pdf"].pictures
    assert [(one.width, one.height) for one in widths] == [(640, 320), (1600, 800)]


def test_what_lies_under_a_black_box_is_gone(rendered: Renditions) -> None:
    """Of words under a black box, and of a document's own data, nothing is in the book."""
    for name in ("live.pdf", "three.pdf"):
        for file in finished(Renditions({name: rendered.by_file[name]})).values():
            content = file.read_bytes()
            assert CANARY.encode() not in content
    [widths] = rendered.by_file["live.pdf"].pictures
    with Image.open(widths[-1].file) as image:
        box = image.convert("L").crop((100, 300, 1500, 420))
    assert max(box.tobytes()) < 30


@pytest.mark.parametrize("name", ["program.pdf", "mail.pdf", "wide.pdf", "tiny.pdf", "huge.pdf"])
def test_odd_documents_are_shown_all_the_same(rendered: Renditions, name: str) -> None:
    """A document with a program in it, with a mail's head before it, or of an odd size is one page of harmless size."""
    [widths] = rendered.by_file[name].pictures
    assert all(one.width <= 1600 and one.height <= 2400 for one in widths)


@pytest.mark.parametrize(("name", "why"), [("locked.pdf", "password"), ("none.pdf", "damaged"), ("long.pdf", "300")])
def test_what_cannot_be_shown_says_why(rendered: Renditions, name: str, why: str) -> None:
    """A locked document, one without pages and one of too many each get their own sentence, and a remedy."""
    [said] = [one for one in rendered.unusable if one.file == name]
    assert why in said.reason
    assert said.remedy


def test_what_is_drawn_over_a_page_is_shown(tmp_path: Path) -> None:
    """A black box that somebody drew over a page as a remark covers what is under it in the book too."""
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 400 80]/Length 24>>"
    drawn = b"6 0 obj " + form + b" stream\n0 0 0 rg 0 0 400 80 re f\nendstream endobj\n"
    remark = b"/Annots[<</Type/Annot/Subtype/Square/Rect[0 0 400 80]/AP<</N 6 0 R>>>>]/Contents"
    document = live().replace(b"/Contents", remark).replace(b"trailer", drawn + b"trailer")
    [widths] = render_media(tmp_path, {"a.pdf": document}).by_file["a.pdf"].pictures
    with Image.open(widths[-1].file) as image:
        grey = image.convert("L")
    assert max(grey.crop((10, 500, 1590, 790)).tobytes()) < 30
    assert grey.getpixel((800, 100)) == 255
