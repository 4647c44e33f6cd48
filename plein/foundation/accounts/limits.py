"""How often somebody may try, counted per hour or quarter in the database (H10, H11).

One row per person, thing and stretch of time, raised by the database itself: tries at the same
moment, in any number of processes, are counted one after the other. Keys are digests: no address
and no internet address can be read in them.
"""

import time
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from plein.foundation.accounts.models import Tally

QUARTER, HOUR, DAY = 15 * 60, 60 * 60, 24 * 60 * 60

LIMITS: dict[str, tuple[int, int]] = {
    # Per address and place: who asks codes for somebody else elsewhere keeps nobody out.
    "code.here": (5, QUARTER),
    "code.here.day": (12, DAY),
    "code.address": (15, QUARTER),
    "code.address.day": (40, DAY),
    "code.ip": (40, HOUR),
    "code.abroad": (0, DAY),  # settings.TEXTS_ABROAD_A_DAY says how many
    "try.browser": (15, HOUR),
    "try.address": (15, HOUR),
    "try.ip": (120, HOUR),
    "password.browser": (10, HOUR),
    "password.address": (50, DAY),
    "password.ip": (60, HOUR),
    "join.ip": (20, HOUR),
    "enrol.ip": (30, HOUR),
    "enrol.address": (10, HOUR),
    "guest.ip": (40, HOUR),
    "guest.day": (150, DAY),
    "speak.member": (40, HOUR),
    "remark.ip": (8, HOUR),
    "claim.member": (12, HOUR),
    "paper.ip": (60, HOUR),
    "reader.member": (10, DAY),
    "reader.address": (3, DAY),
    "call-back.ip": (10, HOUR),
    "call-back.number": (3, HOUR),
    "caller.member": (30, HOUR),
    "farewell.ip": (5, HOUR),
    "farewell.number": (3, HOUR),
    "pin.matchpoint": (20, HOUR),
    "slip.place": (12, QUARTER),
    "slip.code": (12, HOUR),
    "lost.place": (8, HOUR),
    "lost.name": (3, DAY),
    "introduction.member": (20, DAY),
    "lost.ask": (1, DAY),
    "report.member": (10, DAY),
    "report.unsafe": (10, DAY),
    "referral.ip": (20, HOUR),
    "referral.code": (12, HOUR),
}


class TooOften(Exception):
    """Wait until then, or call."""

    def __init__(self, until: datetime | None = None) -> None:
        super().__init__(until)
        self.until = until


def count(what: str, who: str, most: int | None = None) -> None:
    """Count one try; raises `TooOften` when there were too many lately.

    `most` comes instead of the number in the table, where an installation has a say.
    """
    usual, seconds = LIMITS[what]
    most = usual if most is None else most
    window = int(time.time() // seconds)
    text = f"{window} {what} {who}"
    key = salted_hmac("plein.limits", text, algorithm="sha256").hexdigest()
    until = datetime.fromtimestamp((window + 1) * seconds, UTC)
    if _one_more(key, until=until) > most:
        raise TooOften(until)


@transaction.atomic
def _one_more(key: str, until: datetime) -> int:
    mine = Tally.objects.filter(key=key)
    if not mine.update(count=F("count") + 1):
        # Two may begin at once: one row stays, and both raise it.
        Tally.objects.bulk_create([Tally(key=key, until=until)], ignore_conflicts=True)
        mine.update(count=F("count") + 1)
    # Raised by us and locked until the end of this transaction: nobody reads the same number.
    return mine.values_list("count", flat=True).get()
