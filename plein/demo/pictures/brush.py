"""A brush that draws flat shapes, twice as large as asked and then made small, so edges are soft."""

from math import cos, radians, sin

from PIL import Image, ImageDraw, ImageOps

Point = tuple[float, float]
SCALE = 2


class Brush:
    """Draws in the units of the finished picture; (0, 0) is the top left."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        """Start with an evenly coloured sheet."""
        self.size = (width, height)
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, wide: float, high: float, fill: str, r: float = 0) -> None:
        """A rectangle, with rounded corners when `r` is given."""
        corners = (x * SCALE, y * SCALE, (x + wide) * SCALE, (y + high) * SCALE)
        self._draw.rounded_rectangle(corners, radius=r * SCALE, fill=fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """An oval around (x, y)."""
        corners = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self._draw.ellipse(corners, fill=fill)

    def dot(self, x: float, y: float, r: float, fill: str) -> None:
        """A circle around (x, y)."""
        self.oval(x, y, r, r, fill)

    def slice(self, x: float, y: float, rx: float, ry: float, turn: Point, fill: str) -> None:
        """The part of an oval between two angles, cut straight."""
        self.shape(_bow(x, y, rx, ry, turn), fill)

    def shape(self, points: list[Point], fill: str) -> None:
        """A shape with straight sides."""
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def blob(self, points: list[Point], fill: str) -> None:
        """A shape with flowing sides through all points."""
        count = len(points)
        flowing: list[Point] = []
        for i in range(count):
            near = [points[(i + step) % count] for step in (-1, 0, 1, 2)]
            flowing += [_between(near, part / 12) for part in range(12)]
        self.shape(flowing, fill)

    def line(self, points: list[Point], fill: str, width: float) -> None:
        """A line with round ends and bends."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=fill, width=round(width * SCALE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.dot(x, y, width / 2, fill)

    def bow(  # an oval, two angles and a pen need this much
        self, x: float, y: float, rx: float, ry: float, turn: Point, fill: str, width: float
    ) -> None:
        """A bent line: part of an oval between two angles."""
        self.line(_bow(x, y, rx, ry, turn), fill, width)

    def finish(self, *, mirrored: bool = False) -> Image.Image:
        """The picture at its own size."""
        small = self._image.resize(self.size, Image.Resampling.LANCZOS)
        return ImageOps.mirror(small) if mirrored else small


def _bow(x: float, y: float, rx: float, ry: float, turn: Point) -> list[Point]:
    start, end = turn
    angles = [radians(start + (end - start) * step / 40) for step in range(41)]
    return [(x + rx * cos(angle), y + ry * sin(angle)) for angle in angles]


def _between(near: list[Point], t: float) -> Point:
    """A point on the Catmull-Rom curve between the second and the third of four points."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = near
    return _curve(ax, bx, cx, dx, t), _curve(ay, by, cy, dy, t)


def _curve(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
