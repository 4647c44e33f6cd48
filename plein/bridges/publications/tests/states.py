"""A file that cannot be fetched any more."""

from datetime import timedelta

from django.utils import timezone

from plein.bridges.publications.models import Order
from plein.bridges.publications.tests.making import made, make_agenda


def _over(cast, as_member):
    make_agenda(cast.noor, "Koffie in De Wiek")
    order = made(cast.waterdrecht, "agenda")
    Order.objects.filter(pk=order.pk).update(ready_at=timezone.now() - timedelta(days=1))
    return as_member(None), f"/op-papier/{order.key}/bestand/"


STATES = {"publications/over.html": _over}
