"""A code read aloud, on the phone or at a table, for who has no mailbox at hand.

Whoever may read a code aloud could use it themselves. So: never for who has a role the speaker
could not give, never for somebody of another town or the operator; a line in the audit; and the
person hears of it. A visit that began with a spoken code may not change how one signs in.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from plein.foundation.accounts import actions as accounts
from plein.foundation.accounts import limits
from plein.foundation.accounts.actions.addresses import tell
from plein.foundation.accounts.models import Account
from plein.foundation.audit import record
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.models import Community, Member, Role
from plein.foundation.communities.rights import gives, may


class MayNotSpeak(Exception):
    """This person signs in with a code they get themselves."""


def speak_code(address: str, *, community: Community, by: Member) -> str:
    """Six digits to read aloud to who has this phone number or mail address."""
    # Outside the transaction: a try that is refused counts as well.
    limits.count("speak.member", str(by.pk))
    return _speak(address, community, by)


@transaction.atomic
def _speak(address: str, community: Community, by: Member) -> str:
    if not may(by, "code.speak", community):
        raise MayNotSpeak
    account = Account.objects.at(address).first()
    member = _member(account, community)
    if account:
        _check(account, member, community, by)
    _code, digits = accounts.speak_code(address, town_id=community.town_id)
    record("communities.code.spoken", on=member, by=by, community=community)
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
    if account.email:
        tell(account.email, words, head=head_of(community))
