"""Areas with an outline, and the postcodes from which a cell is taken."""

from django.db import models

from plein.lib.keys import uuid7


class Area(models.Model):
    """A wijk or buurt as a shape on the map. Public: it says nothing about a person."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    outline = models.JSONField(help_text="GeoJSON geometry, WGS 84, longitude first.")
    lat = models.FloatField(help_text="Middle, degrees north.")
    lon = models.FloatField(help_text="Middle, degrees east.")
    inhabitants = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """A Dutch postcode: its middle, or at least its wijk. Of a person it is forgotten at once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=6, unique=True, help_text="4291AB, or 4291 for all of it.")
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    wijk = models.CharField(max_length=80, blank=True, help_text="As a list of postcodes says it.")

    def __str__(self) -> str:
        return self.code

    @property
    def point(self) -> tuple[float, float] | None:
        """Degrees north and east."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)
