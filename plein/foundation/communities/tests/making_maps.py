"""Small files as a municipality has them, and loading them by command."""

import io
import json

from django.core.management import call_command


def square(west, name, wide=0.02, south=51.80, **said):
    """A wijk of `wide` degrees; CBS calls the rest "code"."""
    ring = [(0, 0), (wide, 0), (wide, wide), (0, wide), (0, 0)]
    corners = [[west + x, south + y] for x, y in ring]
    geometry = {"type": "Polygon", "coordinates": [corners]}
    return {"type": "Feature", "properties": {"naam": name} | said, "geometry": geometry}


def geojson(*features):
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def load(command, town, data, folder):
    """What the command said."""
    file = folder / "bestand"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    said = io.StringIO()
    call_command(command, town, str(file), stdout=said)
    return said.getvalue()
