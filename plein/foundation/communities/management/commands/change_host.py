"""Give a place another host, when nobody can do so on the site."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q

from plein.foundation.audit import record
from plein.foundation.communities import tree
from plein.foundation.communities.forms.arranging import HOST
from plein.foundation.communities.models import Community


class Command(BaseCommand):
    help = "Gives a place another host at once, both in small letters: change_host OLD NEW."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("old", help="the host it has now, for instance waterdrecht.example")
        parser.add_argument("new", help="the host that leads to this server")

    def handle(self, *_args: Any, **options: Any) -> None:
        old, new = options["old"].lower(), options["new"].lower()
        place = Community.objects.filter(Q(host=old) | Q(next_host=old)).first()
        if place is None:
            raise CommandError(f"no place answers at {old}")
        if not HOST.fullmatch(new):
            raise CommandError(f"{new} is no host")
        others = Community.objects.exclude(pk=place.pk)
        if others.filter(Q(host=new) | Q(next_host=new)).exists():
            raise CommandError(f"another place answers at {new}")
        place.host, place.next_host = new, None
        place.save(update_fields=["host", "next_host"])
        record("communities.community.arranged", on=place, parts=["host"])
        tree.changed(place.town_id)
        self.stdout.write(f"{place.name} is at {new}.")
