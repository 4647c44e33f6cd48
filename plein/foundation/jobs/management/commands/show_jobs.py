from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Count, Min
from django.utils import timezone

from plein.foundation.jobs.models import Change, Task


class Command(BaseCommand):
    help = "Show what waits and what kept failing. --retry gives dead tasks another chance."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--retry", metavar="NAME", help="name of a task, or `all`")

    def handle(self, *, retry: str | None, **_options: Any) -> None:
        if retry:
            self._retry(retry)
        alive, changes = Task.objects.alive(), Change.objects.count()
        oldest = Task.objects.due().aggregate(oldest=Min("due_at"))["oldest"]
        late = (timezone.now() - oldest).total_seconds() if oldest else 0
        self.stdout.write(
            f"waiting {alive.count()}, in hand {alive.held().count()}, changes {changes}, "
            f"late by {late:.0f} s"
        )
        dead = Task.objects.dead().values("name", "error").annotate(count=Count("id"))
        for row in dead.order_by("name", "error"):
            self.stdout.write(f"dead: {row['name']} × {row['count']}: {row['error']}")

    def _retry(self, name: str) -> None:
        dead = Task.objects.dead() if name == "all" else Task.objects.dead().filter(name=name)
        count = dead.update(dead_at=None, tries=0, losses=0, held_by=None, due_at=timezone.now())
        self.stdout.write(f"{count} tasks wait again")
