"""The list of words of a town: what a web process knows of the analyser, and what it suggests."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from plein.bridges.overviews.models import Row, Word
from plein.bridges.overviews.search.light import light, words_of
from plein.bridges.overviews.search.tokens import Keys

PART = 500


def learn(town: UUID, rows: Iterable[Row], keys: Keys) -> None:
    """Add the words of rows that are not on the list yet. For the worker."""
    public, every = _uses(rows)
    known = _known(town, list(every))
    fresh = [word for word in every if word not in known]
    Word.objects.bulk_create(
        [_word(town, word, keys, word in public, every[word]) for word in fresh],
        batch_size=PART,
        ignore_conflicts=True,
    )
    opened = [word for word in public if word in known and not known[word]]
    for start in range(0, len(opened), PART):
        Word.objects.filter(town=town, word__in=opened[start : start + PART]).update(public=True)


def relearn(town: UUID, rows: Iterable[Row], keys: Keys) -> None:
    """The list anew: what nobody uses any more is gone, and every use is counted."""
    public, every = _uses(rows)
    Word.objects.filter(town=town).delete()
    Word.objects.bulk_create(
        [_word(town, word, keys, word in public, uses) for word, uses in every.items()],
        batch_size=PART,
    )


def keys_of(town: UUID, words: Iterable[str]) -> dict[str, frozenset[str]]:
    """What words are found by, as a web process knows it: from the list, else lightly."""
    asked = set(words)
    listed = Word.objects.filter(town=town, word__in=asked).values_list("word", "keys")
    known = {word: frozenset(keys.split()) for word, keys in listed}
    return {word: known.get(word) or frozenset({word, light(word)}) for word in asked}


def _uses(rows: Iterable[Row]) -> tuple[set[str], Counter[str]]:
    public: set[str] = set()
    every: Counter[str] = Counter()
    for row in rows:
        outside = set(words_of(row.public_words))
        public |= outside
        every.update(outside | set(words_of(f"{row.title} {row.words}")))
    return public, every


def _known(town: UUID, words: list[str]) -> dict[str, bool]:
    known: dict[str, bool] = {}
    for start in range(0, len(words), PART):
        part = Word.objects.filter(town=town, word__in=words[start : start + PART])
        known |= dict(part.values_list("word", "public"))
    return known


def _word(town: UUID, word: str, keys: Keys, public: bool, uses: int) -> Word:
    return Word(
        town_id=town,
        word=word,
        start=word[:3],
        keys=" ".join(sorted(keys(word))),
        public=public,
        uses=uses,
    )
