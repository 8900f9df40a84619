"""The words with which seven languages write addresses, as data. English has a file of its own.

All are parts of regular expressions. Words are as ``model.passage.fold_text`` leaves them: digits are ours, nothing
invisible (so a Persian word loses its half space), straight apostrophes. A new language is a new entry here, with its
sentences in ``tests/unit/checks/corpus``; ``python -m tests.benchmarks.false_alarms`` measures how often it alarms on
ordinary pages.
"""

from __future__ import annotations

from msgspec import Struct

ENOUGH_PAGES = 300
"""Pages of 250 words: with no alarm on so many, a rule is wrong on fewer than 1 in 100, and may refuse a book."""


class StreetWords(Struct, frozen=True):
    """How one language writes a street with a number."""

    language: str
    measured_pages: int
    """Ordinary pages on which its rules were measured, with fewer than 1 alarm in 100. Fewer than ENOUGH: they warn."""
    abbreviations: str
    """Abbreviations before the name of a street: the name may begin with a small letter."""
    streets: str
    """Words before the name of a street."""
    name_word: str
    """One word of a name, and ``within``, the small words between two."""
    name_joiners: str
    number_words: str
    """What is said before the number of a house."""
    flats: str
    """What may follow with a number or a letter of its own: a block, a staircase, a flat."""
    homes: str
    """What tells an address with its number alone: a flat; in Urdu and Farsi the number of a lane or a house."""
    continuations: str
    """Small words that may follow a number which is a house's: "in ulica Długa 5 boys played" has none of them."""
    street_particles: str
    """What stands between a number that comes first and the street."""
    bare_first: bool
    """A number without any such word may come first: "5 Heol y Bryn"."""
    extra_patterns: tuple[str, ...] = ()
    """Whole patterns of this language: streets that stand behind their name, houses that have a name.

    Where only a part of a pattern is the address it is called ``where``; a number that may be a year, ``bare``.
    """
    hint: str = "[0-9]"
    """A text in which this is not found holds no such address."""
    extra_hint: str = ""
    """A text in which this is not found holds nothing that an extra pattern finds."""


_SMALL_LETTERS = "".join(letter for letter in map(chr, range(0x61, 0x530)) if letter.islower())
_LARGE = rf"[^\W\d_{_SMALL_LETTERS}]"
CAPITAL = rf"(?:{_LARGE}[\w'-]*|{_LARGE}\w{{0,3}}\.(?= ?{_LARGE}))"
"""A word in Latin or Cyrillic letters that begins with a capital one, or such a word cut short ("Gen.")."""
NUMBER = r"(?:[0-9]{1,4}(?:-?[A-Za-zА-ГҐа-гґ](?![\w'-]))?(?:/[0-9]{1,4}(?:[A-Za-zА-Га-г](?!\w))?)?)"
_ANY = r"(?:[^\W\d_]+)"
_CYRILLIC, _ARABIC = "[\u0400-\u04ff]", "[\u0600-\u06ff]"
"""A letter of the script in which all words of a language are, so that most books need none of its patterns."""

_HOUSE = (
    r"(?:Ysgubor|[BMF]wthyn|[TD][ŷy]|Fferm|Hafod|Hendre|Plas|Y? ?Felin|Melin|Tyddyn|Hafan|Cartref|Llwyn|Ysgoldy|Stabl"
    r"|Beudy|Llety)"
)
_HOUSE_BEFORE_NAME = (
    rf"(?<![\w'-])(?:{_HOUSE}(?: (?:(?:y|yr) )?{CAPITAL}){{1,2}}|Bryn {CAPITAL}|(?:Pen|Tan|Maes|Bryn|Pant|Cae|Tal"
    rf"|Tyn|Ty)-yr?-[A-Z]\w+|Yr? Hen (?:Reithordy|Ficerdy|Bersondy|Ysgoldy|Felin|Gapel|Efail|Stablau)|Yr? (?:Bwthyn"
    rf"|Felin|Ysgubor|Hafod|Hendre|Rheithordy|Ficerdy))"
)

WELSH = StreetWords(
    "cy",
    183,
    abbreviations=r"(?!)",
    streets=(
        r"(?:[Hh]eol|Stryd|Lôn|Lon|Ffordd|Rhodfa|Cilgant|Clos|Glos|Teras|Deras|Rhes|Sgw[aâ]r|Maes|Faes|Llys|Lys|Tai"
        r"|Gerddi|Erddi|Trem|Rhiw|Allt|Cwrt|Gwrt|Bryn|Fryn|Parc|Barc|Dôl|Erw|Coed|Cae|Gae|Min|Rhos|Awel)"
    ),
    name_word=rf"(?:{CAPITAL}|Y|Yr)",
    name_joiners=r"(?:y|yr|yr hen|ap|ab|pen)",
    number_words=r"(?:[Rr]h?if|[Nn]r\.?)",
    flats=r"(?:[Ff]flat|[Ff]lat)",
    homes=r"(?:\bFflat (?:rhif )?|\bfflat rhif )",
    continuations=r"yn|ym|yng|gyda|a|ac|oedd|oedden|yw|ger|i|wrth|pan|lle|cyn|ar ôl|tan|o|am y|efo|nes|sydd"
    r"|roedd|bu|fu",
    street_particles=r"",
    bare_first=True,
    extra_patterns=(
        rf"{_HOUSE_BEFORE_NAME}(?:, (?:yn )?| yn | ar )(?:Heol|Stryd|Lôn|Lon|Ffordd|Rhodfa|Clos|Teras|Rhes|Sgw[aâ]r)"
        rf"(?:'r)?[ -](?:(?:y|yr) )?{CAPITAL}",
        rf"{_HOUSE_BEFORE_NAME}, (?:yn )?{CAPITAL}(?:[ -]{CAPITAL})?(?=$|[.;!?)])",
        rf"(?<![\w£$€.,:/-])(?P<bare>{NUMBER}),? (?:Maes|Bryn|Pen|Llys|Tan|Pant|Cae|Tal)-yr?-[A-Z]\w+",
        rf"(?<![\w'-])(?:Maes|Llys|Bryn|Tan|Cae)-yr?-[A-Z]\w+ (?P<bare>{NUMBER})(?=$|[,;!?)]|\.(?![0-9]))",
    ),
    hint=r"[0-9]|, (?:yn )?[A-Z]",
    extra_hint=rf"(?:{_HOUSE}|Bryn|Yr?) |-yr?-",
)

POLISH = StreetWords(
    "pl",
    1494,
    abbreviations=r"(?:[Uu]l\.?|[Aa]l\.|[Oo]s\.|[Pp]l\.|[Ss]kw\.)",
    streets=(
        r"(?:[Uu]lic(?:a|y|ę|ą)|[Aa]le(?:ja|i|je|ję|ją|jach)|[Oo]siedl(?:e|u|a|em)|[Pp]lac(?:u|em|owi)?|[Bb]ulwar(?:u"
        r"|ze|em)?|[Ss]kwer(?:u|ze)?|[Zz]auł(?:ek|ku)|[Ss]zos(?:a|y|ie|ę)|[Rr]ond(?:o|a|zie|u))"
    ),
    name_word=(
        rf"(?:{CAPITAL}|[0-9]{{1,2}}(?= (?:Maja|Listopada|Stycznia|Lutego|Marca|Kwietnia|Czerwca|Lipca|Sierpnia"
        r"|Września|Grudnia|Pułku|Dywizji|maja|listopada|stycznia))|maja|listopada|stycznia|św\.|ks\.|gen\.|dr\.?"
        r"|prof\.|bp\.|płk\.|mjr\.)"
    ),
    name_joiners=r"(?:i|na|pod|nad|z|ze|w|od|de)",
    number_words=r"(?:(?:pod |dom(?:u|em)? )?(?:nr|numer(?:u|em|ze)?)\.?)",
    flats=r"(?:m\.?|mieszk\.|lok\.|mieszkani(?:e|a|u)(?: nr| numer)?)",
    homes=r"(?:\b[Mm]ieszkani(?:e|a|u|em) (?:nr|numer(?:u|em|ze)?) )",
    continuations=(
        r"miał[ao]?|ma|mają|dwa|trzy|cały|całe|i|w|we|z|ze|na|koło|obok|przy|od|do|a|gdzie|razem|kiedy|gdy|u|oraz"
        r"|była?|było|jest|blisko|niedaleko|stoi|stał|przez|po|przed|już|mieszka\w*|pod|za|ale|bo|któr\w+|aż|nad"
        r"|naprzeciwko|zanim|dopóki|to|był|dziś|teraz|potem"
    ),
    street_particles=r"(?:przy |na )?",
    bare_first=False,
    extra_patterns=(
        rf"(?<![\w'-])Ryn(?:ek|ku)(?: Główn(?:y|ym|ego))? (?:nr )?{NUMBER}(?=$|[.,;:!?)])",
        rf"(?:[Mm]ieszka|prowadzi)\w{{0,6}}(?: \w+){{0,4}} (?:na|przy) "
        rf"(?P<where>{CAPITAL}(?: {CAPITAL})? (?P<bare>{NUMBER}))"
        r"(?=$|[,;:!?)]|\.(?![0-9])| (?:w|we|i|z|ze|obok|razem|koło)\b)",
        rf"(?<![\w'-]){CAPITAL} [0-9]{{1,3}}[a-zA-Z]?(?:/[0-9]{{1,3}}| m\. ?[0-9]{{1,3}}),? [0-9]{{2}}-[0-9]{{3}}\b",
    ),
    extra_hint=r"Ryn(?:ek|ku)|ieszka|prowadzi|[0-9]{2}-[0-9]{3}",
)

ROMANIAN = StreetWords(
    "ro",
    557,
    abbreviations=r"(?:[Ss]tr\.|[Bb]d\.|[Bb]-dul|[ȘȘŞSșşs]os\.|[Aa]l\.|[Ii]ntr\.|[Cc]al\.|[Pp]-[țţt]a|[Ss]pl\.)",
    streets=(
        r"(?:[Ss]trad(?:a|ă|ela)|[Ss]tr[ăa]zii|[Ss]tr[ăa]zi|Cal(?:ea|ii)|[Bb]ulevard(?:ul|ului)?|[Aa]lee(?:a|i)|Aleii"
        r"|[ȘŞSșşs]ose(?:aua|lei|ua)|[Pp]ia[țţt](?:a|ei)|[Ii]ntrarea|[Ss]plaiul|[Pp]relungirea|[Ff]und[ăa]tura"
        r"|[Uu]li[țţt]a|[Dd]rumul|[Cc]artierul)"
    ),
    name_word=rf"(?:{CAPITAL}|[0-9]{{1,2}}(?= [A-Z])|Sf\.|Gen\.|Dr\.|[0-9]{{4}}(?=,| nr| num))",
    name_joiners=r"(?:de|din|lui|cel|la|cu|și|sub|pe)",
    number_words=r"(?:(?:la )?(?:nr|num[ăa]r(?:ul)?|no)\.?)",
    flats=r"(?:bl\.?|bloc(?:ul)?|sc\.?|scara|et\.?|etaj(?:ul)?|ap\.?|apartament(?:ul)?|sector(?:ul)?)",
    homes=r"(?:\bap\. ?|\b[Aa]partament(?:ul|ului)? (?:nr\.? ?|num[ăa]r(?:ul)? ))",
    continuations=(
        r"avea|aveau|are|au|e|sunt|un an|o lun|doi ani|și|si|cu|în|in|lângă|la|din|de la|era|este|unde|când|până"
        r"|împreună|pe|a|am|ai|dar|apoi|care|după|înainte|vizavi|aproape|acum|timp"
    ),
    street_particles=r"(?:pe |de pe |din |în )?",
    bare_first=False,
    extra_patterns=(
        rf"\b[Aa]partament(?:ul|ului)? (?P<bare>{NUMBER})(?=$|[;!?)\"]|[.,:](?![0-9])| (?:din|de pe|cu vedere)\b)",
    ),
)

UKRAINIAN = StreetWords(
    "uk",
    2006,
    abbreviations=(
        r"(?:[Вв]ул\.?|[Пп]росп\.?|[Пп]р-т|[Пп]р-кт|[Пп]ров\.?|[Бб]ул(?:ьв)?\.|[Бб]-р|[Нн]аб\.|[Мм]кр\.?|[Мм]-н"
        r"|[Пп]ер\.|[Уу]л\.|[Пп]л\.|[Ул]з?в\.)"
    ),
    streets=(
        r"(?:[Вв]улиц(?:я|і|ю|ею)|[Вв]уличц(?:я|і)|[Пп]роспект(?:і|у|ом)?|[Пп]ровул(?:ок|ку)|[Бб]ульвар(?:і|у)?"
        r"|[Пп]лощ(?:а|і|у)|[Уу]зв(?:і|о)з(?:і|у)?|[Шш]осе|[Нн]абережн(?:а|ій|у|ої)|[Мм]айдан(?:і|у)?"
        r"|[Мм]ікрорайон(?:і|у)?|[Тт]упик(?:у)?|[Аа]ле(?:я|ї)|[Уу]лиц(?:а|е|ы|у))"
    ),
    name_word=rf"(?:{CAPITAL}|[0-9]{{1,3}}(?:-[а-яії]{{1,2}})?(?= {CAPITAL})|св\.|ген\.|акад\.)",
    name_joiners=r"(?:і|та|й|на|під|у|в|героїв|березня|травня|серпня|князя|короля)",
    number_words=r"(?:(?:в |у |під )?(?:буд(?:ин(?:ок|ку|ком))?|б|№|номер(?:ом)?|д|дім|н)(?:\.| №| номер)?)",
    flats=r"(?:кв(?:артир(?:а|і|у))?\.?|корп(?:ус)?\.?|під'?їзд|секція|пов(?:ерх)?\.?)",
    homes=r"(?:\bкв\. ?(?=[0-9]{1,3}(?!\d))|\b[Кк]вартир(?:а|і|у|ою) (?:№ ?|номер ))",
    continuations=(
        r"мав|мала|мало|має|мали|два роки|три роки|цілий|кілька|і|й|та|у|в|з|зі|із|на|біля|поруч|коло|де|разом|коли"
        r"|поки|доки|був|була|було|є|до|від|але|бо|потім|тепер|це|жи\w+|після|перед|навпроти|недалеко|стоїть|стояв|яка"
        r"|який|а"
    ),
    street_particles=r"(?:на |по |у |в )?",
    bare_first=False,
    extra_patterns=(
        rf"(?:[Жж]и[влтє]|[Мм]ешка|[Пп]ереїха|[Дд]ім|[Бб]удинок|[Дд]ому)\w*(?: \w+){{0,3}} (?:на|по)"
        rf" (?P<where>{CAPITAL}(?: {CAPITAL})?,? (?P<bare>{NUMBER}))(?=$|[;!?)]|[.,](?![0-9])| (?:з|у|в|і|разом)\b)",
        rf"(?<![\w'-]){CAPITAL} (?:узвоз\w*|узвіз|проспект\w*|бульвар\w*|провул\w+|площ\w+|вулиц\w+"
        rf"|шосе),? (?P<bare>{NUMBER})"
        r"(?=$|[;!?)]|[.,](?![0-9]))",
        rf"(?<![\w'-]){CAPITAL}(?: {CAPITAL})?, (?:буд(?:инок)?\.? ?)?[0-9]{{1,3}}[-]?[А-Га-г]?, ?кв\.? ?[0-9]{{1,3}}",
        rf"(?<![\w£$€.,:/-])[0-9]{{1,3}}-?[А-Га-г]?,? (?:вул|просп|пров|бул)\. ?{CAPITAL}(?: {CAPITAL}){{0,2}}",
    ),
    hint=_CYRILLIC,
)

_NO_ARABIC = (
    r"(?:في|من|إلى|الى|على|عام|سنة|منذ|حتى|قبل|بعد|كان|كانت|كنت|كنا|مع|لمدة|الساعة|كل|طوله|طولها|عرضه|عرضها|هو|هي|يوم"
    r"|رقم|حوالي|نحو|أكثر|اكثر|أن|ان|ثم|أو|او|بين|الذي|التي|قرب|بجانب|حيث|ولكن|لكن|عن|عند|هذا|ذلك|فيه|فيها|وفيه"
    r"|وفيها)\b"
)

ARABIC = StreetWords(
    "ar",
    370,
    abbreviations=r"(?!)",
    streets=r"(?:[وفبلك]?(?:ال|لل)?(?:شارع|زقاق|جادة|زنقة|نهج|درب|حارة|سكة|ميدان|ساحة|حي)|[وفبلك]?طريق)",
    name_word=rf"(?:(?!{_NO_ARABIC}){_ANY})",
    name_joiners=r"(?:ال)",
    number_words=(
        r"(?:(?:في )?(?:ال)?(?:بناية|مبنى|عمارة|منزل|بيت|دار|فيلا|شقة|بلوك|برج)(?: رقم)?|(?:ال)?رقم(?:ه|ها)?|نمرة)"
    ),
    flats=r"(?:(?:ال)?(?:شقة|طابق|دور|بناية|مبنى)(?: رقم)?)",
    homes=r"(?:(?<!\w)[وفبلك]?(?:ال|لل)?(?:شقة|عمارة|بناية|فيلا|شارع) رقم )",
    continuations=(
        r"في|من|مع|قرب|بجانب|أمام|خلف|حتى|ثم|كان\w*|حيث|عند|إلى|قبل|بعد|منذ|لكن|هو|هي|الذي|التي|بالقرب|مقابل|وكان\w*"
        r"|ومع|وفي|عندما|لما|بـ"
    ),
    street_particles=r"(?:في |من |ب)?",
    bare_first=True,
    hint=_ARABIC,
)

_URDU_STREET = r"(?:روڈ|سڑک|اسٹریٹ|سٹریٹ|لین|ایونیو|گلی|بازار|کالونی|ٹاؤن|محلہ|چوک)"
_NO_URDU = (
    r"(?:میں|سے|پر|کو|کا|کی|کے|نے|اور|سال|لوگ|بچے|دن|بجے|منٹ|گھنٹے|ہم|تم|وہ|یہ|اس|ایک|تک|نمبر|بس|تھا|تھی|تھے|ہے|ہیں"
    r"|پھول|گھر|اسکول|مکان|دادی|نانی|دادا|نانا|امی|ابو|خالہ|ماموں|روپے|کلومیٹر|میٹر|بار|دفعہ|بڑی|چھوٹی|لمبی|چوڑی|نئی"
    r"|پرانی)\b"
)

URDU = StreetWords(
    "ur",
    120,
    abbreviations=r"(?!)",
    streets=r"(?:شارع|شاہراہ|گلی|محلہ|کوچہ|بلاک|سیکٹر)",
    name_word=rf"(?:(?!{_NO_URDU}){_ANY})",
    name_joiners=r"(?:ال)",
    number_words=r"(?:(?:مکان|گھر|ہاؤس|فلیٹ|کوٹھی|پلاٹ)(?: نمبر)?|نمبر)",
    flats=r"(?:فلیٹ|بلاک|سیکٹر|گلی|منزل)(?: نمبر)?",
    homes=r"(?:(?<!\w)(?:گلی|مکان|فلیٹ|کوٹھی|کوارٹر|پلاٹ|ہاؤس|سٹریٹ|اسٹریٹ) نمبر ?|(?<!\w)ہاؤس ?# ?)",
    continuations=r"میں|پر|سے|کے|کی|کا|تھا|تھی|ہے|اور|تک|والا|والے|والی|لاہور|کراچی|اسلام",
    street_particles=r"(?:پر )?",
    bare_first=False,
    extra_patterns=(
        rf"(?<!\w)(?:(?!{_NO_URDU}){_ANY} ){{1,3}}(?!گلی){_URDU_STREET}[,،]? ?(?:(?:مکان |گھر |ہاؤس "
        rf"|فلیٹ )?نمبر ?)?{NUMBER}"
        rf"(?=$|[.,;:!?)،۔؟]| (?:میں|پر|سے|کے|کی|تھا|ہے|والا|والے)\b)",
        rf"(?<!\w)فلیٹ (?P<bare>{NUMBER})(?=$|[,;!?)،۔؟])",
        rf"(?<![\w£$€.,:/-])(?:(?:مکان |گھر )?نمبر ?)?(?P<bare>{NUMBER})[,،]? (?:(?!{_NO_URDU}){_ANY} ){{1,2}}(?:روڈ"
        rf"|اسٹریٹ|سٹریٹ|لین|ایونیو)\b",
    ),
    hint=_ARABIC,
)

_NO_FARSI = (
    r"(?:در|از|به|با|تا|که|را|سال|و|این|آن|هم|یک|هر|بود|است|شد|متر|متری|نفر|ساعت|روز|پلاک|شماره|واحد|طبقه|حدود|بیش"
    r"|کیلومتر|برای|بعد|قبل|ها|های|می|ما|من|تو|او)\b"
)

FARSI = StreetWords(
    "fa",
    697,
    abbreviations=r"(?!)",
    streets=r"(?:خ[یي]ابان|خ[یي]ابون|[کك]وچه|[کك]وچۀ|بلوار|بن ?بست|م[یي]دان|[کك]و[یي]|شهر[کك]|محله|گذر|چهارراه)",
    name_word=rf"(?:(?!{_NO_FARSI}){_ANY})",
    name_joiners=r"(?:ی)",
    number_words=(r"(?:پلا[کك]|(?:خانه |ساختمان |منزل )?شماره(?: ?[یي]|ٔ)?|شمارۀ|ساختمان|منزل|واحد|بن ?بست|نبش)"),
    flats=r"(?:واحد|طبقه(?:ٔ| ?ی)?|پلا[کك]|زنگ|ساختمان|بلوک)(?: شماره)?",
    homes=r"(?:(?<!\w)پلا[کك] (?:شماره ?(?:ی )?)?)",
    continuations=r"در|از|با|تا|که|بود|است|و|زندگی|نزدیک|کنار|روبروی|روبه|پیش|رفت\w*|می\w*|خانه",
    street_particles=r"(?:در |، ?)?",
    bare_first=False,
    extra_patterns=(
        rf"(?<!\w)(?:[کك]وچه|خ[یي]ابان) (?:شماره ?(?:ی )?)?(?P<bare>{NUMBER})(?!\w)"
        r"(?=$|[)!?؟،؛]|[.,:](?![0-9])| (?:بود\w*|است|هست\w*|زندگی|می\w*)(?!\w))",
    ),
    hint=_ARABIC,
)

LANGUAGES = (POLISH, ROMANIAN, UKRAINIAN, WELSH, ARABIC, URDU, FARSI)
