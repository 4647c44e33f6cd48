"""A desk worker sends somebody the list they found together."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.bridges.overviews.desk import Result
from plein.foundation import outbox
from plein.foundation.audit import record
from plein.foundation.audit.models import Record
from plein.foundation.communities.links import origin
from plein.foundation.communities.models import Community, Member

A_DAY = 60
KEY = "overviews.basket.mailed"


class TooManyMails(Exception):
    """More than a desk sends in a day: something else is going on."""


@transaction.atomic
def mail_basket(
    to: str, results: Sequence[Result], *, community: Community, by: Member, key: str
) -> None:
    """The address is in the message only, and goes with it."""
    since = timezone.now() - timedelta(days=1)
    sent = Record.objects.filter(town_id=by.town_id, key=KEY, by_id=by.pk, made_at__gt=since)
    if len(sent.values_list("pk")[:A_DAY]) == A_DAY:
        raise TooManyMails
    context = {"results": results, "origin": origin(community), "community": community}
    outbox.post_mail(
        to=to,
        subject=_("What we found for you in %(place)s") % {"place": community.name},
        text=render_to_string("overviews/mail/basket.txt", context),
        key=f"{KEY}:{key}",
        town=by.town_id,
    )
    record(KEY, on=community, by=by, things=len(results))
