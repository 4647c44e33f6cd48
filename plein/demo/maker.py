"""Chance and time for the demo town: the same seed makes the same town, relative to today."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from time import perf_counter
from typing import TypeVar
from uuid import UUID

from django.utils import timezone

from plein.lib.codes import ALPHABET

T = TypeVar("T")
BATCH = 500


def quiet(_line: str) -> None:
    """For tests: nobody reads along."""


@dataclass
class Maker:
    """How many, with which seed, seen from which moment, and who reads along."""

    people: int = 600
    seed: int = 1
    say: Callable[[str], None] = quiet
    now: datetime = field(default_factory=timezone.now)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self._codes: set[str] = set()

    def start(self, subject: str) -> Random:
        """The chance of one subject: more posts do not change who lives where."""
        self.chance = Random(f"{self.seed}:{subject}")
        return self.chance

    def key(self, moment: datetime | None = None) -> UUID:
        """A UUID version 7 of that moment, so that old things sort as old."""
        thousandths = int((moment or self.now).timestamp() * 1000)
        bits = (thousandths << 80) | self.chance.getrandbits(80)
        bits = bits & ~(0xF << 76) | (0x7 << 76)
        return UUID(int=bits & ~(0b11 << 62) | (0b10 << 62))

    def code(self) -> str:
        """A short code that no other thing of this town has."""
        while True:
            code = "".join(self.chance.choices(ALPHABET, k=5))
            if code not in self._codes:
                self._codes.add(code)
                return code

    def ago(self, least: float, most: float) -> datetime:
        """A moment some days ago, while people are awake."""
        moment = self.now - timedelta(days=self.chance.uniform(least, most))
        local = timezone.localtime(moment).replace(
            hour=self.chance.randint(8, 21), minute=self.chance.randrange(60)
        )
        return local if local < self.now else moment

    def between(self, first: datetime, last: datetime) -> datetime:
        return first + (last - first) * self.chance.random()

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """One line when it is done, with how long it took."""
        start = perf_counter()
        yield
        self.say(f"  {words} ({perf_counter() - start:.1f} s)")


def spread(chance: Random, things: list[T], weights: list[float], count: int) -> list[T]:
    """`count` things by weight, evenly: every thing gets its share, in a shuffled order."""
    total = sum(weights)
    shares = [weight / total * count for weight in weights]
    picked = [thing for thing, share in zip(things, shares, strict=True) for _ in range(int(share))]
    picked += chance.choices(things, weights, k=count - len(picked))
    chance.shuffle(picked)
    return picked
