"""Write docs/permissions.md anew."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from plein.foundation.communities.permissions_doc import permissions_doc


class Command(BaseCommand):
    help = "Writes docs/permissions.md from the rights table."

    def handle(self, *_args: Any, **_options: Any) -> None:
        file = settings.BASE_DIR / "docs" / "permissions.md"
        file.write_text(permissions_doc(), encoding="utf-8")
        self.stdout.write(f"{file.relative_to(settings.BASE_DIR)}")
