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
    """A Dutch postcode and its middle; used once to find a cell, then forgotten."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=6, unique=True, help_text="Four digits, two capitals.")
    lat = models.FloatField()
    lon = models.FloatField()

    def __str__(self) -> str:
        return self.code
