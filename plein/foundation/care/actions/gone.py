"""A client died or moved away: one tap stops everything, and a person tells the helpers (HELP-15).

For thirty days it can be taken back, as with a neighbour; then the client is erased.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plein.foundation.audit import record
from plein.foundation.care.actions.caseload import erase_client
from plein.foundation.care.models import Client, Mandate
from plein.foundation.care.signals import client_gone
from plein.foundation.communities.models import Member

TAKEN_BACK_WITHIN = timedelta(days=30)


@transaction.atomic
def gone(client: Client, because: str, *, by: Member) -> None:
    """Nobody asks for this client any more; nobody gets a message of it by itself."""
    said = {"gone_at": timezone.now(), "gone_because": Member.Gone(because)}
    fresh = Client.objects.filter(town=client.town_id, pk=client.pk, gone_at=None)
    if not fresh.update(**said):
        return
    mandates = client.mandates.filter(ended_at=None)
    keys = list(client.mandates.values_list("pk", flat=True))
    mandates.update(
        ended_at=timezone.now(),
        ended_because=Mandate.Ended.GONE,
        card_digest="",
        card_until=None,
    )
    record("care.client.gone", on=client, by=by)
    client_gone.send(sender=Client, town=client.town_id, client=client.pk, mandates=keys, by=by)


@transaction.atomic
def back_again(client: Client, *, by: Member) -> None:
    """It was a mistake. What was stopped stays stopped; a new word is needed to ask again."""
    there = Client.objects.filter(town=client.town_id, pk=client.pk).exclude(gone_at=None)
    if there.update(gone_at=None, gone_because=""):
        record("care.client.back_again", on=client, by=by)


def erase_who_is_gone() -> int:
    """After thirty days. Gives how many."""
    over = Client.objects.filter(gone_at__lte=timezone.now() - TAKEN_BACK_WITHIN)
    clients = list(over.select_related("caseload").order_by("gone_at")[:200])
    for client in clients:
        erase_client(client, by=None)
    return len(clients)
