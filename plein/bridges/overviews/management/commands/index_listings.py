"""Make the index of everything that can be found anew, for all towns or one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plein.bridges.overviews.actions import index_town
from plein.foundation.communities.models import Community


class Command(BaseCommand):
    help = "Make the index of asks, offers and all else that can be found anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("town", nargs="?", help="short name (slug) of one town; else all")

    def handle(self, *_args: Any, **options: Any) -> None:
        towns = Community.objects.filter(kind=Community.Kind.TOWN)
        if slug := options["town"]:
            towns = towns.filter(slug=slug)
            if not towns:
                raise CommandError(f"There is no town called {slug!r}.")
        for town in towns:
            self.stdout.write(f"{town.name}: {index_town(town.pk)}")
