"""How many telling sentences the hints find, how many innocent ones they doubt, and the coach."""

import sys
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from plein.lib.writing import check
from plein.lib.writing.easier import tips
from plein.lib.writing.names import names_in

FOLDER = Path(__file__).parents[1] / "plein" / "lib" / "writing" / "tests"
DEMO = Path(__file__).parents[1] / "plein" / "demo" / "texts" / "posts"
KINDS_OF = {"contact": {"phone", "account", "mail"}}
LEAST_FOUND, MOST_DOUBTED, MOST_MS = 0.9, 0.1, 6.0


@dataclass
class Score:
    """`later` was written after the patterns stood: the honest figure for new sentences."""

    kind: str
    tells: list[bool] = field(default_factory=list)
    later: list[bool] = field(default_factory=list)
    innocent: list[bool] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def note(self, which: str, text: str, *, found: bool) -> None:
        getattr(self, which).append(found)
        if found == (which == "innocent"):
            self.wrong.append(f"{which}: {text}")

    @property
    def recall(self) -> float:
        return _share([*self.tells, *self.later])

    @property
    def doubted(self) -> float:
        return _share(self.innocent)

    @property
    def is_good(self) -> bool:
        return self.recall >= LEAST_FOUND and self.doubted <= MOST_DOUBTED

    def __str__(self) -> str:
        return (
            f"{self.kind:<14} {_said(self.tells)}  {_said(self.later)}  {_said(self.innocent)}"
            f"   recall {self.recall:6.1%}  false alarm {self.doubted:6.1%}"
            f"  {'good' if self.is_good else 'UNDER THE BAR'}"
        )


def scores() -> list[Score]:
    """One for each corpus, then the clients of professionals, then all together."""
    found = [_of_corpus(tomllib.loads(p.read_text("utf-8"))) for p in _files()]
    found.append(_of_clients(tomllib.loads((FOLDER / "clients.toml").read_text("utf-8"))))
    every = Score("all together")
    for one in found:
        for which in ("tells", "later", "innocent"):
            getattr(every, which).extend(getattr(one, which))
    return [*found, every]


def unseen(file: str = "unseen.toml") -> list[Score]:
    """Sentences for which no pattern was ever mended."""
    page = tomllib.loads((FOLDER / file).read_text("utf-8"))
    kinds = [{"kind": kind, "later": [], **page[kind]} for kind in page if kind != "client"]
    clients = [_of_clients({"people": page["client"]})] if "client" in page else []
    return [*map(_of_corpus, kinds), *clients]


def coached() -> list[Score]:
    """The coach for plain words: hard sentences get a tip, plain ones none."""
    page = tomllib.loads((FOLDER / "easier.toml").read_text("utf-8"))
    found = []
    for name, part in (("plain words", page), ("unseen", page["unseen"])):
        score = Score(name)
        for which, texts in (("tells", part["hard"]), ("innocent", part["plain"])):
            for text in texts:
                score.note(which, text, found=bool(tips(text)))
        found.append(score)
    return found


def _files() -> list[Path]:
    return sorted(FOLDER.glob("corpus_*.toml"))


def _of_corpus(page: dict[str, list[str]]) -> Score:
    """An innocent sentence that any list doubts is a false alarm, whatever its corpus."""
    kind = str(page["kind"])
    score = Score(kind)
    for which in ("tells", "later", "innocent"):
        for text in page[which]:
            kinds = {one.kind for one in check(text)}
            asked = kinds if which == "innocent" else kinds & KINDS_OF.get(kind, {kind})
            score.note(which, text, found=bool(asked))
    return score


def _of_clients(page: dict[str, list[dict[str, list[str]]]]) -> Score:
    score = Score("client")
    for person in page["people"]:
        known = {key: str(person.get(key, "")) for key in ("name", "phone", "address")}
        for which in ("tells", "later", "innocent"):
            for text in person.get(which, []):
                score.note(which, text, found=bool(names_in(text, **known)))
    return score


def _share(results: list[bool]) -> float:
    return sum(results) / len(results) if results else 0.0


def _said(results: list[bool]) -> str:
    return f"{sum(results):>4} of {len(results):<4}"


def main() -> int:
    """`script/bench writing --wrong` tells the sentences as well."""
    found = scores()
    print(f"{'':<14} {'found':<12}  {'found later':<12}  {'doubted':<12}")
    _tell("By corpus:", found)
    _tell("Kept apart, never mended for:", unseen())
    _tell("Kept apart, said in unusual ways:", unseen("unusual.toml"))
    _tell("The coach for plain words:", advice := coached())
    sentences = sum(len(x) for x in (found[-1].tells, found[-1].later, found[-1].innocent))
    print(f"{sentences} sentences by hand. Bars: recall at least 90 %, false alarm at most 10 %.")
    took = milliseconds()
    print(f"{took:.1f} ms for 1,000 signs of ordinary sentences (bar: {MOST_MS:.0f})")
    return int(took > MOST_MS or not all(score.is_good for score in [*found, *advice]))


def milliseconds(signs: int = 20_000) -> float:
    """How long checking takes, for each 1,000 signs; the best of five times."""
    pages = [tomllib.loads(path.read_text("utf-8")) for path in _files()]
    text = " ".join(one for page in pages for one in page["innocent"])[:signs]
    parts = [text[start : start + 1000] for start in range(0, len(text), 1000)]
    times = []
    for _ in range(5):
        begun = time.process_time()
        for part in parts:
            check(part)
        times.append(time.process_time() - begun)
    return min(times) / len(parts) * 1000


def _tell(title: str, scores: list[Score]) -> None:
    print(title)
    for score in scores:
        print(score)
        if "--wrong" in sys.argv:
            print("".join(f"    {line}\n" for line in score.wrong), end="")


if __name__ == "__main__":
    sys.exit(main())
