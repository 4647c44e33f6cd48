"""Read a post once, at posting: everything the ranking needs of its words. For the worker."""

from collections import defaultdict
from collections.abc import Sequence

from . import spotting, vectors, words
from .concepts import Field, field_of
from .direction import wrong_way
from .grams import grams
from .language import language_of
from .mending import is_small, mend, parts
from .shapes import Kind, Post, Read

LONGEST = 4000  # letters of a text that are read; nobody says more in a post
_TICKED, _INFERRED = 0.6, 0.4
_ASIDE = 0.6


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
    said_words = words.tokens(said)
    plain = [word for word in words.content(said_words) if not _small(word, language, known)]
    own = language if language in known.by_term else "nl"
    titled, told, leaning = dict[str, float](), dict[str, float](), dict[str, float]()
    places, ends = words.places(said), _title_ends(post)
    spoken = () if language else sorted(post.languages & set(known.by_term))
    for each in dict.fromkeys((own, "nl", *spoken)):
        stems_of = _stems if each != "nl" or own == "nl" else _borrowed
        several = [stems_of(word, each, known) for word in said_words]
        silent = [word in words.SILENT.get(each, words.STOP) for word in said_words]
        hushed = [quiet or words.is_venue(said_words, n) for n, quiet in enumerate(silent)]
        weight = 1.0 if each == own else 0.8
        for part, into in ((slice(0, ends), titled), (slice(ends, None), told)):
            found = spotting.spot(several[part], known, each, hushed[part], places[part])
            _keep(found, into, weight)
        _keep(spotting.lean(_heard(several, silent), known, each), leaning, weight)
    concepts = _joined(titled, told)
    flat = tuple(sorted(stem for word in plain for stem in _all_stems(word, own, known)))
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


def _title_ends(post: Post) -> int:
    """How many of the words are the title's."""
    return 0 if post.kind is Kind.PROFILE else len(words.tokens(post.title[:LONGEST]))


def _keep(found: dict[str, float], into: dict[str, float], weight: float) -> None:
    for key, value in found.items():
        into[key] = max(into.get(key, 0.0), round(weight * value, 4))


def _joined(titled: dict[str, float], told: dict[str, float]) -> dict[str, float]:
    """What the title names, a post is about; what only the text adds then counts for less: the
    apple pie half-way of a bicycle ride."""
    aside = {key: round(_ASIDE * value, 4) if titled else value for key, value in told.items()}
    return {key: max(titled.get(key, 0.0), aside.get(key, 0.0)) for key in {**titled, **aside}}


def _heard(several: list[frozenset[str]], silent: list[bool]) -> list[frozenset[str]]:
    return [stems for stems, hushed in zip(several, silent, strict=True) if not hushed]


def _small(word: str, language: str, known: Field) -> bool:
    return language == "nl" and words.stem(word, "nl") not in known.by_stem["nl"] and is_small(word)


def _stems(word: str, language: str, known: Field) -> frozenset[str]:
    """The stem of a word of the field; else of the word that was meant; else of its parts."""
    stem = words.stem(word, language)
    if word in words.STOP or language != "nl" or stem in known.by_stem[language]:
        return frozenset({stem})
    if meant := mend(word, known, language):
        return frozenset({stem, words.stem(meant, language)})
    return frozenset({stem, *(words.stem(part, language) for part in _telling(word, known))})


def _telling(word: str, known: Field) -> list[str]:
    """The parts of a compound that name something: not the "buurt" of a "buurttoernooi"."""
    return [part for part in parts(word, known) if part not in words.SILENT["nl"]]


def _borrowed(word: str, language: str, known: Field) -> frozenset[str]:
    """A Dutch word in a text of another language counts as it is written: "walls" are no "wals"."""
    own = word in known.vocabulary[language] or word in words.STOP
    return frozenset({words.stem(word, language)} if own else ())


def _all_stems(word: str, language: str, known: Field) -> set[str]:
    """For words in common: the stem, that of the mended word, and of all parts of a compound."""
    found = set(_stems(word, language, known))
    return found | {words.stem(part, "nl") for part in parts(word, known) if language == "nl"}


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
