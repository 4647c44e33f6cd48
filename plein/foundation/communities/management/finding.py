"""What commands are told: a town, and a file."""

from pathlib import Path

from django.core.management.base import CommandError
from django.db.models import Q

from plein.foundation.communities.models import Community


def town_called(words: str) -> Community:
    """By its host, its name or its word in addresses."""
    towns = Community.objects.filter(kind=Community.Kind.TOWN)
    found = towns.filter(Q(host=words.lower()) | Q(name__iexact=words) | Q(slug=words.lower()))
    if len(found) == 1:
        return found[0]
    known = ", ".join(str(town.host) for town in towns.order_by("host"))
    raise CommandError(f"No town is called {words}. There is: {known or 'none'}.")


def opened(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as wrong:
        raise CommandError(f"{path}: {wrong.strerror}") from wrong
