"""The second factor of a professional: a code to their work phone, once for each visit (H10).

Signing in proves the mail address or password; this proves the phone whose number a manager heard
in the call back. That number stands in the admission: who takes over an account cannot change it.
Why not something else stands in docs/decisions.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from plein.foundation.care.models import Admission
from plein.foundation.communities.requests import PleinRequest

KEY = "second_factor"
LIVES = timedelta(hours=10)
"""A working day."""
OTHER_WAYS = frozenset({"mail", "password", "demo"})
"""Ways of signing in that leave the phone as something else."""


def has_passed(request: PleinRequest, admissions: list[Admission]) -> bool:
    kept = request.session.get(KEY)
    if not kept or kept["admission"] not in {one.pk.hex for one in admissions}:
        return False
    return timezone.now() < datetime.fromisoformat(kept["at"]) + LIVES


def passed(request: PleinRequest, admission: Admission) -> None:
    """For this visit only: it ends with the session, and after a working day."""
    request.session[KEY] = {"admission": admission.pk.hex, "at": timezone.now().isoformat()}


def came_by_phone(request: PleinRequest) -> bool:
    """Signed in with a code on the phone: then a code on the phone is no second thing."""
    return request.session.get("way") not in OTHER_WAYS
