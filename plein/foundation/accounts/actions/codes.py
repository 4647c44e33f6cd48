"""Six digits that prove an address.

Asking does the same work for a known and an unknown address, and sends the same words: only who
holds the address learns whether it is known (H13).
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from plein.foundation import outbox
from plein.foundation.accounts.addresses import Kind, is_landline, kind_of
from plein.foundation.accounts.models import SignInCode
from plein.foundation.audit import record
from plein.foundation.outbox.letters import Head, Letter, Part
from plein.lib.codes import number_code

LIFETIME = timedelta(minutes=15)


@transaction.atomic
def ask_code(address: str, *, town_id: UUID, browser: str, head: Head) -> SignInCode:
    """Send a code to an address. It works only in the browser that asked for it."""
    mail = kind_of(address) == Kind.MAIL
    way = SignInCode.Way.MAIL if mail else SignInCode.Way.TEXT
    code, digits = _make(address, town_id, way, browser=digest_of(browser))
    place = head.name
    warning = _("The code works for 15 minutes. Give it to nobody.")
    if mail:
        after = f"{warning}\n\n" + _("Did you not ask for a code? Then do nothing.")
        outbox.post_letter(
            Letter(
                subject=_("Your code for %(place)s") % {"place": place},
                head=head,
                parts=[Part(_("Type this code on the site:"), code=digits, after=after)],
            ),
            to=address,
            key=f"accounts.code:{code.pk}",
            category="code",
            urgent=True,
            good_until=code.expires_at,
        )
    elif not is_landline(address):  # there a connector reads a code aloud
        words = _("%(code)s is your code for %(place)s.") % {"code": digits, "place": place}
        outbox.post_text(
            to=address,
            text=f"{words} {warning}",
            key=f"accounts.code:{code.pk}",
            category="code",
            urgent=True,
            good_until=code.expires_at,
        )
    record("accounts.code.asked", way=str(way))
    return code


@transaction.atomic
def speak_code(address: str, *, town_id: UUID) -> tuple[SignInCode, str]:
    """A code to read aloud. Who may do this, and the line in the audit, is the caller's."""
    return _make(address, town_id, SignInCode.Way.SPOKEN, browser="")


def is_spoken_open(address: str, *, town_id: UUID) -> bool:
    """Whether a code that somebody read aloud can still be typed, in whatever browser."""
    return SignInCode.objects.usable().spoken().filter(town_id=town_id, address=address).exists()


def check_code(
    address: str, digits: str, *, town_id: UUID, browser: str, spoken: bool = True
) -> str:
    """How the code came, once, for the right six digits, in time, within five tries; else "".

    Without `spoken` only codes that this browser asked for are looked at.
    """
    digits = "".join(str(int(sign)) for sign in digits if sign.isdecimal())
    wanted = _digest(address, town_id, digits)
    with transaction.atomic():
        codes = SignInCode.objects.usable().for_browser(digest_of(browser), spoken=spoken)
        codes = codes.filter(town_id=town_id, address=address)
        # Locked, so that guesses at the same moment are counted one after the other.
        found = list(codes.select_for_update().values_list("pk", "digest", "way"))
        codes.update(tries=F("tries") + 1)
        right = [(key, way) for key, digest, way in found if constant_time_compare(digest, wanted)]
        if not right:
            return ""
        key, way = right[0]
        taken = SignInCode.objects.filter(pk=key, used_at=None).update(used_at=timezone.now())
        forget_codes(address)
    return str(way) if taken else ""


def forget_codes(address: str) -> None:
    """No code for this address works any more."""
    SignInCode.objects.filter(address=address, used_at=None).update(used_at=timezone.now())


def digest_of(key: str) -> str:
    """What the database keeps of a browser's key."""
    if not key:
        return "-"
    return salted_hmac("plein.accounts.browser", key, algorithm="sha256").hexdigest()


def _make(address: str, town_id: UUID, way: str, *, browser: str) -> tuple[SignInCode, str]:
    digits = number_code()
    code = SignInCode.objects.create(
        town_id=town_id,
        address=address,
        way=way,
        digest=_digest(address, town_id, digits),
        browser=browser,
        expires_at=timezone.now() + LIFETIME,
    )
    return code, digits


def _digest(address: str, town_id: UUID, digits: str) -> str:
    text = f"{town_id} {address} {digits}"
    return salted_hmac("plein.accounts.code", text, algorithm="sha256").hexdigest()
