"""One large showing of a picture in a book."""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.model.vocabulary import PageLook
from lsbook.model.walk import find_all
from lsbook.pages.language.rich_text import NO_TEXT, make_rich
from lsbook.pages.layout.addresses import Href
from lsbook.pages.layout.album_components import PhotoRow
from lsbook.pages.layout.components import Component, Components, FigureStyle, IllustratedText, MediaFigure, RunningText
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_model import ComponentsContent, PageModel
from lsbook.pages.layout.repeated_pictures import shrink_repeated_pictures


def figure(name: str, style: FigureStyle = FigureStyle.PHOTO) -> MediaFigure:
    return MediaFigure(style, PageImage(Href(f"../media/{name}", name), (), 640, 480, "A hill"))


def page(address: str, *components: Component, template: str = "chapter.html") -> PageModel:
    return PageModel(address, template, "A page", ComponentsContent(components))


def name_place(album: PageModel, place: PageModel) -> Components:
    return (RunningText(make_rich(f"{album.address} {place.address}")),)


def list_small(*models: PageModel, look: PageLook = PageLook.FROM_9) -> list[tuple[str, str]]:
    """The page and the name of each picture that stands small."""
    return [
        (model.address, shown.image.src.target)
        for model in shrink_repeated_pictures(models, look, name_place)
        for shown in find_all(MediaFigure, model.content)
        if shown.is_small
    ]


def test_the_second_chapter_with_a_picture_shows_it_small() -> None:
    """A picture is large where it first stands in the order of the book, beside words or by itself, and small later."""
    first, second = page("one", IllustratedText(NO_TEXT, figure("hill"))), page("two", figure("hill"), figure("lake"))
    assert list_small(first, second) == [("two", "hill")]


def test_chapters_have_the_first_choice() -> None:
    """A page of homes or of the timeline shows small what any chapter shows, though it stands before it."""
    homes = page("homes", figure("hill"), figure("house"), template="homes.html")
    assert list_small(homes, page("one", figure("hill"))) == [("homes", "hill")]


def test_pictures_beside_each_other_and_scans_are_left_alone() -> None:
    """A row of an album counts as no large showing and changes nothing, and neither does the scan of a letter."""
    row = PhotoRow((figure("hill"),), (None,))
    scan = figure("lake", FigureStyle.SCAN)
    assert list_small(page("one", row, scan), page("two", figure("hill"), row, scan)) == []


def test_other_kinds_of_pages_keep_their_pictures() -> None:
    """Hard news and the memory box show what they show as they would without the rest of the book."""
    others = [page(template, figure("hill"), template=template) for template in ("behind.html", "keepsakes.html")]
    assert list_small(page("one", figure("hill")), *others) == []


def test_under_five_a_picture_fills_its_board() -> None:
    """For the youngest every picture is as large as its board, in however many chapters it stands."""
    assert list_small(page("one", figure("hill")), page("two", figure("hill")), look=PageLook.UNDER_5) == []


def test_the_album_says_where_the_words_of_a_document_are() -> None:
    """What a document says stands with it in a chapter; in the album a link stands for it if it is in one."""
    words = (RunningText(make_rich("Dear Maya")),)
    report, card = (replace(figure(name, FigureStyle.DOCUMENT), transcript=words) for name in ("report", "card"))
    homes, album = page("homes", report, template="homes.html"), page("photos", report, card, template="photos.html")
    made = shrink_repeated_pictures((page("one", report), homes, album), PageLook.FROM_9, name_place)
    said = [shown.transcript for model in made for shown in find_all(MediaFigure, model.content)]
    assert said == [words, words, name_place(album, page("one")), words]
