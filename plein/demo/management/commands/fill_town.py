from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plein.demo.maker import Maker
from plein.demo.town import TownIsThere, fill

LEAST = 60


class Command(BaseCommand):
    help = "Fill an empty database with Waterdrecht, a made-up town; the same seed, the same town."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--people", type=int, default=600,
            help="How many members (600). For a village of 2,000 take 60, for a city 5,000.",
        )  # fmt: skip
        parser.add_argument("--seed", type=int, default=1, help="Another seed, another town (1).")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["people"] < LEAST:
            raise CommandError(f"A town needs at least {LEAST} people.")
        maker = Maker(options["people"], options["seed"], say=self.stdout.write)
        try:
            places = fill(maker)
        except TownIsThere as there:
            raise CommandError(
                "There is a town already, so nothing was changed. Begin with an empty database."
            ) from there
        self.stdout.write(f"{places.town.name} is there, with {maker.people} people.")
