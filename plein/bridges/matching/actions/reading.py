"""What the worker stores of each live post and profile: words are read once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from plein.bridges.matching import subjects, thinking
from plein.bridges.matching.engine import shapes
from plein.bridges.matching.models import Feature
from plein.features.noticeboard.models import Post, PostQuerySet
from plein.foundation.communities import tree
from plein.foundation.communities.models import Member, MemberQuerySet
from plein.foundation.proofs.models import Proof, Rung
from plein.foundation.proofs.queries import nearest, rules_in
from plein.foundation.taxonomy.models import Listed, MemberTargetGroup, MemberTheme

Row = TypeVar("Row")
Subject = tuple[shapes.Post, UUID, UUID | None]
"""What the engine reads, whose it is, and the wijk."""
BATCH = 200


def read_post(pk: UUID) -> Feature | None:
    """Read a post as it is now; one that cannot be found any more is let go."""
    found = posts().filter(pk=pk).first()
    if found is None:
        let_go(pk)
        return None
    return store(found.town_id, list(of_posts(found.town_id, [found])))[0]


def read_member(pk: UUID) -> Feature | None:
    """Read a profile as it is now; somebody on a break has none."""
    found = members().filter(pk=pk).first()
    subject = next(of_members(found.town_id, [found]), None) if found else None
    if found is None or subject is None:
        let_go(pk)
        return None
    return store(found.town_id, [subject])[0]


def read_town(town_id: UUID) -> int:
    """Everything of a town, in batches: for the demo, and after a new version of the engine."""
    done = 0
    for post_batch in _batches(posts().filter(town=town_id).order_by("pk").iterator(BATCH)):
        done += len(store(town_id, list(of_posts(town_id, post_batch))))
    for batch in _batches(members().filter(town=town_id).order_by("pk").iterator(BATCH)):
        done += len(store(town_id, list(of_members(town_id, batch))))
    return done


def posts() -> PostQuerySet:
    """Live posts with all that is read of them. Offers rest while their author takes a break."""
    rests = Q(kind=Post.Kind.OFFER) & ~Q(author__state=Member.State.ACTIVE)
    found: PostQuerySet = Post.objects.not_hidden().open().exclude(rests).complete()
    return found.prefetch_related("groups__group")


def members() -> MemberQuerySet:
    """People who may have a profile to read: active, not on a break."""
    return Member.objects.filter(state=Member.State.ACTIVE).select_related("home")


def of_posts(town_id: UUID, batch: Sequence[Post]) -> Iterator[Subject]:
    """Asks and offers of one town; what its places ask and who has what is read once."""
    highest, rules = _highest(town_id, [post.author_id for post in batch]), rules_in(town_id)
    places = tree.of(town_id).all
    for post in batch:
        place = post.community = places[post.community_id]
        groups = [row.group for row in post.groups.all()]
        asks = nearest(rules, place).asked_for(post.task_class)
        read = subjects.of_post(post, groups, has=highest[post.author_id], asks=asks)
        yield read, post.author_id, post.community_id


def of_members(town_id: UUID, batch: Sequence[Member]) -> Iterator[Subject]:
    """Only profiles that say something: some words, a talent or an interest."""
    keys = [member.pk for member in batch]
    highest = _highest(town_id, keys)
    themes: defaultdict[UUID, list[Listed]] = defaultdict(list)
    groups: defaultdict[UUID, list[Listed]] = defaultdict(list)
    for liked in MemberTheme.objects.filter(town=town_id, member__in=keys).select_related("theme"):
        themes[liked.member_id].append(liked.theme)
    joined = MemberTargetGroup.objects.filter(town=town_id, member__in=keys)
    for row in joined.select_related("group"):
        groups[row.member_id].append(row.group)
    for member in batch:
        if member.about.strip() or member.pk in themes:
            likes, with_whom = themes[member.pk], groups[member.pk]
            post = subjects.of_member(member, likes, with_whom, has=highest[member.pk])
            yield post, member.pk, member.home_id


def store(town_id: UUID, found: Sequence[Subject]) -> list[Feature]:
    """Read and keep. What did not change is not read again."""
    stamps = {UUID(post.id): _stamp(town_id, post) for post, _owner, _area in found}
    known = {row.pk: row for row in Feature.objects.filter(town=town_id, pk__in=stamps)}
    fresh = [each for each in found if _is_new(known.get(UUID(each[0].id)), stamps)]
    reads = thinking.read(town_id, [post for post, _owner, _area in fresh])
    rows = [
        _row(town_id, read, owner, area, stamps[UUID(read.post.id)])
        for read, (_post, owner, area) in zip(reads, fresh, strict=True)
    ]
    with transaction.atomic():
        Feature.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[
                *("kind", "owner", "area", "theme", "when_bits", "stamp", "fields"),
                *("features", "vector", "live", "changed_at"),
            ],
        )
    known |= {row.pk: row for row in rows}
    return [known[UUID(post.id)] for post, _owner, _area in found]


def let_go(pk: UUID) -> None:
    """Closed, hidden, paused or empty: not matched any more. The row stays as a sign for others."""
    live = Feature.objects.filter(pk=pk, live=True)
    live.update(live=False, stamp="", features="{}", vector=b"", changed_at=timezone.now())


def wrong_posts(**of: UUID) -> Iterator[UUID]:
    """Posts whose row is not what it should be: of all for the nightly sweep, of one person
    (`author`) when they changed something, of a town when its rules did."""
    live = posts().filter(**of)
    for batch in _batches(live.order_by("town", "pk").iterator(BATCH)):
        for town_id in dict.fromkeys(post.town_id for post in batch):
            mine = [post for post in batch if post.town_id == town_id]
            yield from _wrong(town_id, of_posts(town_id, mine))
    over = Feature.objects.filter(live=True).exclude(kind=Feature.Kind.PROFILE)
    over = over.filter(**{"owner" if name == "author" else name: key for name, key in of.items()})
    yield from over.exclude(pk__in=live.values("pk")).values_list("pk", flat=True)


def wrong_members() -> Iterator[UUID]:
    over = Feature.objects.filter(live=True, kind=Feature.Kind.PROFILE)
    yield from over.exclude(pk__in=members().values("pk")).values_list("pk", flat=True)
    for batch in _batches(members().order_by("town", "pk").iterator(BATCH)):
        for town_id in dict.fromkeys(member.town_id for member in batch):
            mine = [member for member in batch if member.town_id == town_id]
            yield from _wrong(town_id, of_members(town_id, mine))


def _wrong(town_id: UUID, found: Iterable[Subject]) -> Iterator[UUID]:
    """Those of which the stored stamp is another one."""
    stamps = {UUID(post.id): _stamp(town_id, post) for post, _owner, _area in found}
    rows = Feature.objects.filter(town=town_id, pk__in=stamps, live=True)
    right = {pk for pk, stamp in rows.values_list("pk", "stamp") if stamps[pk] == stamp}
    yield from stamps.keys() - right


def _highest(town_id: UUID, members: Sequence[UUID]) -> defaultdict[UUID, Rung]:
    """The highest rung that somebody of us saw of each of these people, and that still counts."""
    found: defaultdict[UUID, Rung] = defaultdict(lambda: Rung.NONE)
    rows = Proof.objects.filter(town=town_id, member__in=members).standing()
    for member, kind in rows.values_list("member", "kind"):
        found[member] = max(found[member], Rung(kind), key=lambda rung: rung.height)
    return found


def _stamp(town_id: UUID, post: shapes.Post) -> str:
    return subjects.stamp_of(post, (shapes.VERSION, thinking.words_of(town_id)))


def _is_new(row: Feature | None, stamps: dict[UUID, str]) -> bool:
    return row is None or not row.live or row.stamp != stamps[row.pk]


def _row(town_id: UUID, read: shapes.Read, owner: UUID, area: UUID | None, stamp: str) -> Feature:
    post = read.post
    return Feature(
        id=UUID(post.id),
        town_id=town_id,
        kind=str(post.kind),
        owner_id=owner,
        area_id=area,
        theme=post.theme or "",
        when_bits=post.when,
        stamp=stamp,
        fields=subjects.fields_of(post),
        features=read.features,
        vector=read.vector,
        live=True,
        changed_at=timezone.now(),
    )


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch
