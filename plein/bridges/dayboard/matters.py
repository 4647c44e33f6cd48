"""People to greet, and people whose code never came in (TRUST-7)."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.actions import activate, greet
from plein.foundation.communities.actions.greeting import AddressIsTaken
from plein.foundation.communities.models import Member
from plein.foundation.communities.welcome import usual_words
from plein.lib.matter import Layer, Matter, MatterSource, NotSettled

PATIENCE = timedelta(minutes=15)
"""So long a code works; after that somebody may need a hand."""


def to_greet(town_id: UUID) -> Iterator[Matter]:
    """People whom nobody has met yet."""
    people = Member.objects.filter(town=town_id).to_greet()
    for one in people.order_by("id").iterator(chunk_size=500):
        yield _matter("dayboard.greet", one)


def not_in_yet(town_id: UUID) -> Iterator[Matter]:
    """They joined and did not fill in their code: perhaps it never came.

    Not who is a member here already and joined once more: they sign in as they did.
    """
    since = timezone.now() - PATIENCE
    people = Member.objects.filter(town=town_id).waiting().filter(made_at__lt=since)
    people = people.exclude(Exists(_with_this_address(town_id)))
    for one in people.order_by("id").iterator(chunk_size=500):
        yield _matter("dayboard.not_in_yet", one)


def _with_this_address(town_id: UUID) -> QuerySet[Member]:
    address = OuterRef("address")
    signs_in = Q(account__email__iexact=address) | Q(account__phone=address)
    return Member.objects.here().filter(signs_in, town=town_id)


def _matter(kind: str, one: Member) -> Matter:
    return Matter(
        kind=kind,
        about=one.pk,
        community=one.home_id,
        area=one.home_id,
        words=one.name,
        url=f"{reverse('communities:greet', args=[one.pk])}?terug={reverse('dayboard:today')}",
        hurts_from=one.made_at,
        hidden_from=frozenset({one.pk}),
    )


def greeted(about: UUID, by: Member) -> None:
    """With the usual words."""
    one = Member.objects.filter(town=by.town_id, pk=about).first()
    if one:
        greet(one, by=by, words=usual_words(one, by))


def activated(about: UUID, by: Member) -> None:
    """Raises `NotSettled` when somebody already signs in with this address."""
    one = Member.objects.filter(town=by.town_id, pk=about).first()
    if one is None:
        return
    try:
        activate(one, by=by)
    except AddressIsTaken as taken:
        words = _(
            "Somebody already signs in with the address of %(name)s. Perhaps they are a member "
            "already: read a code aloud."
        )
        raise NotSettled(words % {"name": one.name}) from taken


PEOPLE = ("communities.member",)
MATTERS = [
    MatterSource(
        kind="dayboard.greet",
        title=gettext_lazy("People to greet"),
        all=to_greet,
        right="member.greet",
        pictogram="hand-waving",
        layer=Layer.TODAY,
        urgency=45,
        minutes=3,
        changes=PEOPLE,
        done=greeted,
        done_label=gettext_lazy("Greet"),
        batch=True,
        batch_label=gettext_lazy("I know who has a tick: they may read private asks"),
    ),
    MatterSource(
        kind="dayboard.not_in_yet",
        title=gettext_lazy("Their code did not come in"),
        all=not_in_yet,
        right="member.greet",
        pictogram="phone-call",
        layer=Layer.TODAY,
        urgency=46,
        minutes=4,
        changes=PEOPLE,
        done=activated,
        done_label=gettext_lazy("Make active"),
    ),
]
