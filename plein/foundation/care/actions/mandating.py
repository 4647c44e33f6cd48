"""A client says who may ask for them; it is reminded of, handed over, and it ends."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.care import telling
from plein.foundation.care.access import team_of
from plein.foundation.care.models import Agreement, Client, Handover, Mandate, MandateQuerySet
from plein.foundation.care.signals import (
    mandate_ended,
    mandate_ends_soon,
    mandate_handed_over,
)
from plein.foundation.communities.models import Member

REMIND_BEFORE = timedelta(days=14)
USUAL = timedelta(days=182)
LONGEST = timedelta(days=366)


class NotInTheTeam(Exception):
    """Only who works with this caseload asks for its clients."""


class ClientIsGone(Exception):
    """Died or moved away: nobody asks for them any more."""


class MandateIsOver(Exception):
    """It was taken back, or its time is over."""


@transaction.atomic
def give_mandate(client: Client, *, by: Member, **said: Any) -> Mandate:
    """Note that this client lets `by` ask for them."""
    _must_be_of_the_team(client, by)
    if client.gone_at:
        raise ClientIsGone
    today = timezone.localdate()
    said = {"given_on": today, "ends_on": today + USUAL} | said
    mandate = Mandate.objects.create(town_id=client.town_id, client=client, professional=by, **said)
    record("care.mandate.given", on=mandate, by=by, way=mandate.consent)
    return mandate


@transaction.atomic
def end_mandate(mandate: Mandate, because: str, *, by: Member | None) -> None:
    """It counts no more, and what stands on its word is closed. Twice changes nothing."""
    mine = Mandate.objects.filter(town=mandate.town_id, pk=mandate.pk, ended_at=None)
    ended = Mandate.Ended(because)
    if mine.update(ended_at=timezone.now(), ended_because=ended, card_digest="", card_until=None):
        mandate.refresh_from_db(fields=["ended_at", "ended_because", "card_digest", "card_until"])
        record("care.mandate.ended", on=mandate, by=by, because=ended.value)
        mandate_ended.send(sender=Mandate, mandate=mandate, by=by)


@transaction.atomic
def hand_over(mandate: Mandate, taker: Member, reason: str, *, by: Member | None) -> Handover:
    """To a colleague of the same team, with a reason. `by` None: it went by itself."""
    mandate = (
        Mandate.objects.select_for_update(of=("self",))
        .select_related("client__caseload__agreement", "professional")
        .get(town=mandate.town_id, pk=mandate.pk)
    )
    if not mandate.stands:
        raise MandateIsOver
    for one in filter(None, (by, taker)):
        _must_be_of_the_team(mandate.client, one)
    giver = mandate.professional
    mandate.professional = taker
    mandate.save(update_fields=["professional"])
    made = Handover.objects.create(
        town_id=mandate.town_id,
        mandate=mandate,
        giver=giver,
        taker=taker,
        reason=Handover.Reason(reason),
    )
    record("care.mandate.handed_over", on=mandate, by=by, reason=made.reason, to=taker.pk)
    if giver.pk != taker.pk:
        said = {"mandate": mandate, "giver": giver, "taker": taker, "by": by}
        mandate_handed_over.send(sender=Mandate, **said)
    return made


@transaction.atomic
def extend_mandate(mandate: Mandate, *, by: Member, **said: Any) -> None:
    """The client says yes once more: it stands until a later day, with all that rests on it.

    Raises `NotInTheTeam`, `MandateIsOver`.
    """
    _must_be_of_the_team(mandate.client, by)
    said |= {"given_on": timezone.localdate(), "reminded_at": None}
    mine = Mandate.objects.standing().filter(town=mandate.town_id, pk=mandate.pk)
    if not mine.update(**said):
        raise MandateIsOver
    mandate.refresh_from_db(fields=list(said))
    record("care.mandate.extended", on=mandate, by=by, way=mandate.consent)


def remind() -> int:
    """Two weeks before the end, once. Gives how many."""
    soon = timezone.localdate() + REMIND_BEFORE
    due = Mandate.objects.standing().filter(ends_on__lte=soon, reminded_at=None)
    return jobs.each(_reminded, _whole(due))


def _reminded(mandate: Mandate) -> bool:
    mine = Mandate.objects.filter(pk=mandate.pk, reminded_at=None)
    if not mine.update(reminded_at=timezone.now()):
        return False
    mandate_ends_soon.send(sender=Mandate, mandate=mandate)
    return True


def end_old_mandates() -> int:
    """Whose last day was yesterday, or whose professional is not let in any more while nobody of
    the team could take it over. What a colleague can take over goes to the first of them."""
    return jobs.each(_over_or_followed, _whole(Mandate.objects.filter(ended_at=None)))


def _over_or_followed(mandate: Mandate) -> bool:
    """Gives whether it ended."""
    if mandate.stands:
        return _followed_or_ended(mandate)
    end_mandate(mandate, Mandate.Ended.OVER, by=None)
    return True


def leave_to_team(professional: Member, agreement: Agreement | None = None) -> None:
    """Not let in any more: at once nothing comes to this professional, but to a colleague.

    `agreement` None: this professional leaves altogether.
    """
    mine = _of(professional)
    if agreement:
        mine = mine.filter(client__caseload__agreement=agreement)
    for mandate in _whole(mine):
        _followed_or_ended(mandate)


def follow(professional: Member) -> None:
    """What a colleague can take over goes to them; the rest stays as it is."""
    for mandate in _whole(_of(professional)):
        _followed(mandate)


def _of(professional: Member) -> MandateQuerySet:
    found: MandateQuerySet = Mandate.objects.standing()
    return found.filter(town=professional.town_id, professional=professional)


def _followed_or_ended(mandate: Mandate) -> bool:
    """Gives whether it ended. Then the organisation hears that nobody asks any more."""
    if _followed(mandate):
        return False
    end_mandate(mandate, Mandate.Ended.NOT_ADMITTED, by=None)
    telling.nobody_left(mandate.client.caseload.agreement)
    return True


def _followed(mandate: Mandate) -> bool:
    """By itself, so nobody's name stands with it. Gives whether somebody of the team has it."""
    team = team_of(mandate.client.caseload)
    if team and mandate.professional not in team:
        hand_over(mandate, team[0], Handover.Reason.LEFT, by=None)
    return bool(team)


def _whole(mandates: "QuerySet[Mandate]") -> Iterator[Mandate]:
    """Every one, however many the installation has."""
    return jobs.whole(mandates.select_related("client__caseload__agreement__place", "professional"))


def _must_be_of_the_team(client: Client, member: Member) -> None:
    if member not in team_of(client.caseload):
        raise NotInTheTeam
