"""Somebody of the place thanks a helper whom nobody thanked."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from plein.features.noticeboard import rungs, telling
from plein.features.noticeboard.models import Match
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.shared.conversations import actions as conversations
from plein.shared.notifications.channels import Way, way_to


@transaction.atomic
def thank_for_the_place(match: Match, words: str, *, by: Member) -> None:
    """In a talk of their own, so the helper can say something back. Twice changes nothing.

    Whoever wants to hear news from a person gets no message: `by` calls, or writes a card.
    """
    rows = Match.objects.select_for_update(of=("self",)).select_related(
        "response__author__account", "response__post__author__account"
    )
    match = rows.get(town=match.town_id, pk=match.pk)
    if match.place_thanked_at:
        return
    match.place_thanked_at = timezone.now()
    match.save(update_fields=["place_thanked_at"])
    record("noticeboard.match.thanked_by_place", on=match, by=by)
    jobs.changed("noticeboard.match", match.pk)
    to = rungs.helper_of(match.response)
    if words.strip() and way_to(to) != Way.PERSON:
        conversations.begin(
            title=_("A thank-you"),
            about_url="",
            members=[to],
            first_words=words,
            by=by,
            subject=format_lazy(telling.MATCH_WORDS["thanked"][0], name=by.name),
        )
