"""Where the postcodes of a town lie, from an open list."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plein.foundation.communities.actions.mapping import place_postcodes
from plein.foundation.communities.management.finding import opened, town_called
from plein.foundation.communities.mapping_words import about_postcodes
from plein.foundation.places.reading_outlines import Unreadable
from plein.foundation.places.reading_postcodes import read


class Command(BaseCommand):
    help = "Reads postcodes of a town: with lat and lon, with x and y (RD), or with their wijk."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("town", help="its host, its name or its word in addresses")
        parser.add_argument("file", help="csv; 4291AB or 4291, in any order of columns")

    def handle(self, *_args: Any, **options: Any) -> None:
        town = town_called(options["town"])
        try:
            file = read(opened(options["file"]))
        except Unreadable as wrong:
            raise CommandError(str(wrong)) from wrong
        noted = place_postcodes(town, file.rows, by=None)
        for line in about_postcodes(town, noted, file):
            self.stdout.write(line)
