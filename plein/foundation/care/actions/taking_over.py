"""The card with a code: a client takes their asks into an account of their own."""

from django.db import transaction
from django.utils import timezone

from plein.foundation.audit import record
from plein.foundation.care import codes
from plein.foundation.care.actions.mandating import MandateIsOver
from plein.foundation.care.models import Mandate
from plein.foundation.care.signals import mandate_taken_over
from plein.foundation.communities.actions.greeting import greet
from plein.foundation.communities.models import Member


class NoSuchCode(Exception):
    """Wrong, too old, or used before: all sound the same."""


@transaction.atomic
def make_card(mandate: Mandate, *, by: Member) -> str:
    """A new code to print, thirty days good. An older card stops working."""
    if not mandate.stands:
        raise MandateIsOver
    code = codes.new_code()
    mandate.card_digest = codes.digest(code, mandate.town_id)
    mandate.card_until = timezone.now() + codes.LIVES
    mandate.save(update_fields=["card_digest", "card_until"])
    record("care.card.made", on=mandate, by=by)
    return code


@transaction.atomic
def take_over(code: str, *, by: Member) -> Mandate:
    """Whoever holds the card is the client; from now on there is nobody in between."""
    mandate = (
        Mandate.objects.select_for_update(of=("self",))
        .select_related("professional")
        .filter(town=by.town_id, card_digest=codes.digest(code, by.town_id))
        .filter(card_until__gt=timezone.now(), ended_at=None)
        .exclude(card_digest="")
        .exclude(professional=by)
        .first()
    )
    if mandate is None:
        raise NoSuchCode
    mandate.ended_at, mandate.ended_because = timezone.now(), Mandate.Ended.TAKEN_OVER
    mandate.card_digest, mandate.card_until = "", None
    mandate.save(update_fields=["ended_at", "ended_because", "card_digest", "card_until"])
    # The professional who gave the card has met them; by whom would tell whose client they were.
    greet(by, by=None)
    # No `by`: who took it over is not written down beside the client they were.
    record("care.mandate.ended", on=mandate, because=mandate.ended_because)
    mandate_taken_over.send(sender=Mandate, mandate=mandate, by=by)
    return mandate
