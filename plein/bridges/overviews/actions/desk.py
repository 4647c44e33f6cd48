"""Somebody gets the list that was found together, by mail or as a text message."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.bridges.overviews.desk import Result
from plein.foundation import outbox
from plein.foundation.accounts.addresses import Kind, kind_of
from plein.foundation.audit import record
from plein.foundation.audit.models import Record
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community, Member
from plein.foundation.outbox.letters import Letter, Link, Part

A_DAY = 60
KEY = "overviews.basket.mailed"
MOST_SIGNS = 600
"""Of a text message: four of the old kind. What does not fit stands on the site."""


class TooManySent(Exception):
    """More than a desk sends in a day: something else is going on."""


@transaction.atomic
def send_basket(
    to: str, results: Sequence[Result], *, community: Community, by: Member, key: str
) -> None:
    """The address is in the message only, and goes with it. Raises `TooManySent`."""
    since = timezone.now() - timedelta(days=1)
    sent = Record.objects.filter(town_id=by.town_id, key=KEY, by_id=by.pk, made_at__gt=since)
    if len(sent.values_list("pk")[:A_DAY]) == A_DAY:
        raise TooManySent
    once = f"{KEY}:{key}"
    if kind_of(to) == Kind.MAIL:
        subject = _("What we found for you in %(place)s") % {"place": community.name}
        parts = [_told(each, community) for each in results]
        letter = Letter(subject, head_of(community), parts)
        outbox.post_letter(letter, to=to, key=once, town=by.town_id)
    else:
        text = in_short(results, community)
        outbox.post_text(to=to, text=text, key=once, town=by.town_id, urgent=False)
    record(KEY, on=community, by=by, things=len(results))


def _told(result: Result, community: Community) -> Part:
    row = result.row
    phone = _("Phone: %(phone)s") % {"phone": row.phone} if row.phone else ""
    facts = [str(words) for _drawing, words in result.facts]
    lines = "\n".join(line for line in (phone, *facts) if line)
    title = Link(_("Read more"), absolute(community, row.url))
    return Part(row.summary, title=row.title, framed=lines, button=title)


def in_short(results: Sequence[Result], community: Community) -> str:
    """One line a thing: its name, and the number or address where one goes on."""
    text = _("Found together in %(place)s:") % {"place": community.name}
    for each in results:
        row = each.row
        line = f"\n{row.title}: {row.phone or absolute(community, row.url)}"
        if len(text) + len(line) > MOST_SIGNS:
            break
        text += line
    return text
