"""From what people filled in to what the engine reads. Nothing else of a person goes in.

Age, origin, name, street and gender are in none of these fields, and a test keeps it so.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from uuid import UUID

from plein.bridges.matching.engine.shapes import Kind, Post
from plein.features.noticeboard import models as board
from plein.foundation.communities.models import Community, Member
from plein.foundation.proofs.models import Rung
from plein.foundation.taxonomy.models import Listed

KM: dict[str, float | None] = {
    Member.Reach.CORNER: 0.7,
    Member.Reach.WALK: 1.2,
    Member.Reach.BIKE: 5.0,
    Member.Reach.FURTHER: None,
}
"""How far somebody goes, in kilometres; the words are those of the profile."""

KEPT = (
    *("theme", "interests", "groups", "when", "again", "place", "limit_km", "remote"),
    *("languages", "needs_vog", "has_vog", "needs_proof", "has_proof"),
)
"""Fields of the engine's post that are stored; the others are of today, or words."""


def of_post(
    post: board.Post, groups: Iterable[Listed], *, has: Rung = Rung.NONE, asks: Rung = Rung.NONE
) -> Post:
    """`has`: the highest that was seen of its author; `asks`: what the place asks for this task."""
    by_resident = post.stands_for == board.Post.StandsFor.RESIDENT
    return Post(
        id=str(post.pk),
        kind=Kind(post.kind),
        title=post.title,
        text=post.text,
        theme=key_of(post.theme),
        groups=frozenset(key_of(group) for group in groups),
        when=post.when_bits,
        again=post.again,
        place=_place(post.author if by_resident else None, post.community),
        limit_km=KM[post.author.how_far] if by_resident and not post.is_ask else None,
        languages=frozenset({post.language, *post.author.languages}),
        owner=str(post.author_id),
        **_asked(asks if post.is_ask else Rung.NONE),
        **_proven(has),
    )


def of_member(
    member: Member,
    themes: Iterable[Listed],
    groups: Iterable[Listed],
    *,
    has: Rung = Rung.NONE,
) -> Post:
    """Somebody who would like to do things, also without an offer on the board."""
    return Post(
        id=str(member.pk),
        kind=Kind.PROFILE,
        text=member.about,
        interests=tuple(sorted({key_of(theme) for theme in themes})),
        groups=frozenset(key_of(group) for group in groups),
        when=member.available,
        again=True,
        place=_place(member, member.home),
        limit_km=KM[member.how_far],
        languages=frozenset({member.language, *member.languages}),
        owner=str(member.pk),
        **_proven(has),
    )


def _asked(rung: Rung) -> dict[str, Any]:
    """A VOG is a limit; what somebody can get by walking in is a doubt."""
    if rung == Rung.VOG:
        return {"needs_vog": True}
    return {"needs_proof": rung.height}


def _proven(rung: Rung) -> dict[str, Any]:
    return {"has_vog": rung == Rung.VOG, "has_proof": rung.height}


def key_of(entry: Listed) -> str:
    """A place's own theme counts as the one it resembles in the starting list."""
    return entry.same_as or entry.key


def fields_of(post: Post) -> dict[str, Any]:
    """What is stored of it: numbers and keys, without a word that somebody wrote."""
    values = asdict(post)
    return {name: _plain(values[name]) for name in KEPT}


def post_of(pk: UUID, kind: str, owner: UUID, fields: dict[str, Any], **today: Any) -> Post:
    """The engine's post again, from what was stored and what holds today."""
    place = fields["place"]
    return Post(
        id=str(pk),
        kind=Kind(kind),
        owner=str(owner),
        **fields
        | {
            "interests": tuple(fields["interests"]),
            "groups": frozenset(fields["groups"]),
            "languages": frozenset(fields["languages"]),
            "place": (place[0], place[1]) if place else None,
        },
        **today,
    )


def stamp_of(post: Post, version: object) -> str:
    """Digest of all that is read, so that the nightly sweep sees what is not right."""
    said = [post.title, post.text, fields_of(post), str(version)]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def _place(member: Member | None, community: Community) -> tuple[float, float] | None:
    """The middle of somebody's cell, or of the wijk. Never nearer (TRUST-3)."""
    if member and member.cell:
        return member.cell.middle
    area = community.tree.all[community.pk].area
    return (area.lat, area.lon) if area else None
