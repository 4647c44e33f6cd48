"""Another phone number or mail address. The old one is told (H10)."""

from django.db import transaction
from django.utils.translation import gettext as _

from plein.foundation import outbox
from plein.foundation.accounts.actions.codes import forget_codes
from plein.foundation.accounts.addresses import Kind, is_landline, kind_of
from plein.foundation.accounts.models import Account
from plein.foundation.audit import record
from plein.foundation.outbox.letters import Head, Letter, Part
from plein.lib.keys import uuid7


class AddressIsTaken(Exception):
    """Somebody else signs in with this address."""


class LastAddress(Exception):
    """Without this one, no code would reach this person any more."""


@transaction.atomic
def remove_address(account: Account, kind: Kind, *, head: Head) -> None:
    """A number or mail address that is no longer theirs opens nothing any more. The other is told.

    What stays is an address to which a code can be sent: not a phone on the wall.
    """
    fresh = Account.objects.select_for_update().get(pk=account.pk)
    gone, other = fresh.email, fresh.phone
    if kind == Kind.PHONE:
        gone, other = other, gone
    if not gone:
        return
    if not other or is_landline(other):
        raise LastAddress
    if kind == Kind.PHONE:
        account.phone = None
    else:
        account.email = None
    account.save(update_fields=["phone" if kind == Kind.PHONE else "email"])
    forget_codes(gone)
    forget_codes(other)
    tell(other, _removed_words(head.name), head=head)
    record("accounts.address.removed", on=account, way=str(kind))


@transaction.atomic
def change_address(account: Account, address: str, *, head: Head) -> None:
    """From now on this person signs in with `address`, which a code has just proved."""
    if Account.objects.at(address).exclude(pk=account.pk).exists():
        raise AddressIsTaken
    old = [each for each in (account.email, account.phone) if each]
    if kind_of(address) == Kind.MAIL:
        account.email = address
    else:
        account.phone = address
    account.save(update_fields=["email", "phone"])
    for each in old:
        forget_codes(each)
        if each != address:
            tell(each, _changed_words(head.name), head=head)
    record("accounts.address.changed", on=account, way=str(kind_of(address)))


def tell(address: str, words: str, *, head: Head) -> None:
    """A safety message to an address: what happened, and whom to call when it was not you."""
    key = f"accounts.told:{uuid7()}"
    if kind_of(address) == Kind.MAIL:
        subject = _("Something changed in how you sign in at %(place)s") % {"place": head.name}
        letter = Letter(subject, head, [Part(words)])
        outbox.post_letter(letter, to=address, key=key, category="safety")
    else:
        outbox.post_text(to=address, text=words, key=key, category="safety")


def _changed_words(place: str) -> str:
    return _(
        "Somebody changed the address with which you sign in at %(place)s. "
        "Was that not you? Then call us straight away."
    ) % {"place": place}


def _removed_words(place: str) -> str:
    return _(
        "A phone number or mail address with which you signed in at %(place)s was taken away. "
        "Was that not you? Then call us straight away."
    ) % {"place": place}
