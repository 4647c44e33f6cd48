"""Start a real place."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plein.foundation.accounts.addresses import NotAnAddress, clean
from plein.foundation.communities.actions.founding import HostIsTaken, first_manager, found_town
from plein.foundation.communities.models import Community


class Command(BaseCommand):
    help = "Starts a town (or a region) at a host, with its first manager."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="for instance Waterdrecht")
        parser.add_argument("host", help="for instance waterdrecht.example")
        parser.add_argument("--manager", required=True, help="phone number or mail address")
        parser.add_argument("--manager-name", default="Beheer", help="as neighbours see it")
        parser.add_argument("--region", action="store_true", help="a region: towns stand in it")

    def handle(self, *_args: Any, **options: Any) -> None:
        kind = Community.Kind.REGION if options["region"] else Community.Kind.TOWN
        try:
            address = clean(options["manager"])
            town = found_town(options["name"], options["host"].lower(), kind=kind)
        except NotAnAddress as wrong:
            raise CommandError("--manager is neither a phone number nor a mail address") from wrong
        except HostIsTaken as wrong:
            raise CommandError("another place answers at this host") from wrong
        first_manager(town, address, name=options["manager_name"])
        self.stdout.write(f"{town.name} stands at {town.host}. Sign in there with {address}.")
