"""Outlines of the wijken and buurten of a town, from an open file."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plein.foundation.communities.actions.mapping import draw_outlines
from plein.foundation.communities.management.finding import opened, town_called
from plein.foundation.communities.mapping_words import about_outlines
from plein.foundation.places.reading_outlines import Unreadable, read


class Command(BaseCommand):
    help = (
        "Gives the parts of a town the outlines of a GeoJSON file (WGS 84 or RD). May be repeated."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("town", help="its host, its name or its word in addresses")
        parser.add_argument("file", help="GeoJSON with wijken or buurten, for instance of PDOK")
        parser.add_argument("--name", default="", help="the property that holds the name")
        parser.add_argument(
            "--municipality", default="", help="of a file of the whole country; else the town"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        town = town_called(options["town"])
        municipality = options["municipality"] or town.name
        try:
            file = read(opened(options["file"]), municipality=municipality, name=options["name"])
        except Unreadable as wrong:
            raise CommandError(str(wrong)) from wrong
        linked = draw_outlines(town, file.outlines, by=None)
        for line in about_outlines(town, linked, file.problems):
            self.stdout.write(line)
