"""Numbers go when they are not needed any more."""

from datetime import timedelta

from django.utils import timezone

from plein.bridges.telephone.models import Call, CallBack, Tidings, ToldPlace, Worry

DONE_KEPT, NOT_ASKED_KEPT, CALLS_KEPT = timedelta(days=2), timedelta(days=30), timedelta(days=90)


def forget() -> int:
    """Called back: after two days. Did not ask: after thirty, so that nobody rings them again."""
    now = timezone.now()
    done = CallBack.objects.filter(done_at__lt=now - DONE_KEPT, not_asked=False)
    left_alone = CallBack.objects.filter(done_at__lt=now - NOT_ASKED_KEPT)
    tidings = Tidings.objects.filter(done_at__lt=now - DONE_KEPT)
    worries = Worry.objects.filter(done_at__lt=now - DONE_KEPT)
    calls = Call.objects.filter(made_at__lt=now - CALLS_KEPT)
    places = ToldPlace.objects.filter(made_at__lt=now - CALLS_KEPT)
    return sum(rows.delete()[0] for rows in (done, left_alone, tidings, worries, calls, places))
