"""Ways of writing a withheld name, made up for these tests: by hand, one household of names after another.

``@`` begins a sentence that only looks like one. Each household is a story of its own, in one language.
"""

from __future__ import annotations

ENGLISH = {
    "Uncle Lorcan": """
        Then Lorcan came. | Uncle Lorcan came. | You saw lorcan there. | It was LORCAN. | It was Lorcan’s dog. |
        It was Lorcan's dog. | The Lorcans came. | lorcans dog | uncle lorcan rang | UNCLE LORCAN | (Lorcan) |
        “Lorcan,” he said. | Lorcan-like | Lor-can | Lo\u00adrcan | **Lor**can | *Uncle* Lorcan | Uncle  Lorcan |
        Uncle\u00a0Lorcan | Lorcan2 | lorcan_2019 | Lorcán sang | Jan/Lorcan rang | UncleLorcan | L\u200borcan |
        Lorcan\u2019 hat |
        @ Your uncle came. | @ An uncle and his lark | @ Uncles and aunts came.
    """,
    "Joanna Pugh": """
        Then Joanna came. | It was Pugh. | The Pughs came. | the pughs | Mrs Pugh | Miss Pugh rang | Jo-anna |
        J. Pugh | joanna pugh |
        Pugh, Joanna | JOANNA PUGH | Joanna-Pugh | JoannaPugh | Pugh’s car | a Joanna | joannas hat |
        Joanna’s and Dad’s |
        Joanna\nPugh | the Pugh family | Pugh/Moss | @ You sat in a pew. | @ Jo came.
    """,
    "José Núñez": """
        José sang. | Jose sang. | jose nunez | Nuñez | NUNEZ | Jose\u0301 | Josés | the Nunezes | Jose's hat |
        N\u00fa\u00f1ez | @ No seat was free.
    """,
    "Jörg Müller": """
        Jorg came. | Joerg came. | Mueller rang | the Muellers | Mrs MUELLER | Muller | JÖRG MÜLLER |
        @ You saw a mule. | @ Muesli came.
    """,
    "Zoë O’Neil": """
        Zoe ran. | Zo\u00eb ran. | O'Neil | O’Neill was not there but O’Neil was. | ONeil | the O’Neils | zoe oneil |
        @ Zo came. | @ Neil ran.
    """,
    "Mr Ward": """
        Mr Ward rang. | Then Ward rang. | Mr. Ward | mr ward | the Wards | MR WARD | Mr Ward’s car |
        @ You were on a ward. | @ The wards were full.
    """,
    "Miss Church": """
        Miss Church smiled. | Then Church smiled. | miss church | Miss Church's class | @ You went to church. |
        @ The church was cold.
    """,
    "Will Byrne": """
        Then Will came. | Byrne rang. | the Byrnes | will byrne | Byrne’s | Will’s hat | Will, come! |
        @ You will see. | @ Will you see? | @ Where there is a will.
    """,
    "Auntie May": """
        Auntie May came. | You saw May there. | auntie may | Auntie May’s cake | @ You may see. | @ May I see? |
        @ It may rain.
    """,
    "Anne-Marie Smith-Jones": """
        Anne-Marie came. | Anne Marie came. | Marie came. | AnneMarie? No: Marie. | Smith-Jones | the Smith-Joneses |
        Then Jones rang. | anne-marie |
        @ Mary ran.
    """,
    "Rosie Kettle": """
        Then Rosie ran. | rosie ran | Rosies hat | Kettle rang. | the Kettles came | Rosie Kettle |
        @ Put the kettle on. | @ The kettles were hot.
    """,
    "Ruth van der Berg": """
        Ruth came. | Ruth van der Berg | van der berg | Van der Berg’s car | VAN DER BERG | the van der Bergs |
        Mrs van der Berg | Vanderberg rang |
        @ A van stood there. | @ The tip of an iceberg
    """,
    "Sean O’Brien": """
        Then Sean came. | O Brien rang. | O'Brien | OBrien | o brien | O-Brien | the O Briens |
        @ O come, all ye faithful.
    """,
    "Craig": "Then Craig. | CRAIG: Hi! | craig | Craigs | Craig’s | the Craigs | @ A crag.",
}
WELSH = {
    "Catrin": "Chatrin a Mam | gyda Chatrin | i Gatrin | yng Nghatrin | Catrin | CATRIN | catrin | @ Y gath",
    "Dafydd": "i Ddafydd | Nafydd | Dafydd | Dafydds",
    "Gwenllian": "i Wenllian | Ngwenllian | Gwenllian",
    "Bethan": "i Fethan | Methan | Bethan",
}
POLISH = {
    "Marek": "u Marka | dla Marka | z Markiem | o Marku | Markowi | Marek | marek | MARKA | @ Maria śpiewa.",
    "Zofia": "u Zofii | Zofię",
    "Agnieszka": "u Agnieszki | Agnieszce | z Agnieszką | Agnieszkę | Agnieszka | agnieszka",
    "Paweł Nowicki": "Pawła | Pawłowi | z Pawłem | Nowickiego | u Nowickich | Pawel | Nowickim",
    "Ola": "u Oli | z Olą | Olę | Ola",
    "Wujek Zbyszek": "ze Zbyszkiem | Zbyszka | Zbyszkowi | Zbyszek",
}
UKRAINIAN = {
    "Оксана": "в Оксани | Оксану | з Оксаною | Оксані | Оксана | оксана",
    "Ольга": "Ользі | Ольгу | Ольги | Ольга",
    "Андрій": "з Андрієм | Андрія | Андрієві | Андрій",
    "Федір Коваленко": "Федора | Коваленка | Федір | Коваленкові",
}
ROMANIAN = {
    "Andreea": "Andreei | Andreea | andreea",
    "Ionuț": "lui Ionuț | Ionutului | Ionuțul | Ionut",
    "Maria Popescu": "Mariei | Popescului | Popeștilor | Popescu",
    "Anca": "Ancăi | Anchii | Anca",
}
ARABIC = {
    "لورا": "ولورا | بلورا | للورا | وبلورا | لورا | كلورا | يالورا",
    "علي حسين": "وعلي | على حسين | لعلي | والحسين | بحسين",
    "محمد": "كان مُحَمَّد هنا | مُحمّد",
    "يُوسُف": "كان يوسف هنا",
    "كريمة": "وكريمة | كريمه | کریمة | لكريمة",
}
PERSIAN = {
    "مینا": "مینای من | مینا | مينا | مینا را دیدم",
    "رضا کریمی": "رضای | كريمي | کریمی‌ها | رضا",
}
URDU = {
    "عائشہ": "عائشہ آئی | عائشه | عائشہ نے",
    "بلال قریشی": "بلال | قريشي | قریشیوں",
}
BY_LANGUAGE = {
    "en-GB": ENGLISH, "cy": WELSH, "pl": POLISH, "uk": UKRAINIAN, "ro": ROMANIAN,
    "ar": ARABIC, "fa": PERSIAN, "ur": URDU,
}  # fmt: skip


def sentences(ways: str) -> tuple[list[str], list[str]]:
    """Part the ways of one name into those that say it and those that do not."""
    each = [" ".join(way.split(" ")).strip() for way in ways.replace("\n        ", " ").split("|") if way.strip()]
    return [way for way in each if way[0] != "@"], [way[1:].strip() for way in each if way[0] == "@"]
