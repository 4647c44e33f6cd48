"""Draw docs/map.md from the code, or with --check: look whether it is up to date."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plein.operations.floors import ROOT
from plein.operations.house_map import drawing

MAP = ROOT / "docs" / "map.md"


class Command(BaseCommand):
    help = "Draw docs/map.md from the code."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail when it is not up to date")

    def handle(self, *_args: Any, **options: Any) -> None:
        now = drawing()
        before = MAP.read_text(encoding="utf-8") if MAP.exists() else ""
        if options["check"] and before != now:
            raise CommandError("docs/map.md is not up to date: run manage.py draw_map.")
        if before != now:
            MAP.parent.mkdir(exist_ok=True)
            MAP.write_text(now, encoding="utf-8")
            self.stdout.write(f"Drawn: {MAP.relative_to(ROOT)}")
