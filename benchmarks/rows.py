"""Made rows: posts, organisations and activities as the index keeps them, from the demo's texts."""

import random
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parent.parent / "plein" / "demo" / "texts" / "posts"
DISTRICTS = 8
BATCH = 2_000
MOMENTS_EACH = 10


def texts() -> list[dict[str, Any]]:
    files = sorted(TEXTS.glob("*.toml"))
    return [
        post | {"theme": file.stem}
        for file in files
        for post in tomllib.loads(file.read_text())["posts"]
    ]


def fill(*, posts: int, organisations: int, activities: int, seed: int = 1) -> Any:
    """A town with these rows and their index; the moments are ten for each activity."""
    from django.db import transaction

    from plein.bridges.overviews.actions import index_words
    from plein.bridges.overviews.models import Moment, Row

    make = _Maker(random.Random(seed))
    for house, count in (
        ("noticeboard", posts),
        ("directory", organisations),
        ("agenda", activities),
    ):
        made = make.rows(house, count)
        while batch := [row for row, _ in zip(made, range(BATCH), strict=False)]:
            with transaction.atomic():
                Row.objects.bulk_create(batch, batch_size=500)
                if house == "agenda":
                    Moment.objects.bulk_create(make.moments(batch), batch_size=500)
    index_words(make.town.pk)
    return make.town


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        from plein.foundation.communities import tree
        from plein.foundation.communities.actions.founding import found_town
        from plein.foundation.communities.models import Community

        self.chance = chance
        self.town = found_town("Waterdrecht", "localhost")
        self.parts = [
            Community.objects.create(
                town=self.town,
                parent=self.town,
                kind="district",
                name=f"Wijk {number}",
                slug=f"wijk-{number}",
            )
            for number in range(DISTRICTS)
        ]
        tree.changed(self.town.pk)
        self.texts = texts()
        self.words = sorted({w for t in self.texts for w in t["text"].split() if len(w) > 3})

    def rows(self, house: str, count: int) -> Iterator[Any]:
        for number in range(count):
            yield self._row(house, number)

    def _row(self, house: str, number: int) -> Any:
        from django.utils import timezone

        from plein.bridges.overviews.models import Row
        from plein.lib.keys import uuid7
        from plein.lib.listing import folded

        chance = self.chance
        text = chance.choice(self.texts)
        part = chance.choice(self.parts)
        more = " ".join(chance.sample(self.words, 6))
        private = house == "noticeboard" and text["kind"] == "ask"
        words = folded([text["title"], text["text"], more, part.name, text["theme"]])
        public = folded([text["theme"], part.name]) if private else words
        return Row(
            id=uuid7(),
            town=self.town,
            community=part,
            area=part,
            house=house,
            kind=text["kind"] if house == "noticeboard" else house,
            author=uuid7(),
            reach=chance.choice(["here", "up", "up", "up", "all"]),
            audience="members" if private else "public",
            theme=text["theme"],
            when_bits=chance.choice([0, 0, 1, 2**16, 2**20]),
            groups="" if private else f"|{'|'.join(text['target_groups'])}|",
            cost="" if private else chance.choice(["", "free", "free", "paid"]),
            access="" if private else chance.choice(["", "|wheelchair|", "|wheelchair|quiet|"]),
            languages="" if private else "|nl|",
            lat=None if house == "noticeboard" else 51.8 + chance.random() / 10,
            lon=None if house == "noticeboard" else 4.8 + chance.random() / 10,
            sinks=chance.choice([0, 0, 0, 1, 2]) if house == "directory" else 0,
            url=f"/{house}/{number}/",
            title=f"{text['title']} {number}",
            summary=text["text"][:120],
            facts=[["map-pin", {"nl": part.name, "en": part.name}]],
            public_title={"nl": "Iemand zoekt hulp"} if private else {},
            words=words,
            public_words=public,
            changed_at=timezone.now(),
        )

    def moments(self, rows: list[Any]) -> list[Any]:
        from django.utils import timezone

        from plein.bridges.overviews.models import Moment

        now = timezone.now()
        made = []
        for row in rows:
            first = now + timedelta(hours=self.chance.randrange(1, 24 * 60))
            for week in range(MOMENTS_EACH):
                start = first + timedelta(weeks=week * 5)
                end = start + timedelta(hours=2)
                made.append(Moment(town=self.town, row=row, starts_at=start, ends_at=end))
        return made
