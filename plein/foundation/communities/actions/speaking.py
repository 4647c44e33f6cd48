"""A code read aloud, on the phone or at a table, for who has no mailbox at hand.

Whoever may read a code aloud could use it themselves. So: never for who has a role the speaker
could not give, never for somebody of another town or the operator; a line in the audit; and the
person hears of it, or a colleague of the speaker asks them. A visit that began with a spoken code
may not change how one signs in.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.foundation import jobs
from plein.foundation.accounts import actions as accounts
from plein.foundation.accounts import limits
from plein.foundation.accounts.actions.addresses import tell
from plein.foundation.accounts.addresses import is_landline
from plein.foundation.accounts.models import Account
from plein.foundation.audit import record
from plein.foundation.audit.models import Record
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.models import Community, Member, Role
from plein.foundation.communities.rights import gives, may, may_within

SPOKEN, ASKED = "communities.code.spoken", "communities.code.asked"
CHANGED = "communities.code"
LATELY = timedelta(days=14)
"""So long a colleague can still ask somebody without mail or mobile phone about it."""


class MayNotSpeak(Exception):
    """This person signs in with a code they get themselves."""


def speak_code(address: str, *, community: Community, by: Member) -> str:
    """Six digits to read aloud to who has this phone number or mail address."""
    # Outside the transaction: a try that is refused counts as well.
    limits.count("speak.member", str(by.pk))
    return _speak(address, community, by)


@transaction.atomic
def _speak(address: str, community: Community, by: Member) -> str:
    if not may_within(by, "code.speak", community):
        raise MayNotSpeak
    account = Account.objects.at(address).first()
    member = _member(account, community)
    if account:
        _check(account, member, community, by)
    _code, digits = accounts.speak_code(address, town_id=community.town_id)
    record(SPOKEN, on=member, by=by, community=community)
    if member:
        jobs.changed(CHANGED, member.pk)
    if account:
        _tell(account, community, by)
    return digits


def _member(account: Account | None, community: Community) -> Member | None:
    return (
        Member.objects.filter(town=community.town_id, account=account).first() if account else None
    )


def _check(account: Account, member: Member | None, community: Community, by: Member) -> None:
    if account.is_operator or not account.is_active or member is None:
        raise MayNotSpeak
    home = community.tree.all[member.home_id]
    if not may(by, "code.speak", home):
        raise MayNotSpeak
    for role in Role.objects.filter(town=member.town_id, member=member):
        if role.role not in gives(by, community.tree.all[role.community_id]):
            raise MayNotSpeak


def _tell(account: Account, community: Community, by: Member) -> None:
    words = _(
        "%(name)s of %(place)s read a code to you, so that you can sign in. "
        "Was that not for you? Then call us straight away."
    ) % {"name": by.name, "place": community.tree.town.name}
    if address := _where_told(account):
        tell(address, words, head=head_of(community))


def _where_told(account: Account) -> str:
    """The mail address, else a mobile phone; a phone on the wall reads nothing: see `unheard`."""
    if account.email:
        return account.email
    return "" if not account.phone or is_landline(account.phone) else account.phone


def unheard(town_id: UUID) -> dict[Member, list[Record]]:
    """{who could not be told: the codes read to them lately}, until a colleague asked them."""
    alone = Q(account__email=None) | Q(account__email="")
    here = Member.objects.here().filter(alone, town=town_id).exclude(account__phone=None)
    walls = {
        one.pk: one
        for one in here.select_related("account")
        if one.account and one.account.phone and is_landline(one.account.phone)
    }
    lines = Record.objects.in_town(town_id).filter(
        about_id__in=list(walls), key__in=[SPOKEN, ASKED], made_at__gte=timezone.now() - LATELY
    )
    open_ones: dict[UUID, list[Record]] = {}
    for line in lines.order_by("id"):
        if line.about_id and line.key == SPOKEN:
            open_ones.setdefault(line.about_id, []).append(line)
        elif line.about_id:
            open_ones.pop(line.about_id, None)
    return {walls[key]: codes for key, codes in open_ones.items()}


@transaction.atomic
def asked(about: UUID, by: Member) -> None:
    """A colleague asked whether the code was for them. Never who read it, never oneself."""
    for member, codes in unheard(by.town_id).items():
        if member.pk == about and by.pk not in {about, *(line.by_id for line in codes)}:
            record(ASKED, on=member, by=by)
            jobs.changed(CHANGED, about)
