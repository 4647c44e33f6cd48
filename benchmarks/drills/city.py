"""A city of live posts: what was read of each is stored, as the worker stores it."""

from datetime import timedelta
from typing import Any

PEOPLE = 5_000
BATCH = 5_000


def fill_city(posts: int) -> Any:
    """A town of two sides, with people on its clock."""
    from benchmarks.matching.town import people as lives
    from benchmarks.matching.town import texts
    from plein.bridges.matching.engine.concepts import field_of
    from plein.bridges.matching.engine.reading import read_all
    from plein.bridges.matching.engine.shapes import Kind
    from plein.bridges.matching.engine.vectors import best_model
    from plein.bridges.matching.models import Feature
    from plein.features.noticeboard.models import OnClock, Post
    from plein.foundation.communities.actions.founding import found_town
    from plein.foundation.communities.models import Member
    from plein.foundation.taxonomy.actions import start_lists
    from plein.foundation.taxonomy.models import Theme

    town = found_town("Waterdrecht", "localhost")
    start_lists(town)
    usual = {"town": town, "home": town, "state": Member.State.ACTIVE}
    Member.objects.bulk_create(
        [Member(name=f"Buur {n}", greeted_at=_now(), **usual) for n in range(PEOPLE)], BATCH
    )
    people = list(Member.objects.filter(town=town).order_by("pk"))
    watch = {"town": town, "community": town}
    OnClock.objects.bulk_create(
        [OnClock(member=person, name=person.name, **watch) for person in people[-2:]]
        + [OnClock(name="Het wijkteam", phone="0184 555 010", last_resort=True, **watch)]
    )
    known, model = field_of(), best_model("universal")
    reads = read_all(texts(known, (Kind.ASK, Kind.OFFER)), known=known, model=model)
    theme, made = Theme.objects.filter(town=town).first(), lives(reads, posts)
    for start in range(0, posts, BATCH):
        rows = [
            _rows(town, theme, people[n % PEOPLE], n, made[n])
            for n in range(start, min(start + BATCH, posts))
        ]
        Post.objects.bulk_create([post for post, _feature in rows], 1_000)
        Feature.objects.bulk_create([feature for _post, feature in rows], 1_000)
    return town


def _rows(town: Any, theme: Any, author: Any, number: int, read: Any) -> tuple[Any, Any]:
    from plein.bridges.matching import subjects
    from plein.bridges.matching.models import Feature
    from plein.features.noticeboard.models import Post

    said = read.post
    post = Post(
        town=town,
        community=town,
        code=_code(number),
        kind=str(said.kind),
        author=author,
        theme=theme,
        title=said.title[:80],
        text=said.text,
        when_bits=said.when,
        expires_at=_now() + timedelta(days=60),
    )
    feature = Feature(
        id=post.pk,
        town=town,
        kind=str(said.kind),
        owner_id=author.pk,
        area_id=town.pk,
        theme=said.theme or "",
        when_bits=said.when,
        stamp="made",
        fields=subjects.fields_of(said),
        features=read.features,
        vector=read.vector,
        changed_at=_now(),
    )
    return post, feature


def _now() -> Any:
    from django.utils import timezone

    return timezone.now()


def _code(number: int) -> str:
    """Each number its own signs, so that no two are the same."""
    from plein.lib.codes import ALPHABET, LONGEST

    signs = ""
    for _ in range(LONGEST):
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return signs
