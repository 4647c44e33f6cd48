"""Coming to live in a place: first waiting, then proved by a code."""

from uuid import UUID

from django.db import transaction

from plein.foundation.accounts.models import Account
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.signals import member_joined
from plein.foundation.jobs import changed
from plein.foundation.places.cells import Cell, cell_of


class NotOfThisTown(Exception):
    """A home lies in the town itself."""


@transaction.atomic
def wait(town: Community, *, name: str, home: Community, address: str, language: str) -> Member:
    """Somebody wants to join, with an address nobody has proved yet.

    The same for an address that is known already: whether it is, only its owner may learn (H13).
    """
    _check_home(town, home)
    member = Member.objects.create(
        town_id=town.pk, name=name, home_id=home.pk, address=address, language=language
    )
    record("communities.member.waits", on=member, by=member)
    return member


@transaction.atomic
def confirm(waiting: Member, *, account: Account) -> Member:
    """The code was right. Who was here already stays who they were."""
    known = Member.objects.filter(town=waiting.town_id, account=account).first()
    if known:
        _forget_waiting(waiting)
        return _wake(known)
    _forget_waiting(waiting, but=waiting)
    town, home = waiting.town_id, waiting.home
    return join(account, town=town, name=waiting.name, home=home, waiting=waiting)


@transaction.atomic
def join(
    account: Account | None,
    *,
    town: Community | UUID,
    name: str,
    home: Community,
    language: str = "nl",
    waiting: Member | None = None,
    by: Member | None = None,
) -> Member:
    """Make a member of somebody who proved who they are, or for whom `by` vouches."""
    town_id = town.pk if isinstance(town, Community) else town
    if home.town_id != town_id:
        raise NotOfThisTown
    if account and (known := Member.objects.filter(town=town_id, account=account).first()):
        return _wake(known)
    member = waiting or Member(town_id=town_id, name=name, home_id=home.pk, language=language)
    member.account, member.address, member.state = account, "", Member.State.ACTIVE
    member.channel = _channel(account)
    if cell := cell_of_home(home):
        member.cell_row, member.cell_column = cell.row, cell.column
    member.save()
    record("communities.member.joined", on=member, by=by or member)
    changed("communities.member", member.pk)
    transaction.on_commit(lambda: member_joined.send_robust(sender=Member, member=member))
    return member


def cell_of_home(home: Community) -> Cell | None:
    """The cell in the middle of a wijk: all we know of where somebody lives (TRUST-3)."""
    return cell_of(home.area.lat, home.area.lon) if home.area else None


def _wake(member: Member) -> Member:
    if member.state == Member.State.WAITING:
        member.state = Member.State.ACTIVE
        member.save(update_fields=["state"])
        record("communities.member.activated", on=member, by=member, way="code")
        changed("communities.member", member.pk)
    return member


def _channel(account: Account | None) -> str:
    if account is None:
        return Member.Channel.PAPER
    return Member.Channel.MAIL if account.email else Member.Channel.TEXT


def _forget_waiting(waiting: Member, but: Member | None = None) -> None:
    """Everybody who waited with this address; `but` has become a real member."""
    others = Member.objects.waiting().filter(town=waiting.town_id)
    others = others.filter(address=waiting.address, account=None)
    (others.exclude(pk=but.pk) if but else others).delete()


def _check_home(town: Community, home: Community) -> None:
    if home.town_id != town.pk:
        raise NotOfThisTown
