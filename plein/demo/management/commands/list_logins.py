from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from plein.bridges.matchpoint.pictures import PICTURES
from plein.demo.logins import operator_account, parts_of, site_url, sites
from plein.demo.matchpoints import PIN, SLIP_CODE, SLIP_PICTURE, opening_path, tables_of
from plein.demo.parts import OPERATOR
from plein.demo.places import TOWN_HOST
from plein.foundation.communities.models import Community
from plein.lib.codes import in_threes


class Command(BaseCommand):
    help = "Tell who can sign in to the demo, for every role, and where the places are."

    def handle(self, *_args: Any, **_options: Any) -> None:
        town = Community.objects.filter(host=TOWN_HOST).first()
        if town is None:
            raise CommandError("There is no town yet. Fill one with: manage.py fill_town")
        with translation.override("nl"):
            self._tell(town)

    def _tell(self, town: Community) -> None:
        places = sites()
        self.stdout.write("Places:")
        for place, url in places:
            self.stdout.write(f"  {place.name:<14} {url}")
        self.stdout.write("People (one tap each on the page demo/ of their place):")
        for home in (
            town,
            *(place for place, _url in places if place.pk == place.town_id != town.pk),
        ):
            for part in parts_of(home):
                self.stdout.write(f"  {part.name:<8} {part.email:<30} {part.who}")
        if tables := tables_of(town):
            self.stdout.write(f"Matchpoints (a screen for somebody without mail; PIN {PIN}):")
            for table in tables:
                self.stdout.write(f"  {table.name:<20} {site_url(town, opening_path(table.key))}")
            picture = PICTURES[SLIP_PICTURE]
            self.stdout.write(f"  Slip to come back:   {in_threes(SLIP_CODE)}, picture: {picture}")
        if operator_account():
            self.stdout.write(f"  {'Operator':<8} {OPERATOR:<30} /beheer/")
