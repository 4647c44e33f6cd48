"""Messages about a slip: to who takes it along, and to who organises it. None holds a name."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.bridges.overviews.models import Row
from plein.bridges.referrals.keys import echo_path
from plein.bridges.referrals.models import Referral
from plein.features.directory.models import Entry
from plein.foundation import outbox
from plein.foundation.accounts.addresses import Kind, kind_of
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Editor
from plein.shared.notifications.actions import notify

MOST_TOLD = 3
"""So many people of one organisation hear of it when it has no address of its own."""


def send_slip(referral: Referral, row: Row, to: str, *, community: Community) -> None:
    """The address is in the message only, and goes with it."""
    words = _("Chosen together: %(title)s.") % {"title": row.title}
    code = _("Your code: %(code)s. Show it when you come.") % {"code": referral.shown_code}
    where = ", ".join(part for part in (row.place, row.phone) if part)
    url = absolute(community, row.url)
    text = "\n".join(part for part in (words, where, code, url) if part)
    key = f"referrals.slip:{referral.pk}"
    if kind_of(to) == Kind.PHONE:
        outbox.post_text(to=to, text=text, key=key, town=referral.town_id, urgent=False)
        return
    outbox.post_mail(to=to, subject=row.title, text=text, key=key, town=referral.town_id)


def can_be_told(row: Row) -> bool:
    return bool(_mail_of(row) or _members_of(row))


def tell_organiser(referral: Referral, row: Row, *, community: Community) -> None:
    """To the address of the organisation; else to who speaks for it, or made the thing."""
    path = echo_path(referral)
    if mail := _mail_of(row):
        context = {
            "title": row.title,
            "place": community.name,
            "code": referral.shown_code,
            "url": absolute(community, path),
            "day": referral.ends_on,
        }
        outbox.post_mail(
            to=mail,
            subject=_("Somebody may come to you"),
            text=render_to_string("referrals/mail/organiser.txt", context),
            key=f"referrals.organiser:{referral.pk}",
            town=referral.town_id,
        )
        return
    for member in _members_of(row):
        notify(
            member,
            key="referrals.given",
            url=path,
            subject=gettext_lazy("Somebody may come to you"),
            text=gettext_lazy("Tell with one tap whether somebody came. No name is needed."),
            once=f"referrals.given:{referral.pk}",
        )


def _mail_of(row: Row) -> str:
    """Address of a function, as it stands on the social map."""
    if row.organisation is None:
        return ""
    entries = Entry.objects.in_town(row.town_id).shown().filter(organisation=row.organisation)
    return entries.values_list("mail", flat=True).first() or ""


def _members_of(row: Row) -> list[Member]:
    here = Member.objects.here().filter(town=row.town_id)
    if row.organisation:
        editors = Editor.objects.filter(town=row.town_id, organisation=row.organisation)
        return list(here.filter(pk__in=editors.values("member")).order_by("pk")[:MOST_TOLD])
    return list(here.filter(pk=row.author)) if row.author else []
