"""Publishing now, later by the clock, or not any more."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from plein.features.pages.models import Page
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member


@transaction.atomic
def publish(page: Page, *, at: datetime | None = None, by: Member) -> None:
    """Now, or at a moment that is still to come. Again does not change the day of what is out."""
    now = timezone.now()
    if at is None and page.is_published:
        return
    page.published_at = at if at and at > now else now
    page.told_at = None if page.published_at > now else now
    page.save(update_fields=["published_at", "told_at"])
    key = "pages.page.planned" if page.published_at > now else "pages.page.published"
    record(key, on=page, by=by, kind=page.kind)
    jobs.changed("pages.page", page.pk)


@transaction.atomic
def withdraw(page: Page, *, by: Member) -> None:
    """A draft again: only editors see it."""
    if page.published_at is None:
        return
    page.published_at = page.told_at = None
    page.save(update_fields=["published_at", "told_at"])
    record("pages.page.withdrawn", on=page, by=by)
    jobs.changed("pages.page", page.pk)


@transaction.atomic
def tell_published() -> int:
    """The clock: planned pages whose moment came are told to everything that lists them."""
    now = timezone.now()
    due = Page.objects.filter(published_at__lte=now, told_at=None)
    keys = list(due.order_by("published_at").values_list("pk", flat=True)[:500])
    Page.objects.filter(pk__in=keys).update(told_at=now)
    for key in keys:
        jobs.changed("pages.page", key)
    return len(keys)
