"""Let a region list a town, or no longer."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plein.foundation.communities.actions.founding import NoRegion, join_region
from plein.foundation.communities.models import Community


class Command(BaseCommand):
    help = "Puts a town in a region, both by their host; --out takes it out again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("town", help="host of the town, for instance waterdrecht.example")
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("region", nargs="?", help="host of the region")
        where.add_argument("--out", action="store_true", help="in no region any more")

    def handle(self, *_args: Any, **options: Any) -> None:
        town = _at(options["town"])
        region = None if options["out"] else _at(options["region"])
        try:
            join_region(town, region)
        except NoRegion as wrong:
            raise CommandError(
                "the first must be a town and the second a region (make_town --region)"
            ) from wrong
        place = f"in {region.name}" if region else "in no region"
        self.stdout.write(f"{town.name} is {place}.")


def _at(host: str) -> Community:
    found = Community.objects.filter(host=host.lower()).first()
    if found is None:
        raise CommandError(f"no place answers at {host}")
    return found
