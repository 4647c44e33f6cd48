"""From the Dutch national grid (Rijksdriehoek, EPSG:28992) to degrees (WGS 84).

Source: F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie
tussen RD- en WGS84-kaartcoördinaten", Geodesia 2001-2. Within half a metre in the Netherlands.
"""

# The tower of the Onze Lieve Vrouwe in Amersfoort: the middle of the grid.
MIDDLE_X, MIDDLE_Y = 155_000.0, 463_000.0
MIDDLE_LAT, MIDDLE_LON = 52.15517440, 5.38720621

# (power of x, power of y, factor in seconds of arc)
NORTH = (
    (0, 1, 3235.65389),
    (2, 0, -32.58297),
    (0, 2, -0.24750),
    (2, 1, -0.84978),
    (0, 3, -0.06550),
    (2, 2, -0.01709),
    (1, 0, -0.00738),
    (4, 0, 0.00530),
    (2, 3, -0.00039),
    (4, 1, 0.00033),
    (1, 1, -0.00012),
)
EAST = (
    (1, 0, 5260.52916),
    (1, 1, 105.94684),
    (1, 2, 2.45656),
    (3, 0, -0.81885),
    (1, 3, 0.05594),
    (3, 1, -0.05607),
    (0, 1, 0.01199),
    (3, 2, -0.00256),
    (1, 4, 0.00128),
    (0, 2, 0.00022),
    (2, 0, -0.00022),
    (5, 0, 0.00026),
)


def from_rd(x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude in degrees of a point in metres."""
    east, north = _powers((x - MIDDLE_X) * 1e-5), _powers((y - MIDDLE_Y) * 1e-5)
    lat = sum([factor * east[p] * north[q] for p, q, factor in NORTH])
    lon = sum([factor * east[p] * north[q] for p, q, factor in EAST])
    return MIDDLE_LAT + lat / 3600, MIDDLE_LON + lon / 3600


def _powers(of: float) -> list[float]:
    """The powers from 0 to 5."""
    square = of * of
    return [1.0, of, square, square * of, square * square, square * square * of]


def in_netherlands(lat: float, lon: float) -> bool:
    """Roughly: enough to see that somebody swapped two columns."""
    return 50.5 <= lat <= 53.8 and 3.0 <= lon <= 7.4


def on_grid(x: float, y: float) -> bool:
    """Metres of the national grid: x and y never overlap there."""
    return -10_000 <= x <= 300_000 < y <= 630_000
