"""Families to draw: shapes that care knows, and families made up at random from a seed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from lsbook.drawings.motifs import FaceSign
from lsbook.drawings.tree.family import Family, House, TreePerson, Union
from lsbook.drawings.tree.legend import Legend

Tie = tuple[str, str, str]
"""Parents, children born to them, children adopted: names with commas between."""


def family(people: str, ties: Sequence[Tie], house: str = "", members: str = "", shelf: str = "") -> Family:
    """``people`` are "Name is role" with commas between, the child first."""
    named = [tuple(part.strip() for part in one.partition(" is ")[::2]) for one in people.split(",")]
    place = {name: at for at, (name, _) in enumerate(named)}
    figures = tuple(
        TreePerson(
            name,
            role,
            FaceSign(
                name[:1], is_pet=role in {"dog", "cat"}, is_unknown=name == "Not known yet", is_child=role == "you"
            ),
            "brother" in role or "sister" in role,
        )
        for name, role in named
    )

    def those(names: str) -> tuple[int, ...]:
        return tuple(place[name.strip()] for name in names.split(",") if name.strip())

    unions = tuple(Union(those(parents), those(born), those(adopted)) for parents, born, adopted in ties)
    home = House(house, tuple(sorted(those(members)))) if house else None
    return Family(figures, unions, home, those(shelf))


KEY = Legend("born to", "adopted by", "partners", "live together in this house", "Also in the family")
SHAPES: Mapping[str, Family] = {
    "single mum": family(
        "Ella is you, Mum is birth mum, Nana Pat is grandma, Sue is foster mum",
        [("Mum", "Ella", ""), ("Nana Pat", "Mum", "")],
        "Sue’s house",
        "Ella, Sue",
    ),
    "two half-siblings": family(
        "Maya is you, Mum is birth mum, Dad is birth dad, Rob is Tyler’s dad, Tyler is half-brother,"
        " Steve is Lily’s dad,"
        "Lily is half-sister, Nana Pat is grandma, Auntie Shell is auntie, Jan is foster mum,"
        " Dave is foster dad, Biscuit is dog",
        [
            ("Mum, Dad", "Maya", ""),
            ("Mum, Rob", "Tyler", ""),
            ("Mum, Steve", "Lily", ""),
            ("Nana Pat", "Mum, Auntie Shell", ""),
        ],
        "Jan and Dave’s house",
        "Maya, Jan, Dave, Biscuit",
    ),
    "three partners": family(
        "Noah is you, Dad is birth dad, Mum is birth mum, Tina is Kai’s mum, Bex is Ivy’s mum, Kai is half-brother,"
        "Amy is half-sister, Zed is brother, Ivy is half-sister, Grandma Jo is grandma, Grandad Sid is grandad,"
        " Ray is foster carer",
        [
            ("Dad, Mum", "Noah, Zed", ""),
            ("Tina, Dad", "Kai, Amy", ""),
            ("Dad, Bex", "Ivy", ""),
            ("Grandma Jo, Grandad Sid", "Dad", ""),
        ],
        "Ray’s house",
        "Noah, Zed, Ray",
    ),
    "adopted": family(
        "Rosie is you, Kelly is birth mum, Marc is birth dad, Nan Dot is birth nan, Sam is brother, Finn is brother,"
        "Mum is adoptive mum, Dad is adoptive dad, Granny Bea is granny, Grandpa Al is grandpa, Oma Eva is gran",
        [
            ("Kelly, Marc", "Rosie, Sam", ""),
            ("Nan Dot", "Kelly", ""),
            ("Mum, Dad", "Finn", "Rosie"),
            ("Granny Bea, Grandpa Al", "Mum", ""),
            ("Oma Eva", "Dad", ""),
        ],
        "Our house",
        "Rosie, Finn, Mum, Dad",
    ),
    "grandparents as carers": family(
        "Jade is you, Mum is birth mum, Dad is birth dad, Nana Pat is grandma, Pops is grandad,"
        " Auntie Shell is auntie,"
        "Grandma Vi is grandma, Tyrone is brother",
        [("Mum, Dad", "Jade, Tyrone", ""), ("Nana Pat, Pops", "Mum, Auntie Shell", ""), ("Grandma Vi", "Dad", "")],
        "Nana and Pops’ house",
        "Jade, Nana Pat, Pops",
    ),
    "brother and sister elsewhere": family(
        "Omar is you, Ben is brother, Mum is birth mum, Dad is birth dad, Leah is sister, Zara is baby sister,"
        " Kim is adoptive mum,"
        "Jo is adoptive mum, Pam is foster mum, Lou is foster dad",
        [("Mum, Dad", "Leah, Omar, Ben, Zara", ""), ("Kim, Jo", "", "Zara")],
        "Pam and Lou’s house",
        "Omar, Ben, Pam, Lou",
    ),
    "step-parents": family(
        "Tom is you, Mum is birth mum, Dad is birth dad, Gary is stepdad, Lin is stepmum, Jack is half-brother,"
        " Eve is sister,"
        "Kit is stepsister, Nan is grandma, Grandad is grandad, Rita is foster carer",
        [
            ("Mum, Dad", "Tom, Eve", ""),
            ("Gary, Mum", "Jack", ""),
            ("Dad, Lin", "", ""),
            ("Lin", "Kit", ""),
            ("Nan, Grandad", "Dad", ""),
        ],
        "Rita’s house",
        "Tom, Eve, Rita",
    ),
    "unknown father": family(
        "Ava is you, Not known yet is birth dad, Mum is birth mum, Lee is brother, Grandad Bill is grandad,"
        " May is foster mum,"
        "Ted is foster dad",
        [("Not known yet, Mum", "Ava", ""), ("Mum", "Lee", ""), ("Grandad Bill", "Mum", "")],
        "May and Ted’s house",
        "Ava, Lee, May, Ted",
    ),
    "twins": family(
        "Grace is you, Gil is twin brother, Mum is birth mum, Dad is birth dad, Alfie is brother, Pip is sister,"
        " Nanna Jean is grandma,"
        "Carol is foster mum, Mo is foster dad, Leo is foster brother",
        [("Mum, Dad", "Alfie, Grace, Gil, Pip", ""), ("Nanna Jean", "Dad", ""), ("Carol, Mo", "Leo", "")],
        "Carol and Mo’s house",
        "Grace, Gil, Carol, Mo, Leo",
    ),
    "two dads": family(
        "Ruby is you, Max is brother, Dee is birth mum, Paul is birth dad, Daddy is adoptive dad,"
        " Papa is adoptive dad, Waffle is cat,"
        "Uncle Rory is uncle, Granny Fi is granny, Mémé is granny",
        [
            ("Dee, Paul", "Ruby, Max", ""),
            ("Daddy, Papa", "", "Ruby, Max"),
            ("Granny Fi", "Daddy, Uncle Rory", ""),
            ("Mémé", "Papa", ""),
        ],
        "Our house",
        "Ruby, Max, Daddy, Papa, Waffle",
    ),
    "between branches": family(
        "Finn is you, Mum is birth mum, Dad is birth dad, Una is sister, Mike is Cal’s dad, Cal is half-brother,"
        " Auntie Ann is dad’s sister,"
        "Bo is cousin, Gran Rose is grandma, Nan is grandma, Grandad is grandad, Val is foster mum",
        [
            ("Dad, Mum", "Una, Finn", ""),
            ("Mum, Mike", "Cal", ""),
            ("Mike, Auntie Ann", "Bo", ""),
            ("Gran Rose", "Mum", ""),
            ("Nan, Grandad", "Dad, Auntie Ann", ""),
        ],
        "Val’s house",
        "Finn, Val",
    ),
    "no links": family(
        "Kofi is you, Mum is birth mum, Fay is foster mum, Yaw is brother, Auntie Esi is auntie,"
        " Grandma Ama is grandma",
        [("Mum", "Kofi", "")],
        "Fay’s house",
        "Kofi, Fay",
        "Yaw, Auntie Esi, Grandma Ama",
    ),
    "home with Mum": family(
        "Isla is you, Mum is birth mum, Dad is birth dad, Pete is mum’s partner, Ned is brother, Nan is grandma",
        [("Mum, Dad", "Isla, Ned", ""), ("Mum, Pete", "", ""), ("Nan", "Mum", "")],
        "Mum’s house",
        "Isla, Mum, Ned",
    ),
    "aunt as carer": family(
        "Zoe is you, Mum is birth mum, Dad is birth dad, Auntie Esi is auntie and carer, Uncle Kwame is uncle,"
        " Abena is cousin,"
        "Kojo is cousin, Nana Akua is grandma, Grandpa Yaw is grandpa",
        [
            ("Mum, Dad", "Zoe", ""),
            ("Auntie Esi, Uncle Kwame", "Abena, Kojo", ""),
            ("Nana Akua, Grandpa Yaw", "Mum, Auntie Esi", ""),
        ],
        "Auntie Esi’s house",
        "Zoe, Auntie Esi, Uncle Kwame, Abena, Kojo",
    ),
    "adoption that ended": family(
        "Sol is you, Kelly is birth mum, Ann is adoptive mum, Joe is adoptive dad, Bea is foster mum",
        [("Kelly", "Sol", ""), ("Ann, Joe", "", "Sol")],
        "Bea’s house",
        "Sol, Bea",
    ),
    "stepfather adopts": family(
        "Nia is you, Mum is mum, Dad is birth dad, Phil is adoptive dad, Bo is brother",
        [("Mum, Dad", "Nia", ""), ("Phil", "", "Nia"), ("Mum, Phil", "Bo", "")],
        "Our house",
        "Nia, Mum, Phil, Bo",
    ),
    "grandmother adopts": family(
        "Lia is you, Mum is birth mum, Nan is adoptive mum, Uncle Jo is uncle",
        [("Mum", "Lia", ""), ("Nan", "Mum, Uncle Jo", ""), ("Nan", "", "Lia")],
        "Nan’s house",
        "Lia, Nan",
    ),
}


def random_family(seed: int, most: int = 37) -> Family:
    """A family of 3 to ``most``: parents with several partners, adopters, carers, people of whom no link is told."""
    chance = random.Random(seed)
    people, unions = [TreePerson("Maya", "you")], list[Union]()

    def add(role: str) -> int:
        people.append(TreePerson(chance.choice(NAMES) + chance.choice(("", "", " Ann", "-Marie Fairweather")), role))
        return len(people) - 1

    size = chance.randint(3, most)
    mum, dad = add("birth mum"), add("birth dad")
    siblings = tuple(add("sister") for _ in range(chance.choice((0, 0, 1, 2, 3))))
    unions.append(Union((mum, dad), (0, *siblings)))
    for parent in (mum, dad):
        for _ in range(chance.choice((0, 0, 1, 1, 2))):
            if len(people) < size:
                other = add("partner")
                unions.append(
                    Union((parent, other), tuple(add("half-brother") for _ in range(chance.choice((0, 1, 2)))))
                )
        if len(people) < size and chance.random() < 0.7:
            above = (add("grandma"), add("grandad")) if chance.random() < 0.6 else (add("grandma"),)
            more = tuple(add("auntie") for _ in range(chance.choice((0, 1, 2))))
            unions.append(Union(above, (parent, *more)))
            for one in more:
                if len(people) < size and chance.random() < 0.6:
                    unions.append(
                        Union((one, add("uncle")), tuple(add("cousin") for _ in range(chance.choice((1, 2)))))
                    )
    home = [0]
    if chance.random() < 0.4:
        ours = (add("adoptive mum"), add("adoptive dad")) if chance.random() < 0.6 else (add("adoptive mum"),)
        unions.append(Union(ours, (), (0, *siblings[:1])))
        if chance.random() < 0.5:
            unions.append(Union((add("granny"), add("grandpa")), (ours[0],)))
        home += [*ours, *siblings[:1]]
    else:
        home += [add("foster mum") for _ in range(chance.choice((1, 2)))]
    shelf = tuple(add("cousin") for _ in range(chance.choice((0, 0, 0, 2))))
    return Family(tuple(people), tuple(unions), House("Our house by the sea", tuple(sorted(home))), shelf)


NAMES = ("Jo", "Al", "Priya", "Bartholomew", "Nana Pat", "Sue", "Tyrone", "Li", "Auntie Angela", "Kofi", "Mo")
