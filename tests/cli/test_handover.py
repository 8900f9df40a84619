"""Handing a book over: who agreed, what is written down of each copy, which is out of date, which is lost."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from lsbook.cli import main
from lsbook.handed import handed
from lsbook.handover.verifying import verify
from tests.handover.stories import HARD, make_book, write_story

ASKED = "It is not said that Robin was asked"
READ = "It is not said who else has read"
APPROVED = "approvals:\n- {edition: carers, by: Sam, on: 2026-02-20}\n"
OLDER = "born: 2010-02-14"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small story, with its book for nine to twelve."""
    folder = write_story(tmp_path_factory.mktemp("first") / "robin")
    make_book(folder)
    return folder


@pytest.fixture
def story(first: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(first, tmp_path / "robin"))


def run(*arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=typed)


def handover(story: Path, *more: str, edition: str = "9-12", typed: str = "") -> Result:
    return run("handover", story, "--edition", edition, "--to", story.parent / "stick", *more, typed=typed)


def log(story: Path) -> list[dict[str, Any]]:
    file = story / "work" / "copies.yaml"
    return list(yaml.load(file.read_text("utf-8"), yaml.BaseLoader)) if file.exists() else []


def change(story: Path, file: str, old: str, new: str) -> None:
    text = (story / file).read_text("utf-8")
    assert old in text
    (story / file).write_text(text.replace(old, new), "utf-8")


def for_carers(story: Path) -> None:
    """A book for the carers, approved."""
    change(story, "story.yaml", "talk-to:", f"{APPROVED}talk-to:")
    make_book(story, "carers")


def test_a_copy_is_written_down(story: Path) -> None:
    """Who got which edition when, in which form, from whom, who read it, which book it was: all stands in the log."""
    said = handover(story, "--given-to", "Robin: ok #1", "--by", "Sam", "--second-reader", "Amina", "--as", "zip")
    assert said.exit_code == 0, said.output
    assert "You can take the stick out now." in said.output
    [copy] = log(story)
    name = f"{date.today()}-9-12-1"
    told = {"id": name, "on": str(date.today()), "edition": "9-12", "form": "zip", "given-to": "Robin: ok #1"}
    assert copy.items() >= {**told, "by": "Sam", "second-reader": "Amina"}.items()
    assert verify(story.parent / "stick" / "book-9-12.zip").files == 1
    assert [one.copy for one in handed(story)] == [name]


def test_remarks_in_the_log_stay(story: Path) -> None:
    """What a person wrote between two copies is there after the second, byte for byte, Windows line ends too."""
    handover(story)
    file = story / "work" / "copies.yaml"
    before = file.read_bytes().replace(b"\n", b"\r\n") + b"# Robin keeps it in the red tin.\r\n"
    file.write_bytes(before)
    assert handover(story).exit_code == 0
    assert file.read_bytes().startswith(before)
    assert len({copy["id"] for copy in log(story)}) == 2


@pytest.mark.parametrize("text", ["a note\n", "- id: x\n   on: [\n", "copies:\n- id: a\n"])
def test_a_log_that_cannot_be_added_to_stops_the_copy_before_it_is_made(story: Path, text: str) -> None:
    """No copy leaves that could not be written down, and the log is as it was."""
    (story / "work").mkdir()
    (story / "work" / "copies.yaml").write_text(text, "utf-8")
    said = handover(story)
    assert said.exit_code == 1
    assert "work/copies.yaml" in said.output
    assert not (story.parent / "stick").exists()
    assert (story / "work" / "copies.yaml").read_text("utf-8") == text


def test_without_a_second_reader_it_goes_with_a_warning(story: Path) -> None:
    """The shipped policy warns; it names what to do."""
    said = handover(story)
    assert said.exit_code == 0
    assert READ in said.output and "--second-reader" in said.output
    assert READ not in handover(story, "--second-reader", "Amina").output


def test_an_authority_may_ask_for_more(story: Path) -> None:
    """Where its policy refuses a book without a second reader none goes, until one is named or a reason is."""
    (story.parent / "policy.yaml").write_text("agreements: [{name: second-reader, without: refuse}]\n", "utf-8")
    make_book(story)
    refused = handover(story)
    assert refused.exit_code == 1 and READ in refused.output and log(story) == []
    assert handover(story, "--reason", "Robin moves tonight").exit_code == 0
    assert log(story)[0]["reason"] == "Robin moves tonight"
    assert handover(story, "--second-reader", "Amina").exit_code == 0


def test_the_child_is_asked_before_others_get_the_book(story: Path) -> None:
    """Under 13 a book for others goes with a warning; from 13 on it is refused, until the child was asked."""
    for_carers(story)
    young = handover(story, edition="carers")
    assert young.exit_code == 0 and ASKED in young.output
    assert log(story)[0]["approved-by"] == "Sam, 2026-02-20"
    change(story, "story.yaml", "born: 2017-02-14", OLDER)
    make_book(story, "carers")
    old = handover(story, edition="carers")
    assert old.exit_code == 1 and ASKED in old.output and len(log(story)) == 1
    assert handover(story, "--child-asked", "2026-03-01", edition="carers").exit_code == 0
    assert log(story)[1]["child-asked"] == "2026-03-01"
    change(story, "story.yaml", "carers, by: Sam,", "carers, by: Sam, child-asked: 2026-02-28,")
    said = handover(story, edition="carers")
    assert said.exit_code == 0, said.output
    assert log(story)[2]["child-asked"] == "2026-02-28"


def test_nobody_was_asked_tomorrow(story: Path) -> None:
    """A day that is still to come is refused."""
    for_carers(story)
    said = handover(story, "--child-asked", "2999-01-01", edition="carers")
    assert said.exit_code == 1 and "still to come" in said.output


def test_an_approval_that_was_taken_back_stops_the_copy(story: Path) -> None:
    """The finished book is there, but its approval is gone, or has no date: it is not handed over."""
    for_carers(story)
    change(story, "story.yaml", ", on: 2026-02-20}\ntalk", "}\ntalk")
    said = handover(story, edition="carers").output
    assert "has no date, so nobody has approved it yet" in said and "story.yaml:1" in said
    change(story, "story.yaml", "approvals:\n- {edition: carers, by: Sam}\n", "")
    said = handover(story, "--reason", "in a hurry", edition="carers")
    assert said.exit_code == 1 and "Nobody has approved" in said.output
    assert log(story) == []


def test_a_book_that_tells_what_is_held_back_by_now_is_not_handed_over(story: Path) -> None:
    """Between build and handover something was held: the old book stays where it is, whatever the reason."""
    change(story, "chapters/02-night.md", "heads-up:", "hold: {reason: ask the police first}\nheads-up:")
    said = handover(story, "--reason", "in a hurry")
    assert said.exit_code == 1 and "has changed since this book was made" in said.output
    assert not (story.parent / "stick").exists()
    make_book(story)
    assert handover(story).exit_code == 0
    stick = story.parent / "stick"
    assert not any(HARD in file.read_text("utf-8", "replace") for file in stick.rglob("*.html"))


def test_a_photo_that_was_changed_makes_the_book_out_of_date(story: Path) -> None:
    """The same name and other bytes: neither is the old book handed over nor is its copy up to date."""
    handover(story)
    assert "up to date" in run("copies", story).output
    (story / "media" / "garden.jpg").write_bytes((story / "media" / "later.jpg").read_bytes())
    assert handover(story).exit_code == 1
    assert "out of date" in run("copies", story).output


def test_a_book_that_was_made_again_on_another_day_is_the_same(story: Path) -> None:
    """Its date differs, and what it says is new; what it tells does not, so no copy is out of date."""
    handover(story)
    said = run("build", story, "--edition", "9-12", "--date", "2026-11-30")
    assert said.exit_code == 0
    assert "up to date" in run("copies", story).output
    assert handover(story).exit_code == 0


def test_a_book_of_which_nothing_is_known_is_not_handed_over(story: Path) -> None:
    """Without what build remembers of it, it cannot be said that it is what the story tells today."""
    (story / ".lsbook" / "held-9-12.json").unlink()
    said = handover(story)
    assert said.exit_code == 1 and "not known from what" in said.output


@pytest.mark.parametrize("edition", ["../9-12", "nobody", "18-plus"])
def test_a_book_that_is_not_there_is_named(story: Path, edition: str) -> None:
    """A name that is no edition, or one of which no book was made, ends in a sentence."""
    said = handover(story, edition=edition)
    assert said.exit_code in (1, 2)
    assert "There is no" in said.output


def test_a_log_that_fails_at_the_end_is_said_with_the_lines_to_write(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is on the stick: lsbook does not say that it is not, and shows what belongs into the log."""

    def full(self: Path, target: Path) -> Path:
        if target.name == "copies.yaml":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    rename = Path.replace
    monkeypatch.setattr(Path, "replace", full)
    said = handover(story, "--given-to", "Robin")
    assert said.exit_code == 1
    assert "The copy is made and whole" in said.output and 'given-to: "Robin"' in said.output
    assert "Nothing is handed over" not in said.output
    assert verify(story.parent / "stick" / "book-9-12").files > 5


def test_a_name_in_the_log_leads_nowhere_else(story: Path) -> None:
    """A name that is a path is refused: reports are called by it."""
    handover(story)
    change(story, "work/copies.yaml", f"{date.today()}-9-12-1", "../../elsewhere")
    said = run("lost", story, "../../elsewhere")
    assert said.exit_code == 1 and "letters, digits and hyphens" in said.output
    assert not (story.parent / "elsewhere-lost.md").exists()


@pytest.mark.parametrize("form", ["folder", "locked", "zip"])
def test_another_childs_copy_on_the_stick_stays(story: Path, tmp_path: Path, form: str) -> None:
    """Where two stories have copies of one name the second is refused; a story's own older copy gives way."""
    other = Path(shutil.copytree(story, tmp_path / "sister"))
    change(other, "story.yaml", "name: Robin", "name: Wren")
    make_book(other)
    assert handover(other, "--as", form).exit_code == 0
    [place] = [one for one in (tmp_path / "stick").iterdir() if not one.name.endswith(".sha256")]
    said = handover(story, "--as", form)
    assert said.exit_code == 1 and "another child's book" in said.output
    assert verify(place).files > 0 and log(story) == []
    assert handover(other, "--as", form).exit_code == 0
    assert handover(story, "--as", form, "--replace").exit_code == 0


def test_a_locked_copy_of_another_edition_stays(story: Path) -> None:
    """Locked copies have one name: another edition, or one for somebody else, takes the place of none."""
    assert handover(story, "--as", "locked", "--given-to", "Robin").exit_code == 0
    make_book(story, "13-17")
    assert handover(story, "--as", "locked", "--given-to", "Robin", edition="13-17").exit_code == 1
    assert handover(story, "--as", "locked", "--given-to", "Jan").exit_code == 1
    assert handover(story, "--as", "locked", "--given-to", "Robin").exit_code == 0


def test_what_the_child_put_into_a_copy_stays(story: Path) -> None:
    """My pages, saved beside the book on the stick: the older copy does not give way, and says what lies there."""
    handover(story)
    mine = story.parent / "stick" / "book-9-12" / "my-pages.json"
    mine.write_text("mine", "utf-8")
    said = handover(story)
    assert said.exit_code == 1 and "my-pages.json" in said.output and "Take it out first" in said.output
    assert mine.read_text("utf-8") == "mine"


def test_a_page_that_cannot_be_written_does_not_undo_the_copy(story: Path) -> None:
    """The copy is whole and in the log, the code is on the screen, and the page that failed is named."""
    said = handover(story, "--as", "locked", "--sheet", str(story.parent / "nowhere" / "code.html"))
    assert said.exit_code == 0 and "Write the code down by hand" in said.output
    assert len(log(story)) == 1


@pytest.mark.parametrize("words", [" ", "Sam", "sam "])
def test_nobody_is_their_own_second_reader(story: Path, words: str) -> None:
    """Neither nothing nor whoever hands the book over counts as a second reader."""
    assert READ in handover(story, "--by", "Sam", "--second-reader", words).output


@pytest.mark.parametrize("on", ["not known", "2999-01-01"])
def test_an_approval_needs_a_day_that_has_been(story: Path, on: str) -> None:
    """A date that is not known approves nothing; one that is still to come stops the copy."""
    for_carers(story)
    change(story, "story.yaml", "on: 2026-02-20}\ntalk", f"on: {on}}}\ntalk")
    assert handover(story, edition="carers").exit_code == 1
    assert log(story) == []


def test_places_that_cannot_be_are_sentences(story: Path) -> None:
    """A name too long for any disk, and a file where a folder should be, end in a sentence."""
    (story.parent / "file").write_text("mine", "utf-8")
    for place in ("x" * 300, "file/stick"):
        said = run("handover", story, "--edition", "9-12", "--to", story.parent / place)
        assert said.exit_code == 1 and "Nothing is handed over" in said.output, said.exception
    assert (story.parent / "file").read_text("utf-8") == "mine"


def test_a_name_that_no_file_can_hold_is_logged_all_the_same(story: Path) -> None:
    """Letters that YAML cannot hold as they are, and quotes, come back from the log as they were said."""
    name = 'Jan \x7f "the" \u2028 one: #'
    assert handover(story, "--given-to", name).exit_code == 0
    assert log(story)[0]["given-to"] == name
    assert run("copies", story).exit_code == 0


def test_a_log_that_is_a_folder_is_said(story: Path) -> None:
    """It is not taken for no log at all."""
    (story / "work" / "copies.yaml").mkdir(parents=True)
    assert "should be a file" in run("copies", story).output
    assert handover(story).exit_code == 1


def test_a_report_that_is_missing_is_written(story: Path) -> None:
    """Where a person marked the copy in the log, or the report could not be written, lsbook lost writes it."""
    handover(story)
    name = log(story)[0]["id"]
    change(story, "work/copies.yaml", f'- id: "{name}"\n', f'- id: "{name}"\n  lost: 2026-11-01\n')
    assert run("lost", story, name).exit_code == 0
    assert (story / "work" / "copies" / f"{name}-lost.md").is_file()
    assert handed(story)[0].lost
    assert [copy["lost"] for copy in log(story)] == ["2026-11-01"]


def test_nobody_noticed_tomorrow(story: Path) -> None:
    """A moment that is still to come is refused, however far."""
    handover(story)
    said = run("lost", story, log(story)[0]["id"], "--noticed", "9999-12-31")
    assert said.exit_code == 1 and "still to come" in said.output


def test_words_of_the_child_alone_are_in_no_report_wherever_they_stand(story: Path) -> None:
    """What stands on somebody who is only the child's is the child's too: photos, sayings, homes, letters."""
    people = (story / "people.yaml").read_text("utf-8")
    own = "- {id: moth, name: qzowna1z, is: friend, group: friends, only-me: true, photo: moth.jpg}\n"
    (story / "people.yaml").write_text(people + own, "utf-8")
    (story / "media" / "moth.jpg").write_bytes((story / "media" / "garden.jpg").read_bytes())
    media = (story / "media.yaml").read_text("utf-8")
    (story / "media.yaml").write_text(media + "- {file: moth.jpg, shows: qzowna2z, people: [moth]}\n", "utf-8")
    (story / "about-me.yaml").write_text("- {kind: strength, what: qzowna3z runs fast, said-by: moth}\n", "utf-8")
    den = "- {id: den, name: qzowna4z, only-me: true, stays: [{from: 2024, why-came: qzowna5z went}]}\n"
    (story / "homes.yaml").write_text(den, "utf-8")
    (story / "letters").mkdir()
    letter = "---\nfrom: jan\nkind: hello\n---\n::: only-me\nqzowna6z said.\n:::\n\nAnd more.\n"
    (story / "letters" / "a.md").write_text(letter, "utf-8")
    make_book(story)
    assert handover(story).exit_code == 0
    book = "".join(file.read_text("utf-8") for file in (story.parent / "stick").rglob("*.html"))
    assert all(f"qzowna{number}z" in book for number in (1, 3, 4, 6))
    run("lost", story, log(story)[0]["id"])
    written = "".join(file.read_text("utf-8") for file in (story / "work").rglob("*") if file.is_file())
    assert "qzowna" not in written


def test_a_copy_is_not_put_into_the_story(story: Path) -> None:
    """A book among the sources would become a part of them."""
    said = run("handover", story, "--edition", "9-12", "--to", story / "media")
    assert said.exit_code == 1 and "inside the story" in said.output


def test_own_passphrases_may_not_be_weak(story: Path) -> None:
    """Short ones, the child's name, what people always take are refused before a copy is made; good ones open it."""
    for words in ("robin", "Robin Robin Robin", "password12345678", "qwertyuiopasdfgh"):
        weak = handover(story, "--as", "locked", "--own-passphrase", typed=f"{words}\n{words}\n")
        assert weak.exit_code == 1 and "could be found out" in weak.output
    assert not (story.parent / "stick").exists()
    words = "tin marmalade orbit fennel quay"
    said = handover(story, "--as", "locked", "--own-passphrase", typed=f"{words}\n{words}\n")
    assert said.exit_code == 0 and words not in said.output
    place = story.parent / "stick" / "locked-book"
    assert run("unlock", place, "--to", story.parent / "plain", typed=f"{words}\n").exit_code == 0
    assert verify(story.parent / "plain").files > 5


def test_the_hint_is_not_the_passphrase(story: Path) -> None:
    """Words that the hint, which stands in the log, gives away are refused; so is a hint for what has no lock."""
    words = "tin marmalade orbit fennel quay"
    said = handover(story, "--as", "locked", "--own-passphrase", "--hint", words, typed=f"{words}\n{words}\n")
    assert said.exit_code == 1 and "gives the passphrase away" in said.output and log(story) == []
    assert handover(story, "--hint", "the tin").exit_code == 2


def test_the_passphrase_is_nowhere_but_on_the_screen(story: Path) -> None:
    """Neither the words nor the code stand in the story, its log or the copy; only the page to print has the code."""
    sheet = story.parent / "code.html"
    said = handover(story, "--as", "locked", "--hint", "the tin", "--sheet", str(sheet))
    words = said.output.partition("Passphrase:")[2].splitlines()[0].strip()
    code = said.output.partition("Recovery code:")[2].splitlines()[0].strip()
    assert len(words.split()) == 5 and len(code) > 20
    everything = b"".join(file.read_bytes() for file in story.parent.rglob("*") if file.is_file() and file != sheet)
    assert words.encode() not in everything and code.encode() not in everything
    assert code in sheet.read_text("utf-8") and words not in sheet.read_text("utf-8")
    assert log(story)[0]["hint"] == "the tin"


def test_the_page_to_print_never_lies_with_the_book(story: Path) -> None:
    """Asked to put the recovery code on the stick, lsbook refuses, and makes no copy."""
    said = handover(story, "--as", "locked", "--sheet", str(story.parent / "stick" / "code.html"))
    assert said.exit_code == 1 and "beside the book that it opens" in said.output
    assert not (story.parent / "stick").exists()


def test_another_passphrase_without_building_again(story: Path) -> None:
    """Asked for the old words, lsbook makes new ones: the old open nothing more, the new open the same book."""
    old = handover(story, "--as", "locked").output.partition("Passphrase:")[2].splitlines()[0].strip()
    place = story.parent / "stick" / "locked-book"
    said = run("passphrase", place, typed=f"{old}\n")
    new = said.output.partition("Passphrase:")[2].splitlines()[0].strip()
    assert said.exit_code == 0 and new != old
    wrong = run("unlock", place, "--to", story.parent / "one", typed=f"{old}\n")
    assert wrong.exit_code == 1 and "do not open this book" in wrong.output
    assert run("unlock", place, "--to", story.parent / "two", typed=f"{new}\n").exit_code == 0
    again = run("passphrase", place, typed="these are not it\n")
    assert again.exit_code == 1 and "The passphrase is as it was" in again.output


def test_a_lost_copy_says_what_it_tells_and_whom_to_tell_when(story: Path) -> None:
    """What that copy held, not what the story tells today; the hours of the policy; whether it was locked."""
    handover(story, "--given-to", "Robin")
    change(story, "people.yaml", "name: Jan", "name: Janet")
    name = log(story)[0]["id"]
    said = run("lost", story, name, "--noticed", "2026-11-22 14:30", "--where", "the 38 bus")
    assert said.exit_code == 0
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")
    for words in ("- Jan\n", "Robin in a garden", "The night you left **(hard news)**", "the 38 bus", "is not locked"):
        assert words in report, words
    assert "Janet" not in report and "Ade" not in report
    assert "| the Information Commissioner's Office | 2026-11-25, 14:30 |" in report
    assert f"--instead-of {name}" in report
    assert log(story)[0]["lost"] == "2026-11-22"
    assert "lost on 2026-11-22" in run("copies", story).output


def test_a_lost_locked_copy_says_that_it_was_locked(story: Path) -> None:
    """What it tells is listed all the same, for the passphrase may be lost with it."""
    handover(story, "--as", "locked")
    name = log(story)[0]["id"]
    run("lost", story, name)
    assert "**It is locked.**" in (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")


def test_what_is_the_childs_own_is_in_no_report(story: Path) -> None:
    """Of what is only for the child, the log and the report of a lost copy say that it is there, and no word of it."""
    own = "---\ntitle: My secret den qzown4z\npart: who-am-i\nonly-me: true\n---\nBehind the qzown5z shed.\n"
    (story / "chapters" / "03-den.md").write_text(own, "utf-8")
    make_book(story)
    handover(story)
    assert "qzown4z" in "".join(file.read_text("utf-8") for file in (story.parent / "stick").rglob("*.html"))
    name = log(story)[0]["id"]
    run("lost", story, name)
    written = "".join(file.read_text("utf-8") for file in (story / "work").rglob("*") if file.is_file())
    assert "qzown" not in written
    assert "What is the child's own stands in it too" in written


def test_a_copy_is_lost_once(story: Path) -> None:
    """Marked twice, or by a name that is none, it is said; the first report stays."""
    handover(story)
    name = log(story)[0]["id"]
    assert f"There are: {name}." in run("lost", story, "the-blue-one").output
    run("lost", story, name, "--noticed", "2026-11-01 09:00")
    again = run("lost", story, name)
    assert again.exit_code == 1 and "lost already, on 2026-11-01" in again.output


def test_a_reissue_follows_from_a_lost_copy(story: Path) -> None:
    """A new copy names the lost one whose place it takes; it cannot take the place of one that is not lost."""
    handover(story)
    name = log(story)[0]["id"]
    assert "No lost copy" in handover(story, "--instead-of", name).output
    run("lost", story, name)
    assert handover(story, "--instead-of", name).exit_code == 0
    assert log(story)[1]["instead-of"] == name


def test_losing_needs_no_sound_story(story: Path) -> None:
    """A lost copy is urgent: a slip somewhere in the story does not keep its report back."""
    handover(story)
    (story / "people.yaml").write_text("- id: [\n", "utf-8")
    assert run("lost", story, log(story)[0]["id"]).exit_code == 0
    listed = run("copies", story)
    assert listed.exit_code == 0 and "nothing can be compared" in listed.output
