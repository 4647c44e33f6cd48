"""Coming to live in a place: first waiting, then proved by a code."""

from uuid import UUID

from django.db import transaction

from plein.foundation.accounts.models import Account
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.models.member import MemberQuerySet
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
        _forget_waiting(waiting.town_id, waiting.address)
        return _wake(known)
    town, home = waiting.town_id, waiting.home
    return join(account, town=town, name=waiting.name, home=home, waiting=waiting)


@transaction.atomic
def choose_another(town: Community, waiting: UUID | str) -> None:
    """In the same browser somebody goes on with another address: the first was a slip of a finger.

    Left behind, it stands on the day start as somebody who needs a hand, with the number of a
    stranger.
    """
    for one in _unproved(town.pk).filter(pk=waiting):
        _erase(one)


@transaction.atomic
def take_away(waiting: Member, *, by: Member) -> bool:
    """Nobody knows who this is, or the number is wrong. Only who proved nothing goes so."""
    fresh = _unproved(by.town_id).filter(pk=waiting.pk).select_for_update(of=("self",)).first()
    if fresh is None:
        return False
    record("communities.member.taken_away", on=fresh, by=by)
    _erase(fresh)
    return True


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
    for address in (account.email, account.phone) if account else ():
        _forget_waiting(town_id, address or "", but=waiting)
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


def _forget_waiting(town_id: UUID, address: str, but: Member | None = None) -> None:
    """Everybody who waited with this address; `but` has become a real member."""
    others = _unproved(town_id).filter(address=address).exclude(address="")
    for other in others.exclude(pk=but.pk) if but else others:
        _erase(other)


def _unproved(town_id: UUID) -> MemberQuerySet:
    return Member.objects.waiting().filter(town=town_id, account=None)


def _erase(waiting: Member) -> None:
    changed("communities.member", waiting.pk)
    waiting.delete()


def _check_home(town: Community, home: Community) -> None:
    if home.town_id != town.pk:
        raise NotOfThisTown
