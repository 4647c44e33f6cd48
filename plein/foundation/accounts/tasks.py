"""What is over is thrown away."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.accounts.models import HandOver, SignInCode, Tally


@jobs.daily(at="03:10")
def forget_old_keys() -> None:
    """Codes of yesterday, carried visits that cannot last any longer, and counts of tries."""
    now = timezone.now()
    SignInCode.objects.filter(expires_at__lt=now - timedelta(days=1)).delete()
    visit = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    HandOver.objects.filter(expires_at__lt=now - visit).delete()
    Tally.objects.filter(until__lt=now).delete()
