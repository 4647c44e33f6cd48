"""How often somebody may try, counted per hour or quarter in the cache (H10, H11).

Keys are digests: the cache holds no address and no internet address that can be read.
"""

import time

from django.core.cache import cache
from django.utils.crypto import salted_hmac

QUARTER, HOUR = 15 * 60, 60 * 60

LIMITS: dict[str, tuple[int, int]] = {
    "code.address": (5, QUARTER),
    "code.ip": (40, HOUR),
    "try.address": (15, HOUR),
    "try.ip": (120, HOUR),
    "password.address": (10, HOUR),
    "password.ip": (60, HOUR),
    "join.ip": (20, HOUR),
    "speak.member": (40, HOUR),
}


class TooOften(Exception):
    """Wait a quarter of an hour, or call."""


def count(what: str, who: str) -> None:
    """Count one try; raises `TooOften` when there were too many lately."""
    most, seconds = LIMITS[what]
    window = int(time.time() // seconds)
    digest = salted_hmac("plein.limits", f"{what} {who}", algorithm="sha256").hexdigest()
    key = f"limit:{window}:{digest}"
    tries = int(cache.get(key, 0)) + 1
    cache.set(key, tries, timeout=seconds * 2)
    if tries > most:
        raise TooOften
