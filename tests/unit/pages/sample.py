"""A made-up child's Book with every kind of item in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from lsbook.model.book import (
    AboutMe,
    Account,
    Book,
    Chapter,
    Child,
    FamilyTime,
    FlaggedBlock,
    Hold,
    Home,
    Keepsake,
    Letter,
    LetterBlock,
    MediaBlock,
    Moment,
    MyWords,
    NameLink,
    NoteBlock,
    NotKnownBlock,
    Partner,
    Person,
    PictureLink,
    Placeholder,
    Prose,
    Question,
    School,
    Stay,
    Word,
    WritingSpace,
)
from lsbook.model.edition import Band, Edition, Helpline
from lsbook.model.media import RenderedMedium, Rendition, Renditions
from lsbook.model.prose import Heading, Link, Listing, PageBreak, Preformatted, Quote, Strong, Text
from lsbook.model.theme import Theme
from lsbook.model.vocabulary import (
    AboutMeKind,
    BookOrder,
    BookVoice,
    Certainty,
    LetterKind,
    MediaBlockKind,
    MediumKind,
    MomentKind,
    Part,
    QuestionStatus,
)
from lsbook.model.when import AtAge, Dated, Nearness, Point, Season, Span
from lsbook.model.when import UnknownDate as DateNotKnown
from tests.unit.pages.cast import (
    AMIRA,
    BADGE,
    BISCUIT,
    BLANKET,
    BORN,
    DAVE,
    DAVE_FACE,
    DRAWING,
    FARM,
    GARDEN,
    GARY,
    GATE,
    JAN,
    JAN_FACE,
    MAYA,
    MAYA_FACE,
    MUM,
    NANA,
    OAK,
    OKORO,
    PRIYA,
    SCAN,
    TYLER,
    WELLIES,
    WOOL,
    media,
)
from tests.unit.pages.writing import day, hard, para, prose, says

ROOT = Path(__file__).parents[3]
TEMPLATES = (ROOT / "templates",)
AGES = {"under-5": 3, "5-8": 5, "9-12": 9, "13-17": 13, "18-plus": 18}


def _person(name: str, is_: str, group: str, about: str, photo: int | None = None) -> Person:
    return Person(name, says(about), photo, (), is_, group, (), (), (), (), ())


def _mum() -> Person:
    return replace(
        _person("Mum", "birth mum", "family", "Mum chose your name. She liked how it sounded."),
        parent_of=(MAYA, TYLER),
        partners=(Partner(GARY, day(2010), day(2014)),),
        family_time=(FamilyTime(day(2020, 4), day(2022, 1), says("You met every Saturday at the farm.")),),
        facts=(
            says(
                "Mum drank so much alcohol that she could not keep you safe.",
                source="court judgment",
                decided_by="the family court",
                certainty=Certainty.SURE,
            ),
            replace(
                says("Mum went to prison in 2021."),
                heads_up=hard("about where Mum was in 2021", "Priya", day(2026, 3, 2)),
            ),
            Placeholder(prose("There is more. Priya will tell you when you are older.")),
        ),
        accounts=(
            Account(MUM, prose("I asked for help and nobody came.")),
            Account(NameLink("the local authority’s record"), prose("Help was offered in May and in July.")),
        ),
    )


def _people() -> tuple[Person, ...]:
    return (
        _person("Jan", "foster mum", "home", "Jan sings when she cooks.", JAN_FACE),
        _person("Dave", "foster dad", "home", "Dave fixes bikes. He can whistle like a blackbird.", DAVE_FACE),
        _person("Biscuit", "dog", "home", "Biscuit likes toast, and you.", GARDEN),
        _mum(),
        replace(
            _person("Tyler", "half-brother", "family", "Tyler taught you to walk. He lives with his dad."),
            facts=(says("Tyler is five years older than you."),),
        ),
        _person("Nana Pat", "Mum’s mum", "family", "Nana Pat knitted your blue blanket."),
        replace(
            _person("Gary", "Tyler’s dad", "family", "Gary drives a milk float."),
            heads_up=hard("about somebody Mum lived with"),
        ),
        _person("Amira", "friend at school", "friends", "Amira and you have a secret handshake."),
        _person("Miss Okoro", "teacher", "helpers", "Miss Okoro keeps your drawings on her wall."),
        _person("Priya", "social worker", "helpers", "Priya’s job is to make sure that you are safe and heard."),
    )


def _homes() -> tuple[Home, ...]:
    nothing = (None,) * 5
    first = Stay(
        day(2020, 3, 6),
        day(2021, 7),
        (JAN, DAVE, BISCUIT),
        PRIYA,
        (WELLIES,),
        says("Sue’s house was for a short stay.", source="Priya’s notes", decided_by="Priya and her manager"),
        says("Jan was ill and needed to rest."),
        says("It rained. You kept your wellies on until morning."),
        says("You all had pancakes. Biscuit would not leave the car."),
        says("You wanted to bring the moon lamp, and you did."),
    )
    again = Stay(day(2022, 2), None, (JAN, DAVE, BISCUIT), None, (), says("Jan was well again."), *nothing[1:])
    sues = Stay(day(2021, 7), day(2022, 2), (NameLink("Sue"),), PRIYA, (), *nothing)
    mums = Stay(day(2017, 2, 14), day(2019, 12, 20), (MUM, TYLER), None, (), *nothing)
    gone = replace(sues, from_=day(2019, 12, 20), until=day(2020, 3, 6), heads_up=hard("about the night you left"))
    about = says("Your bedroom is the one with the moon lamp.")
    side = (Account(JAN, prose("You slept well.")), Account(DAVE, prose("You were up until ten!")))
    return (
        Home("Jan and Dave’s house", about, GARDEN, side, (first, again)),
        Home("Sue’s house", says("It had a green gate."), GATE, (), (gone, sues)),
        Home(
            "The flat with the blue door",
            None,
            None,
            (),
            (mums, Placeholder(prose("There is more to tell here later."))),
        ),
    )


def _moments() -> tuple[Moment | Placeholder, ...]:
    return (
        Moment(
            day(2017, 2, 14), prose("You were born, at four in the morning"), MomentKind.BIRTH, None, (MUM,), (BORN,)
        ),
        Moment(
            Dated(Point(2019, season=Season.SUMMER)),
            prose("You learned to swim"),
            MomentKind.ACHIEVEMENT,
            says("Dave held one finger under your tummy."),
            (DAVE,),
            (BADGE,),
        ),
        Moment(day(2020, 3, 6), (para("You came to ", OAK),), MomentKind.MOVE, None, (PRIYA,), (WELLIES, GARDEN)),
        Moment(Dated(Point(2023), Nearness.ABOUT), prose("You lost a tooth"), MomentKind.FIRST, None, (), ()),
        Moment(AtAge(4), prose("You asked for a dog every day"), None, None, (), ()),
        Placeholder(prose("Something else happened that spring. Jan will tell you about it.")),
        Moment(Span(Point(2023), Point(2024)), prose("You played in goal"), MomentKind.OTHER, None, (AMIRA,), ()),
        replace(
            Moment(day(2021, 5), prose("Nana Pat died"), MomentKind.LOSS, says("She was eighty."), (NANA,), ()),
            heads_up=hard("about Nana Pat", "Jan", day(2021, 5)),
        ),
        Moment(DateNotKnown(), prose("You saw the sea"), MomentKind.FIRST, None, (), ()),
    )


def _about_me() -> tuple[AboutMe | Placeholder, ...]:
    return (
        AboutMe(AboutMeKind.STRENGTH, prose("You never give up on a puzzle."), JAN, day(2026, 5)),
        AboutMe(AboutMeKind.STRENGTH, prose("You ask the best questions in the class."), OKORO, None),
        *(AboutMe(AboutMeKind.LIKE, prose(one), None, None) for one in ("mango", "football", "rain on a tent")),
        AboutMe(AboutMeKind.DISLIKE, prose("being hurried"), None, None),
        AboutMe(AboutMeKind.CULTURE, prose("Your dad’s family came from Jamaica, Mum says."), MUM, None),
        AboutMe(AboutMeKind.HEALTH, prose("You wear glasses for reading."), None, None),
        AboutMe(AboutMeKind.HOPE, prose("To be a vet, or a goalkeeper. Or both."), MAYA, day(2026, 4)),
        replace(
            AboutMe(AboutMeKind.HEALTH, prose("You had a heart operation."), None, None),
            heads_up=hard("about your heart"),
        ),
        Placeholder(prose("There is more about your dad for later.")),
    )


def _why() -> Prose:
    return (
        Heading(2, (Text("What children need"),)),
        *prose("Children need food, sleep, clean clothes and cuddles."),
        Heading(2, (Text("What happened"),)),
        para(MUM, " drank a lot of alcohol. The family court decided."),
        FlaggedBlock(prose("The police came in the night."), heads_up=hard("about the night the police came", "Priya")),
        MyWords(day(2026, 4), prose("I want to know if she is OK.")),
    )


def _day_you_came() -> Prose:
    return (
        *prose("It was a rainy Friday. Priya drove you in her blue car."),
        para("Red wellies stood by the door. ", PictureLink(WELLIES, "Small red wellies by a green door.")),
        PageBreak(),
        para("You wore them all day, and ", Strong((Text("even in bed"),)), ". ", BLANKET, " had its own seat belt."),
        Heading(3, (Text("What you packed"),)),
        Listing(None, ((para("a moon lamp"),), (para("two bags"),))),
        MediaBlock(MediaBlockKind.PHOTOS, (GARDEN, FARM)),
        MyWords(AtAge(3), prose("He is guarding me.")),
        Account(JAN, prose("He slept outside your door.")),
        Account(DAVE, prose("He was on your bed by ten o’clock.")),
        LetterBlock(0),
        NotKnownBlock(prose("Nobody knows who gave you the lamp.")),
        NoteBlock(prose("A foster home is a home with carers.")),
        Quote((para("Welcome home, said the mat."),)),
        para("Here is what the council says: ", Link((Text("about fostering"),), "https://example.org/fostering")),
        Preformatted("<b>not bold</b>"),
        WritingSpace(prose("What do you remember?")),
        Placeholder(prose("There is more about this day. It will be told later.")),
    )


def _chapters() -> tuple[Chapter, ...]:
    return (
        Chapter(
            "The things you love",
            Part.WHO_AM_I,
            (*prose("Mango, football, and rain on a tent."), MediaBlock(MediaBlockKind.PHOTOS, (DRAWING,))),
        ),
        Chapter("The day you came to Jan and Dave’s", Part.HOW_I_GOT_HERE, _day_you_came()),
        Chapter(
            "Why you could not stay with Mum",
            Part.HOW_I_GOT_HERE,
            _why(),
            heads_up=hard("about Mum’s drinking", "Priya", day(2026, 3, 2)),
        ),
        Chapter("Nothing here", Part.MY_PEOPLE, ()),
        Chapter("What comes next", Part.WHERE_IM_GOING, prose("You live with Jan and Dave until you are grown up.")),
    )


def _letters() -> tuple[Letter, ...]:
    return (
        Letter(
            "Hello from Jan",
            JAN,
            None,
            LetterKind.HELLO,
            day(2020, 3, 6),
            (),
            prose("Dear Maya,", "Is this my hook, you asked. It is.", "Love from Jan"),
        ),
        Letter(
            "A letter from Mum",
            MUM,
            None,
            LetterKind.FAMILY,
            day(2021),
            (SCAN,),
            prose("I think of you every day."),
            heads_up=hard("a letter from Mum"),
        ),
        Letter("", NANA, MAYA, LetterKind.FAMILY, None, (), prose("I knitted it in the winter before you came.")),
    )


def _keepsakes() -> tuple[Keepsake, ...]:
    knitted, now = says("Nana Pat knitted it before she met you."), says("On your bed, at Jan and Dave’s.")
    key = Keepsake("The key", says("It was the key to the flat."), None, (), MUM, None, None)
    return (
        Keepsake("Your blue blanket", knitted, WOOL, (), NANA, day(2017, 2, 14), now),
        replace(key, heads_up=hard("about the flat")),
    )


def _questions() -> tuple[Question, ...]:
    fault = Question(prose("Was it my fault?"), QuestionStatus.ANSWERED, None, says("No."))
    return (
        Question(prose("Where is Tyler living now?"), QuestionStatus.FINDING_OUT, PRIYA, None),
        Question(prose("Who gave me the moon lamp?"), QuestionStatus.NOBODY_KNOWS, None, None),
        Question(prose("Can I keep Biscuit?"), QuestionStatus.ANSWERED, None, says("Yes.")),
        replace(fault, heads_up=hard("about whose fault it was")),
    )


def edition(look: str, reader: str) -> Edition:
    """An edition in one look, for the child unless it is for another reader."""
    band = Band(look, look, AGES.get(look, 18), 12, 18, None, look)
    helpline = Helpline("Childline", "0800 1111", "Free, any time.", 0, 18, date(2026, 6, 2))
    name = look if reader == "child" else reader
    return Edition(name, "nine to twelve", reader, AGES.get(look, 120), False, look, band, (helpline,))


def book(look: str = "9-12", voice: BookVoice = BookVoice.YOU, reader: str = "child") -> Book:
    """The sample in one look."""
    full_name = says("Your full name is Maya Grace. Mum chose it.", source="Mum")
    return Book(
        edition=edition(look, reader),
        made_on=date(2026, 6, 14),
        child=Child("Maya", day(2017, 2, 14), "she/her", (full_name,), MAYA_FACE),
        voice=voice,
        language="en-GB",
        order=BookOrder.PRESENT_FIRST,
        theme=Theme(),
        cover=GARDEN,
        groups=("home", "family", "friends", "helpers"),
        talk_to=(JAN, DAVE, OKORO),
        about_me=_about_me(),
        people=_people(),
        homes=_homes(),
        schools=(School("Hill Road School", says("You were in Owls."), None, (), day(2021, 9), None, (OKORO, AMIRA)),),
        moments=_moments(),
        keepsakes=_keepsakes(),
        questions=_questions(),
        media=media(),
        words=(
            Word("family court", prose("Where a judge decides what is safest for a child.")),
            Word("foster home", prose("A home with carers.")),
        ),
        chapters=_chapters(),
        letters=_letters(),
        placeholders={"chapters:my-people": (Placeholder(prose("There is more about your family for later.")),)},
    )


def renditions(of: Book, file: Path = ROOT / "pyproject.toml") -> Renditions:
    """Two widths of each picture, as the media room would make them; their bytes are of no matter here."""
    made = {}
    for at, medium in enumerate(of.media):
        names = (f"{at:02}a.jpg", f"{at:02}b.jpg")
        widths = tuple(
            Rendition(file, name, width, width * 3 // 4) for name, width in zip(names, (640, 1600), strict=True)
        )
        made[medium.file] = RenderedMedium(MediumKind.PHOTO, (widths,))
    return Renditions(made)


def held(item: Person) -> Person:
    """The same as the record shows it."""
    return replace(item, hold=Hold("not told to the family yet", "Priya", day(2026, 1, 9), day(2027)))
