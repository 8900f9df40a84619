"""Films and sounds: made anew, upright, and with nothing in them of where they came from."""

from __future__ import annotations

from pathlib import Path

import av
import pytest
from PIL import Image, ImageColor

from lsbook.media.verify import verify_mp4 as boxes
from lsbook.model.media import Recording, Renditions
from tests.system.media.films import CANARY, FILMS, SOUNDS, Film, colour_of, made, middles, trimmed
from tests.unit.media.metadata import notes_beyond
from tests.unit.media.photos import CORNERS, scene
from tests.unit.media.stories import corners, finished, near, render_media

CORNER_COLOURS = {corner: ImageColor.getrgb(colour)[:3] for corner, colour in CORNERS.items()}
TURNS = [(turn, flip) for turn in (0, 90, 180, 270) for flip in (False, True)]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Renditions:
    """A film in every format that phones, cameras and programs write, and a sound in every format."""
    return render_media(
        tmp_path_factory.mktemp("story"), {name: made(film) for name, film in {**FILMS, **SOUNDS}.items()}
    )


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Renditions:
    """One scene filmed with the phone held in all eight ways."""
    image = scene(160, 120)
    media = {}
    for turn, flip in TURNS:
        held = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if flip else image
        held = held.rotate(-turn, expand=True)
        media[f"{turn}-{flip}.mp4"] = made(
            Film(size=held.size, seconds=1, turn=turn, flip=flip, image=held, audio="", options={"crf": "5"})
        )
    return render_media(tmp_path_factory.mktemp("turned"), media)


def recording(renditions: Renditions, name: str) -> Recording:
    """The finished film or sound."""
    found = renditions.by_file[name].recording
    assert found
    return found


@pytest.mark.parametrize("name", FILMS)
def test_every_film_becomes_one_that_every_browser_plays(rendered: Renditions, name: str) -> None:
    """Whatever a film came in, it is H.264 and AAC in an MP4, as long as it was, with a poster."""
    made = rendered.by_file[name]
    film = recording(rendered, name)
    assert (made.kind, film.seconds, film.name[-4:]) == ("film", 2, ".mp4")
    assert [picture.name[-4:] for widths in made.pictures for picture in widths] == [".jpg"]
    with av.open(str(film.file)) as opened:
        names = [stream.codec_context.name for stream in opened.streams]
        assert names == (["h264"] if name == "silent.mp4" else ["h264", "aac"])
        assert opened.streams.video[0].codec_context.pix_fmt == "yuv420p"
    assert len(middles(str(film.file))) == 2


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_becomes_one_that_every_browser_plays(rendered: Renditions, name: str) -> None:
    """Whatever a sound came in, it is AAC in an M4A, as long as it was, with no picture."""
    made = rendered.by_file[name]
    sound = recording(rendered, name)
    assert (made.kind, made.pictures, sound.seconds, sound.name[-4:]) == ("sound", (), 2, ".m4a")
    with av.open(str(sound.file)) as opened:
        assert [stream.codec_context.name for stream in opened.streams] == ["aac"]
        samples = [abs(sample) for frame in opened.decode(audio=0) for sample in memoryview(frame.planes[0]).cast("f")]
    assert 0.1 < max(samples) < 0.5


def test_nothing_of_the_origin_is_left(rendered: Renditions) -> None:
    """In a finished film or sound ffprobe finds no tag but what every such file has, and no byte tells its origin."""
    files = [file for name, file in finished(rendered).items() if not name.endswith(".jpg")]
    assert len(files) >= 10
    for file in files:
        assert CANARY.encode() not in file.read_bytes()
        assert boxes.is_clean(file)
        assert notes_beyond(file) == []


def test_no_note_of_a_coder_is_left_in_the_stream(rendered: Renditions) -> None:
    """A finished film holds no message beside its pictures (SEI), where coders and cameras sign."""
    with av.open(str(recording(rendered, "a.mp4").file)) as opened:
        content = b"".join(bytes(packet) for packet in opened.demux(video=0))
    assert content
    assert b"x264" not in content
    assert b"Lavc" not in recording(rendered, "a.mp4").file.read_bytes()


@pytest.mark.parametrize(("turn", "flip"), TURNS)
def test_a_film_stands_upright_however_the_phone_was_held(turned: Renditions, turn: int, flip: bool) -> None:
    """A film taken sideways, upside down or mirrored is shown as it was seen, and its poster too."""
    [[poster]] = turned.by_file[f"{turn}-{flip}.mp4"].pictures
    assert (poster.width, poster.height) == (160, 120)
    shown = corners(poster)
    assert all(near(shown[corner], colour, 30) for corner, colour in CORNER_COLOURS.items())


def test_what_was_trimmed_away_is_gone(tmp_path: Path) -> None:
    """Of a film that was trimmed on a phone, which keeps the rest in the file, only what is left is in the book."""
    source = trimmed(made(Film(seconds=3, options={"g": "10"})), 2)
    renditions = render_media(tmp_path, {"a.mp4": source})
    film = recording(renditions, "a.mp4")
    assert film.seconds == 1
    [colour] = middles(str(film.file))
    assert near(colour, colour_of(2), 40)


def test_only_the_first_picture_and_the_first_sound_are_kept(rendered: Renditions) -> None:
    """Further tracks, which nobody sees or hears where the film is played, are not in the book."""
    with av.open(str(recording(rendered, "a.mkv").file)) as opened:
        assert (len(opened.streams.video), len(opened.streams.audio), len(opened.streams)) == (1, 1, 2)


@pytest.mark.parametrize(
    ("size", "wanted"), [((1920, 1080), (1280, 720)), ((1080, 1920), (720, 1280)), ((98, 66), (98, 66))]
)
def test_a_film_is_at_most_720p_and_never_enlarged(
    tmp_path: Path, size: tuple[int, int], wanted: tuple[int, int]
) -> None:
    """Films fit into 1280x720, lying or standing, and small ones stay as they are."""
    renditions = render_media(
        tmp_path, {"a.mp4": made(Film(size=size, seconds=1, audio="", options={"preset": "ultrafast"}))}
    )
    with av.open(str(recording(renditions, "a.mp4").file)) as opened:
        video = opened.streams.video[0]
        assert (video.width, video.height) == wanted


def test_the_same_film_gives_the_same_bytes(tmp_path: Path) -> None:
    """What a film becomes depends on the film alone."""
    source = made(Film())
    one, two = (render_media(tmp_path / name, {f"{name}.mp4": source}) for name in ("one", "two"))
    assert set(finished(one)) == set(finished(two))


def test_a_film_that_was_made_is_not_made_again(tmp_path: Path) -> None:
    """A build that was interrupted goes on with the first film that is not finished: the others are remembered."""
    film = made(Film())
    first = render_media(tmp_path, {"a.mp4": film})
    written = {file: file.stat().st_mtime_ns for file in finished(first).values()}
    second = render_media(tmp_path, {"b.mp4": made(Film(seconds=1)), "a.mp4": film})
    assert {file: file.stat().st_mtime_ns for file in finished(second).values() if file in written} == written
    assert not list((tmp_path / ".lsbook").rglob(".film*"))


@pytest.mark.parametrize("form", ["mp4", "matroska"])
def test_a_slow_film_is_whole_to_its_last_picture(tmp_path: Path, form: str) -> None:
    """A film of one picture a second is not taken for a broken one, and its last picture stands as long as it did."""
    slow = made(Film(form, seconds=4, audio="", rate_of_pictures=1))
    film = recording(render_media(tmp_path, {"a.mp4": slow}), "a.mp4")
    assert film.seconds == 4
    with av.open(str(film.file)) as opened:
        assert abs((opened.duration or 0) / av.time_base - 4) < 0.3


def test_a_film_of_one_picture_is_a_film(tmp_path: Path) -> None:
    """A film that has a single picture is shown."""
    one = made(Film(seconds=1, audio="", rate_of_pictures=1))
    assert recording(render_media(tmp_path, {"a.mp4": one}), "a.mp4").seconds == 1


def test_a_sound_with_something_before_it_is_played(tmp_path: Path) -> None:
    """An MP3 that does not begin as one is played all the same."""
    padded = bytes(1000) + made(SOUNDS["a.mp3"])
    assert recording(render_media(tmp_path, {"a.mp3": padded}), "a.mp3").seconds == 2
