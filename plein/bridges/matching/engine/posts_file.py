"""Posts from a file of JSON lines, for `manage.py rank_posts`; see benchmarks/matching."""

import json
from collections.abc import Iterable
from typing import Any

from plein.lib.week import slot

from .shapes import Kind, Post

_KINDS = {"request": Kind.ASK, "offer": Kind.OFFER, "profile": Kind.PROFILE}
_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_PARTS = ("ochtend", "middag", "avond")


def posts_in(lines: Iterable[str]) -> list[Post]:
    """Every request, offer and profile; other lines are passed over, `eval` is never looked at."""
    found = (json.loads(line) for line in lines if line.strip())
    return [_post(each) for each in found if each.get("type") in _KINDS]


def _post(each: dict[str, Any]) -> Post:
    lat, lon = each.get("lat"), each.get("lon")
    return Post(
        id=each["id"],
        kind=_KINDS[each["type"]],
        title=each.get("title") or "",
        text=each.get("text") or "",
        theme=each.get("theme"),
        interests=tuple(each.get("interests") or ()),
        groups=frozenset(each.get("target_groups") or ()),
        when=_bits(each.get("availability") or ()),
        again=bool(each.get("recurring")),
        place=None if lat is None or lon is None else (lat, lon),
        limit_km=each.get("max_distance_km"),
        remote=bool(each.get("remote")),
        languages=frozenset(each.get("languages") or ()),
        needs_vog=bool(each.get("needs_vog")),
        has_vog=bool(each.get("has_vog")),
    )


def _bits(availability: Iterable[str]) -> int:
    bits = 0
    for said in availability:
        day, part = said.split("-")
        bits |= slot(_DAYS.index(day), _PARTS.index(part))
    return bits
