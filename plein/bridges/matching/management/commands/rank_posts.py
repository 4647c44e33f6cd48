"""Rank the posts of a file by the engine of the site, without a database (docs/matching.md)."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = (
        "Reads posts (JSON lines) and prints for each request its ranked offers, one JSON a line."
    )
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--engine", choices=["semantic", "words"], default="semantic")
        parser.add_argument(
            "--model", default="", help="universal or e5; the best there is if empty"
        )
        parser.add_argument("--at-most", type=int, default=50)
        parser.add_argument("--explain", action="store_true", help="adds reasons, doubts and parts")

    def handle(self, **options: Any) -> None:
        from plein.bridges.matching.engine.posts_file import posts_in
        from plein.bridges.matching.engine.runs import run
        from plein.bridges.matching.engine.vectors import best_model

        posts = posts_in(options["file"].read_text("utf-8").splitlines())
        model = best_model(options["model"]) if options["engine"] == "semantic" else None
        if options["engine"] == "semantic" and model is None:
            self.stderr.write("No sentence model is installed: ranked by words.")
        found = run(posts, model=model, at_most=options["at_most"], explained=options["explain"])
        for line in found:
            self.stdout.write(json.dumps(line, ensure_ascii=False))
