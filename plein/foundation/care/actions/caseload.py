"""Putting somebody on the list of clients, changing it, and erasing them without a trace."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from plein.foundation.audit import record
from plein.foundation.care.models import Caseload, Client
from plein.foundation.care.signals import client_erased
from plein.foundation.communities.models import Community, Member


@transaction.atomic
def add_client(caseload: Caseload, *, home: Community, by: Member, **said: Any) -> Client:
    """The client said yes to this; how and when is part of what is said."""
    said = {"consented_on": timezone.localdate()} | said
    client = Client.objects.create(town_id=caseload.town_id, caseload=caseload, home=home, **said)
    record("care.client.added", on=client, by=by)
    return client


@transaction.atomic
def change_client(client: Client, *, by: Member, **said: Any) -> None:
    for name, value in said.items():
        setattr(client, name, value)
    client.save(update_fields=list(said))
    record("care.client.changed", on=client, by=by)


@transaction.atomic
def erase_client(client: Client, *, by: Member | None) -> None:
    """Record, mandates and everything that apps above keep because of them."""
    town, key = client.town_id, client.pk
    mandates = list(client.mandates.values_list("pk", flat=True))
    client_erased.send(sender=Client, town=town, client=key, mandates=mandates, by=by)
    record("care.client.erased", on=client, by=by)
    client.delete()
