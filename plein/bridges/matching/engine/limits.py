"""Hard limits: what falls off before anything is weighed, and why. Never broken (DESIGN 2)."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from .columns import Array, Columns

SLACK = 1.25  # of the smaller limit: a little further may still be proposed, with a doubt
EARTH_KM = 6371.0
_MORNINGS = sum(1 << (day * 3) for day in range(7))
_AFTERNOONS = _MORNINGS << 1
_EVENINGS = _MORNINGS << 2


@dataclass(frozen=True, slots=True)
class Limits:
    """`allowed` for each row; `km` between both; `reach` the smaller limit; `fallen` by reason."""

    allowed: Array
    km: Array
    reach: Array
    fallen: dict[str, Array]

    def where(self, rows: Array) -> "Limits":
        """Of these rows only."""
        fallen = {key: off[rows] for key, off in self.fallen.items()}
        return Limits(self.allowed[rows], self.km[rows], self.reach[rows], fallen)

    def joined(self, other: "Limits") -> "Limits":
        """Of these rows and then those."""
        pairs = {key: [off, other.fallen[key]] for key, off in self.fallen.items()}
        return Limits(
            np.concatenate([self.allowed, other.allowed]),
            np.concatenate([self.km, other.km]),
            np.concatenate([self.reach, other.reach]),
            {key: np.concatenate(pair) for key, pair in pairs.items()},
        )


def limits(one: Columns, others: Columns, *, asking: bool) -> Limits:
    """Which of `others` the first row of `one` may meet; `asking`: `one` is the ask."""
    km = distances(one, others)
    reach = np.minimum(one.limit_km[0], others.limit_km)
    remote = one.remote[0] & others.remote
    helpers = others if asking else one
    fallen = {
        "vog": (one.needs_vog[0] & ~others.has_vog)
        if asking
        else (others.needs_vog & ~one.has_vog[0]),
        "far": ~remote & (km > SLACK * reach),
        "when": ~together(one.when[0], others.when),
        "self": (others.owner == one.owner[0]) & (others.owner != ""),
        "blocked": _blocked(one, others),
        "paused": others.paused | one.paused[0],
        "full": helpers.load >= helpers.max_load,
        "wrong_way": others.wrong_way | one.wrong_way[0],
    }
    fallen = {key: np.broadcast_to(off, len(others)) for key, off in fallen.items()}
    return Limits(~np.logical_or.reduce(list(fallen.values())), km, reach, fallen)


def distances(one: Columns, others: Columns) -> Array:
    """Great circle kilometres (haversine); 0 when a place is unknown."""
    lat_a, lon_a = np.radians(one.lat[0].astype(np.float64)), np.radians(np.float64(one.lon[0]))
    lat_b, lon_b = np.radians(others.lat.astype(np.float64)), np.radians(others.lon, dtype=float)
    h = (
        np.sin((lat_b - lat_a) / 2) ** 2
        + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    )
    return np.asarray(np.nan_to_num(2 * EARTH_KM * np.arcsin(np.sqrt(h)), nan=0.0))


def beside(when: Any) -> Any:
    """The parts of the day next to these, on the same day (bits of `plein.lib.week`)."""
    later = (when & (_MORNINGS | _AFTERNOONS)) << 1
    earlier = (when & (_AFTERNOONS | _EVENINGS)) >> 1
    return later | earlier


def together(a: Any, b: Any) -> Any:
    """Whether there is a common or adjoining part of the day; 0 is flexible."""
    return (a == 0) | (b == 0) | ((a & b) != 0) | ((beside(a) & b) != 0)


def _blocked(one: Columns, others: Columns) -> Array:
    mine, me = one.blocks[0] or (), one.owner[0]
    blocked = np.zeros(len(others), dtype=bool)
    for owner in mine:
        blocked |= others.owner == owner
    for row in np.flatnonzero(others.blocks != None):  # noqa: E711  numpy compares each row
        blocked[row] |= me in others.blocks[row]
    return blocked
