"""Where Waterdrecht lies: six wijken along a river that is on no map, and their postcodes."""

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Buurt:
    """A corner of a wijk, by its middle."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Wijk:
    """A wijk with its outline as GeoJSON draws it: (longitude, latitude), first point repeated."""

    key: str
    name: str
    code: str
    inhabitants: int
    buurten: tuple[Buurt, ...]
    outline: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Postcode:
    """A made-up postcode and the middle of the doors it stands for."""

    postcode: str
    wijk: str
    buurt: str
    latitude: float
    longitude: float


@cache
def outlines() -> dict[str, Any]:
    """The GeoJSON as it is, for a map."""
    loaded: dict[str, Any] = json.loads((HERE / "waterdrecht.geojson").read_text(encoding="utf-8"))
    return loaded


@cache
def load_wijken() -> tuple[Wijk, ...]:
    """The six wijken, in the order of their codes."""
    return tuple(_wijk(feature) for feature in outlines()["features"])


@cache
def load_postcodes() -> tuple[Postcode, ...]:
    """All postcodes, wijk by wijk."""
    with (HERE / "postcodes.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Postcode(
                row["postcode"],
                row["wijk"],
                row["buurt"],
                float(row["latitude"]),
                float(row["longitude"]),
            )
            for row in csv.DictReader(file)
        )


def _wijk(feature: dict[str, Any]) -> Wijk:
    facts = feature["properties"]
    return Wijk(
        key=facts["key"],
        name=facts["name"],
        code=facts["code"],
        inhabitants=facts["inhabitants"],
        buurten=tuple(Buurt(**buurt) for buurt in facts["buurten"]),
        outline=tuple((point[0], point[1]) for point in feature["geometry"]["coordinates"][0]),
    )
