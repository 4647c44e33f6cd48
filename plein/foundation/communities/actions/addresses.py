"""A number or mail address that somebody does not have any more."""

from django.db import transaction

from plein.foundation.accounts import actions as accounts
from plein.foundation.accounts.addresses import Kind
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.models import Community, Member
from plein.foundation.jobs import changed

Channel = Member.Channel


@transaction.atomic
def remove_address(member: Member, kind: Kind, *, site: Community, by: Member) -> None:
    """Raises `accounts.LastAddress`. What went that way goes the other way, in every town."""
    account = member.account
    if account is None or member.pk != by.pk:
        return
    accounts.remove_address(account, kind, head=head_of(site))
    phone = kind == Kind.PHONE
    by_it = [Channel.TEXT, Channel.PHONE] if phone else [Channel.MAIL]
    for one in Member.objects.filter(account=account, channel__in=by_it):
        one.channel = Channel.MAIL if phone else Channel.TEXT
        one.save(update_fields=["channel"])
        changed("communities.member", one.pk)
