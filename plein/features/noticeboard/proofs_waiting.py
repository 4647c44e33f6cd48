"""Helpers who lack what a task asks: somebody of the place sees them (HELP-13)."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard import rungs
from plein.features.noticeboard.models import Response
from plein.foundation.communities.models import Member
from plein.foundation.proofs.models import Rung
from plein.lib.matter import Layer, Matter, MatterSource


def waiting(town_id: UUID) -> Iterator[Matter]:
    """One for each helper, since the first answer of theirs that waits; not a word of any ask."""
    seen: set[UUID] = set()
    for response, rung in rungs.missing_among(_without_a_talk(town_id), town_id):
        helper = rungs.helper_of(response)
        if helper.pk not in seen:
            seen.add(helper.pk)
            yield _matter(helper, rung, response)


def _without_a_talk(town_id: UUID) -> "list[Response]":
    """Both have been met, and the post stands: nothing else is in the way."""
    met = Q(author__greeted_at__isnull=False, post__author__greeted_at__isnull=False)
    kept = Response.objects.filter(
        met, town=town_id, conversation=None, state=Response.State.OPEN, post__closed_at=None
    )
    still = kept.filter(post__expires_at__gt=timezone.now()).exclude(author=F("post__author"))
    return list(still.select_related("author", "post__author").order_by("made_at", "pk"))


def _matter(helper: Member, rung: Rung, response: Response) -> Matter:
    return Matter(
        kind="noticeboard.proof",
        about=helper.pk,
        community=helper.home_id,
        area=helper.home_id,
        words=_("%(name)s wants to help, and waits for: %(what)s")
        % {"name": helper.name, "what": rung.label},
        url=reverse("proofs:member", args=[helper.pk]),
        hurts_from=response.made_at,
        hidden_from=frozenset({helper.pk}),
    )


PROOFS = MatterSource(
    kind="noticeboard.proof",
    title=gettext_lazy("Helpers who wait for something we have to see"),
    all=waiting,
    module="noticeboard",
    right="proof.note",
    pictogram="identification-badge",
    layer=Layer.WEEK,
    minutes=5,
    changes=("noticeboard.response", "noticeboard.post", "proofs.member", "proofs.rules",
             "communities.member"),
)  # fmt: skip
