"""Beginning and ending a visit. The session gets a new key at every sign-in (H10)."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, login, logout
from django.db.models import Q
from django.http import HttpRequest

from plein.foundation.accounts.models import Account, HandOver
from plein.foundation.audit import record

BACKEND = "plein.foundation.accounts.backends.CodeOrPassword"


def sign_in(request: HttpRequest, account: Account, *, way: str) -> None:
    """From here on the browser is this person's."""
    login(request, account, backend=BACKEND)
    request.session["way"] = way
    request.account = account  # type: ignore[attr-defined]
    record("accounts.session.begun", on=account, way=way)


def keep_signed_in(request: HttpRequest, account: Account) -> None:
    """After a new password or address: this visit goes on under a new key, all others end."""
    old = request.session.session_key or ""
    request.session.cycle_key()
    request.session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    if old:
        new = request.session.session_key or ""
        HandOver.objects.filter(from_session=old).update(from_session=new)


def sign_out(request: HttpRequest) -> None:
    """End the visit on every host of the town to which this browser was carried."""
    key = request.session.session_key or ""
    account = getattr(request, "account", None)
    for other in _linked_sessions(key):
        import_module(settings.SESSION_ENGINE).SessionStore().delete(other)
    logout(request)
    if account:
        record("accounts.session.ended", on=account)


def _linked_sessions(key: str) -> set[str]:
    """The session on the town's host, and those that were carried from it."""
    if not key:
        return set()
    pairs = HandOver.objects.filter(Q(from_session=key) | Q(to_session=key))
    roots = {key} | set(pairs.values_list("from_session", flat=True))
    carried = HandOver.objects.filter(from_session__in=roots).exclude(to_session="")
    return (roots | set(carried.values_list("to_session", flat=True))) - {key}
