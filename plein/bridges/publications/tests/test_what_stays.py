"""What is kept never becomes everything by itself, and does not end in silence (BLOCK-10)."""

import pytest
from django.utils import timezone

from plein.bridges.publications.actions.standing import first_of_next_month
from plein.bridges.publications.models import Edition, Order, Reader, Standing
from plein.bridges.publications.tasks import make, renew
from plein.bridges.publications.tests.making import make_agenda, make_standing
from plein.foundation.communities.actions import leave
from plein.foundation.outbox.models import Message
from plein.foundation.taxonomy.actions import hide_entry
from plein.foundation.taxonomy.models import Theme
from plein.shared.notifications.models import Notification

BIEB = "balie@bieb.example"


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def music(waterdrecht):
    return Theme.objects.get(town=waterdrecht, key="muziek-cultuur")


@pytest.fixture
def standing(noor, waterdrecht, music):
    """The activities with music, each month, for the library."""
    make_agenda(noor, "Zangclub", theme="muziek-cultuur")
    make_agenda(noor, "Koffie in De Wiek")
    kept = make_standing(noor, waterdrecht, house="agenda", query="thema=muziek-cultuur")
    renew(str(kept.pk))
    kept.readers.create(town_id=kept.town_id, mail=BIEB, confirmed_at=timezone.now())
    return on_the_first(kept)


def on_the_first(standing):
    Standing.objects.update(next_on=timezone.localdate())
    standing.refresh_from_db()
    return standing


def test_a_theme_that_nobody_can_choose_any_more_is_still_kept(standing, music, mila):
    hide_entry(music, by=mila)

    renew(str(standing.pk))

    standing.refresh_from_db()
    assert standing.edition.items == 1
    assert Message.objects.filter(address=BIEB).count() == 1


def test_what_cannot_be_read_any_more_keeps_the_old_one(standing, noor):
    old = standing.edition_id
    Standing.objects.update(query="wijk=oude-naam")

    renew(str(standing.pk))

    standing.refresh_from_db()
    assert standing.edition_id == old
    assert standing.next_on == first_of_next_month(timezone.localdate())
    assert not Message.objects.filter(address=BIEB).exists()
    assert "kies opnieuw" in Notification.objects.get(to=noor).text.lower()


def test_nor_is_everything_made_for_who_fetches_it(client, standing):
    Standing.objects.update(query="wijk=oude-naam")
    Edition.objects.update(rows=[])

    client.get(f"/op-papier/vast/{standing.code}/bestand/")
    for order in Order.objects.filter(state=Order.State.WAITING, query="wijk=oude-naam"):
        make(str(order.pk))

    assert set(Edition.objects.values_list("items", flat=True)) == {1}


def test_when_its_maker_leaves_who_reads_it_hears_that_it_stops(standing, noor):
    leave(noor, by=noor)

    renew(str(standing.pk))

    assert not Standing.objects.exists()
    assert not Reader.objects.exists()
    assert "komt niet meer" in Message.objects.get(address=BIEB).text
