"""Carrying a sign-in from the town's host to another host of that town, once, within a minute."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from plein.foundation.accounts.actions.codes import digest_of
from plein.foundation.accounts.models import Account, HandOver
from plein.foundation.audit import record

LIFETIME = timedelta(seconds=60)


@transaction.atomic
def hand_over(account: Account, *, host: str, browser: str, session: str) -> str:
    """A key for one host and one browser there; `browser` is the digest that host sent along."""
    key = secrets.token_urlsafe(32)
    HandOver.objects.create(
        digest=_digest(key),
        account=account,
        host=host,
        browser=browser,
        from_session=session,
        expires_at=timezone.now() + LIFETIME,
    )
    return key


@transaction.atomic
def take_over(key: str, *, host: str, browser: str) -> HandOver | None:
    """Whose key this is; only once, only here, only in the browser that asked."""
    found = HandOver.objects.filter(
        digest=_digest(key),
        host=host,
        browser=digest_of(browser),
        used_at=None,
        expires_at__gt=timezone.now(),
        account__is_active=True,
    )
    carried = found.select_related("account").first()
    if carried is None or not found.update(used_at=timezone.now()):
        return None
    record("accounts.session.carried", on=carried.account)
    return carried


def _digest(key: str) -> str:
    return salted_hmac("plein.accounts.hand_over", key, algorithm="sha256").hexdigest()
