"""A made-up town of any size: texts from the words of the field, places and times by chance."""

import random
from dataclasses import replace

from plein.bridges.matching.engine.concepts import Field
from plein.bridges.matching.engine.shapes import Kind, Post, Read

TEXTS = 1_000  # that many texts are read; a larger town repeats them at other places and times
LANGUAGES = ("nl", "nl", "nl", "nl", "nl", "en", "tr", "ar", "pl", "uk")
LEAD = {
    Kind.ASK: "Wie kan mij helpen met",
    Kind.OFFER: "Ik help graag met",
    Kind.PROFILE: "Ik houd van",
}
SMALL = (
    "rustig",
    "een paar keer",
    "bij mij thuis",
    "in de buurt",
    "als het droog is",
    "met koffie",
)


def texts(known: Field, kinds: tuple[Kind, ...], seed: int = 1) -> list[Post]:
    """Posts with words of one to three concepts; no two towns of one seed differ."""
    chance = random.Random(seed)
    found = []
    for n in range(TEXTS):
        concept = chance.choice(known.concepts)
        near = [known.concepts[each] for each in sorted(known.near[known.number[concept.key]])]
        said = [
            chance.choice(each.terms["nl"]) for each in [concept, *near[: chance.randint(0, 2)]]
        ]
        kind = chance.choice(kinds)
        words = f"{LEAD[kind]} {' en '.join(said)}, {chance.choice(SMALL)}."
        theme = concept.theme if chance.random() < 0.7 else None
        found.append(Post(id=str(n), kind=kind, title=said[0], text=words, theme=theme))
    return found


def people(reads: list[Read], count: int, seed: int = 2, first: int = 0) -> list[Read]:
    """`count` posts: the texts again and again, each with its own place, times and fields."""
    chance = random.Random(seed)
    return [
        replace(reads[n % len(reads)], post=_fields(reads, n, chance))
        for n in range(first, first + count)
    ]


def _fields(reads: list[Read], n: int, chance: random.Random) -> Post:
    return replace(
        reads[n % len(reads)].post,
        id=f"p{n}",
        owner=f"m{n}",
        place=(52.35 + 0.1 * chance.random(), 6.0 + 0.16 * chance.random()),
        limit_km=chance.choice([None, 1.5, 3.0, 5.0, 10.0]),
        when=chance.choice([0, chance.getrandbits(21), chance.getrandbits(21)]),
        again=chance.random() < 0.5,
        remote=chance.random() < 0.05,
        languages=frozenset({"nl", chance.choice(LANGUAGES)}),
        has_vog=chance.random() < 0.4,
    )
