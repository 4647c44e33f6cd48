"""A professional gives a helper what the client allowed, for one appointment, or takes it back."""

from django.db import transaction

from plein.features.noticeboard import releasing, telling
from plein.features.noticeboard.client_words import mandate_of
from plein.features.noticeboard.models import Match, Release, Response
from plein.foundation.audit import record
from plein.foundation.communities.models import Member


class MayNotGive(Exception):
    """The client did not allow it, the appointment does not stand, or it is not one's own."""


@transaction.atomic
def give(response: Response, what: str, *, by: Member) -> None:
    """The helper reads it from now on. The audit says that, never what it is."""
    match, post = _match(response), response.post
    mandate = mandate_of(post)
    if post.author_id != by.pk or mandate is None or mandate.professional_id != by.pk:
        raise MayNotGive
    if not releasing.stands(match) or what not in releasing.may_give(mandate):
        raise MayNotGive
    _release, is_new = Release.objects.get_or_create(
        town_id=by.town_id, match=match, what=what, defaults={"by": by}
    )
    if is_new:
        record("noticeboard.release.given", on=match, by=by, what=what)
        telling.about_match(match, "released", by=by)


@transaction.atomic
def take_back(response: Response, what: str, *, by: Member) -> None:
    """From this moment the helper does not read it here any more."""
    match = _match(response)
    if response.post.author_id != by.pk:
        raise MayNotGive
    gone, _each = Release.objects.filter(town=by.town_id, match=match, what=what).delete()
    if gone:
        record("noticeboard.release.taken", on=match, by=by, what=what)


def _match(response: Response) -> Match:
    match = (
        Match.objects.select_for_update(of=("self",))
        .filter(town=response.town_id, response=response)
        .first()
    )
    if match is None:
        raise MayNotGive
    match.response = response
    return match
