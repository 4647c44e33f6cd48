"""Read a post once, at posting: everything the ranking needs of its words. For the worker."""

from collections import defaultdict
from collections.abc import Sequence

from . import spotting, vectors, words
from .concepts import Field, field_of
from .direction import wrong_way
from .grams import grams
from .language import language_of
from .mending import mend, parts
from .shapes import Kind, Post, Read

LONGEST = 4000  # letters of a text that are read; nobody says more in a post
_TICKED, _INFERRED = 0.6, 0.4


def read(post: Post, *, known: Field | None = None, model: vectors.Model | None = None) -> Read:
    """What the words of one post say; never fails on any text."""
    return read_all([post], known=known, model=model)[0]


def read_all(
    posts: Sequence[Post], *, known: Field | None = None, model: vectors.Model | None = None
) -> list[Read]:
    """The same for many posts; `model` None reads without vectors."""
    known = known or field_of()
    found = model.encode([_said(post) for post in posts]) if model and posts else None
    return [
        _read(post, known, found[n] if found else b"", model.name if model and found else "")
        for n, post in enumerate(posts)
    ]


def _said(post: Post) -> str:
    title = "" if post.kind is Kind.PROFILE else post.title
    return f"{title}. {post.text}"[:LONGEST].strip(". ") if title else post.text[:LONGEST]


def _read(post: Post, known: Field, vector: bytes, model: str) -> Read:
    said = _said(post)
    language = language_of(said, post.languages)
    plain = words.content(words.tokens(said))
    own = language if language in known.by_term else "nl"
    concepts: dict[str, float] = {}
    leaning: dict[str, float] = {}
    stems = [_stems(word, own, known) for word in plain]
    for each in dict.fromkeys((own, "nl")):
        several = stems if each == own else [_stems(word, each, known, own) for word in plain]
        weight = 1.0 if each == own else 0.8
        for found, into in (
            (spotting.spot(several, known, each), concepts),
            (spotting.lean(several, known, each), leaning),
        ):
            for key, value in found.items():
                into[key] = max(into.get(key, 0.0), round(weight * value, 4))
    flat = tuple(sorted(stem for several in stems for stem in several))
    return Read(
        post=post,
        language=language,
        stems=flat,
        grams=grams(plain),
        concepts=concepts,
        leaning=leaning,
        themes=_themes(post, concepts, leaning, known),
        wrong_way=wrong_way(post),
        vector=vector,
        model=model,
    )


def _stems(word: str, language: str, known: Field, written_in: str = "") -> frozenset[str]:
    """The stem, that of the mended word, and those of the parts of a compound."""
    found = {words.stem(word, language)}
    if written_in in ("", language):
        if meant := mend(word, known, language):
            found.add(words.stem(meant, language))
        if language == "nl":
            found |= {words.stem(part, "nl") for part in parts(word, known)}
    return frozenset(found)


def _themes(
    post: Post, concepts: dict[str, float], leaning: dict[str, float], known: Field
) -> dict[str, float]:
    """0.6 ticked + 0.4 inferred from the text: what people tick is often wrong."""
    inferred: dict[str, float] = defaultdict(float)
    for found, weight in ((concepts, 1.0), (leaning, 0.3)):
        for key, value in found.items():
            inferred[known.concepts[known.number[key]].theme] += weight * value
    total = sum(inferred.values())
    ticked = [post.theme] if post.theme else list(post.interests)
    themes: dict[str, float] = defaultdict(float)
    for theme in ticked:
        themes[theme] += (_TICKED if total else 1.0) / len(ticked)
    for theme, value in inferred.items():
        themes[theme] += (_INFERRED if ticked else 1.0) * value / total
    return {theme: round(value, 4) for theme, value in themes.items() if value > 0.01}
