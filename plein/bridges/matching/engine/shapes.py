"""What goes into the engine and what comes out. Plain values: every process may import this."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self

VERSION = 3  # of what `Read` stores: raise it and the worker reads every post again


class Kind(StrEnum):
    ASK = "ask"
    OFFER = "offer"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One live ask, offer or profile, as its fields are now.

    `when` holds 21 bits (`plein.lib.week`), 0 when unknown or flexible; `place` is (latitude,
    longitude) in degrees, the middle of a cell; `limit_km` None means no limit; `load` counts open
    and recent jobs, at `max_load` of them the person is full; `last_asked_days` None means never
    asked.
    `needs_proof` and `has_proof` are heights of a ladder below the VOG (0 nothing, 1 seen at a
    matchpoint, 2 known by an organisation): who has too little gets it easily, so it is a doubt.
    `owner` and `blocked` hold ids of people: nobody meets themselves or somebody blocked.
    """

    id: str
    kind: Kind
    title: str = ""
    text: str = ""
    theme: str | None = None
    interests: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()
    when: int = 0
    again: bool = False
    place: tuple[float, float] | None = None
    limit_km: float | None = None
    remote: bool = False
    languages: frozenset[str] = frozenset()
    needs_vog: bool = False
    has_vog: bool = False
    needs_proof: int = 0
    has_proof: int = 0
    owner: str = ""
    blocked: frozenset[str] = frozenset()
    load: int = 0
    max_load: int | None = None
    paused: bool = False
    last_asked_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A post together with what was read in its words, once, by the worker.

    `features` and `vector` are what to store; `Read.of` joins them with the fields of today.
    """

    post: Post
    language: str = ""
    stems: tuple[str, ...] = ()
    grams: tuple[int, ...] = ()
    concepts: Mapping[str, float] = field(default_factory=dict)
    leaning: Mapping[str, float] = field(default_factory=dict)
    themes: Mapping[str, float] = field(default_factory=dict)
    wrong_way: bool = False
    vector: bytes = b""
    model: str = ""

    @property
    def features(self) -> str:
        """JSON of everything read, without the vector and without a word of the post's fields."""
        kept = {name: getattr(self, name) for name in _STORED}
        return json.dumps({"version": VERSION, **kept}, ensure_ascii=False)

    @classmethod
    def of(cls, post: Post, features: str, vector: bytes = b"") -> Self | None:
        """From what was stored; None when it is of another version and must be read again."""
        try:
            kept: dict[str, Any] = json.loads(features)
            if kept.pop("version") != VERSION:
                return None
            kept |= {"stems": tuple(kept["stems"]), "grams": tuple(kept["grams"])}
            return cls(post=post, vector=vector, **kept)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


_STORED = ("language", "stems", "grams", "concepts", "leaning", "themes", "wrong_way", "model")


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against; `explain.say` makes a sentence of it."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One post of the other side. `parts` hold every number that went into `score` (0..1)."""

    id: str
    score: float
    parts: Mapping[str, float]
    reasons: tuple[Reason, ...] = ()
    doubts: tuple[Reason, ...] = ()
    ok: bool = True
    by_turn: bool = False  # this place was kept for somebody who was not asked for a month


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Best first. `nearest` did not reach the threshold; `fallen` counts who fell off by limit.

    `nearly_km`: what the distance must become to reach the three closest who fell off by distance
    alone; `nearly` says how many those are, at most three.
    """

    suggestions: tuple[Suggestion, ...] = ()
    nearest: tuple[Suggestion, ...] = ()
    fallen: Mapping[str, int] = field(default_factory=dict)
    nearly_km: float | None = None
    nearly: int = 0
    looked_at: int = 0
    with_model: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A friendly question to the poster: `field` could become `value`; never done in silence."""

    key: str
    field: str
    value: Any = None
    words: str = ""  # the words in the text that made us ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The hand weights: visible to connectors, learnt from outcomes, always to be put back.

    The first six weigh the parts of meaning (they are scaled to sum to 1); without a model the
    share of `vector` goes to concepts and words.
    """

    concept: float = 0.22
    leaning: float = 0.14
    vector: float = 0.25
    words: float = 0.13
    grams: float = 0.11
    theme: float = 0.15
    far: float = 0.15
    adjoining: float = 0.35
    once: float = 0.55
    no_language: float = 0.2
    other_group: float = 0.55
    load: float = 0.25
    threshold: float = 0.20

    def as_dict(self) -> dict[str, float]:
        return asdict(self)


DEFAULT = Weights()
