"""Messages about a slip: to who takes it along, and to who organises it. None holds a name."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.bridges.overviews.models import Row
from plein.bridges.referrals.keys import echo_path
from plein.bridges.referrals.models import Referral
from plein.features.directory.models import Entry
from plein.foundation import outbox
from plein.foundation.accounts.addresses import Kind, kind_of
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Editor
from plein.foundation.outbox.letters import Letter, Link, Part
from plein.shared.notifications.actions import notify

MOST_TOLD = 3
"""So many people of one organisation hear of it when it has no address of its own."""


def send_slip(referral: Referral, row: Row, to: str, *, community: Community) -> None:
    """The address is in the message only, and goes with it."""
    words = _("Chosen together: %(title)s.") % {"title": row.title}
    code = _("Your code: %(code)s. Show it when you come.") % {"code": referral.shown_code}
    where = ", ".join(part for part in (row.place, row.phone) if part)
    url = absolute(community, row.url)
    key = f"referrals.slip:{referral.pk}"
    if kind_of(to) == Kind.PHONE:
        text = "\n".join(part for part in (words, where, code, url) if part)
        outbox.post_text(to=to, text=text, key=key, town=referral.town_id, urgent=False)
        return
    part = Part(words, framed=f"{where}\n\n{code}".strip(), button=Link(_("Open it"), url))
    letter = Letter(row.title, head_of(community), [part])
    outbox.post_letter(letter, to=to, key=key, town=referral.town_id)


def can_be_told(row: Row) -> bool:
    return bool(_mail_of(row) or _members_of(row))


def tell_organiser(referral: Referral, row: Row, *, community: Community) -> None:
    """To the address of the organisation; else to who speaks for it, or made the thing."""
    path = echo_path(referral)
    if mail := _mail_of(row):
        outbox.post_letter(
            _to_organiser(referral, row, community),
            to=mail,
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


def _to_organiser(referral: Referral, row: Row, community: Community) -> Letter:
    said = {
        "title": row.title,
        "place": community.name,
        "code": referral.shown_code,
        "day": date_format(referral.ends_on, "j F Y"),
    }
    words = [
        _("In %(place)s somebody chose together with a resident: %(title)s."),
        _(
            "So somebody may come to you, with a slip and this code: %(code)s. "
            "We tell no name, and you need not ask for one."
        ),
        _("Did somebody come? Tell it with one tap."),
    ]
    after = _(
        'Who gave the slip hears "came" or "not yet", and nothing else. '
        "On %(day)s it is erased by itself."
    )
    part = Part(
        "\n\n".join(words) % said,
        button=Link(_("Came or not yet"), absolute(community, echo_path(referral))),
        after=after % said,
    )
    return Letter(_("Somebody may come to you"), head_of(community), [part])


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
