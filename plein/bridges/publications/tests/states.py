"""A file that cannot be fetched any more, and a link of who stopped reading."""

from datetime import timedelta

from django.utils import timezone

from plein.bridges.publications.models import Order
from plein.bridges.publications.tests.making import made, make_agenda, make_standing
from plein.bridges.publications.tests.test_readers import BIEB, link_in, mails


def _over(cast, as_member):
    make_agenda(cast.noor, "Koffie in De Wiek")
    order = made(cast.waterdrecht, "agenda")
    Order.objects.filter(pk=order.pk).update(ready_at=timezone.now() - timedelta(days=1))
    return as_member(None), f"/op-papier/{order.key}/bestand/"


def _gone(cast, as_member):
    make_agenda(cast.noor, "Koffie in De Wiek")
    standing = make_standing(cast.noor, cast.waterdrecht, name="Spreekuur", house="agenda")
    as_member(cast.noor).post(f"/op-papier/vast/{standing.code}/wie/", {"mail": BIEB})
    url = link_in(mails()[0])
    standing.readers.all().delete()
    return as_member(None), url


STATES = {"publications/over.html": _over, "publications/reader_gone.html": _gone}
