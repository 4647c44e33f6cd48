"""Meeting new people: what a mail address alone does not open, this does (TRUST-7)."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from plein.foundation import outbox
from plein.foundation.accounts.models import Account
from plein.foundation.audit import record
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Member, Role
from plein.foundation.communities.signals import member_greeted
from plein.foundation.jobs import changed
from plein.foundation.outbox.letters import Letter, Link, Part

GREETING = ["greeted_at", "greeted_by", "greeting_taken_at"]


class KeepsGreeting(Exception):
    """Nobody takes their own greeting back, or that of somebody with a role."""


class AddressIsTaken(Exception):
    """Somebody else already signs in with this address: speak a code instead."""


@transaction.atomic
def greet(member: Member, *, by: Member | None, words: str = "", again: bool = False) -> Member:
    """Say that `by` has met this person, with a word of welcome. Twice changes nothing.

    Without `by` it is known that they were met, and nobody may read by whom. After a greeting was
    taken back only somebody who means it (`again`) opens the door once more.
    """
    fresh = Member.objects.select_for_update(of=("self",)).get(town=member.town_id, pk=member.pk)
    if fresh.greeted_at or fresh.state == Member.State.LEFT:
        return fresh
    if fresh.greeting_taken_at and not again:
        return fresh
    if fresh.state == Member.State.WAITING:
        fresh = activate(fresh, by=by)
    fresh.greeted_at, fresh.greeted_by, fresh.greeting_taken_at = timezone.now(), by, None
    fresh.save(update_fields=GREETING)
    record("communities.member.greeted", on=fresh, by=by)
    changed("communities.member", fresh.pk)
    if by:
        _welcome(fresh, by, words)
    transaction.on_commit(lambda: member_greeted.send_robust(sender=Member, member=fresh))
    return fresh


@transaction.atomic
def take_greeting_back(member: Member, *, by: Member) -> Member:
    """It was a mistake: private asks close again at once, until somebody means to open them.

    Who has a role keeps the greeting: first somebody takes the role.
    """
    fresh = Member.objects.select_for_update(of=("self",)).get(town=member.town_id, pk=member.pk)
    if fresh.greeted_at is None:
        return fresh
    if fresh.pk == by.pk or Role.objects.filter(town=fresh.town_id, member=fresh).exists():
        raise KeepsGreeting
    fresh.greeted_at, fresh.greeted_by, fresh.greeting_taken_at = None, None, timezone.now()
    fresh.save(update_fields=GREETING)
    record("communities.member.greeting_taken", on=fresh, by=by)
    changed("communities.member", fresh.pk)
    return fresh


@transaction.atomic
def activate(member: Member, *, by: Member | None, way: str = "by_hand") -> Member:
    """A waiting member may come in: the code was right, or somebody of the place says so."""
    fresh = Member.objects.select_for_update(of=("self",)).get(town=member.town_id, pk=member.pk)
    if fresh.state != Member.State.WAITING:
        return fresh
    if fresh.account_id is None and fresh.address:
        fresh.account = _account_for(fresh.address)
    fresh.state, fresh.address = Member.State.ACTIVE, ""
    fresh.save(update_fields=["state", "address", "account"])
    record("communities.member.activated", on=fresh, by=by or fresh, way=way)
    changed("communities.member", fresh.pk)
    return fresh


def _account_for(address: str) -> Account:
    if Account.objects.at(address).exists():
        raise AddressIsTaken
    return Account.objects.create_at(address)


def _welcome(member: Member, by: Member, words: str) -> None:
    account = member.account
    if not words.strip() or account is None:
        return
    words = words.strip()
    key = f"communities.greeting:{member.pk}"
    with translation.override(member.tongue):
        subject = _("%(name)s says hello") % {"name": by.name}
        link = absolute(member.home, "/")
        if account.email:
            go_on = Link(_("Go on"), link)
            letter = Letter(subject, head_of(member.home), [Part(framed=words, button=go_on)])
            outbox.post_letter(letter, to=account.email, key=key, town=by.town_id, member=member)
            return
        words = f"{words}\n\n" + _("You can go on here: %(link)s") % {"link": link}
    if account.phone:
        outbox.post_text(
            to=account.phone, text=words, key=key, town=by.town_id, member=member, urgent=False
        )
