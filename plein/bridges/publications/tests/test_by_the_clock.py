"""A booklet and a poster made anew by clock and worker, month after month (BLOCK-10)."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from plein.bridges.publications.models import Standing
from plein.bridges.publications.tests.making import make_agenda, make_standing
from plein.foundation import jobs
from plein.foundation.jobs.clock import ring
from plein.foundation.outbox.models import Message
from plein.shared.notifications.models import Notification

KEPT = datetime(2026, 11, 12, 10, tzinfo=UTC)
FIRST_OF_MONTH = (datetime(2026, 12, 1, 2, 31, tzinfo=UTC), datetime(2027, 1, 1, 2, 31, tzinfo=UTC))
SHAPES = ("boekje", "poster-a3")


pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def at(time_machine):
    """`at(moment)`: the clock of the whole house strikes, and the worker does what is due."""

    def strike(moment):
        time_machine.move_to(moment, tick=False)
        ring()
        jobs.run_pending()

    return strike


@pytest.fixture
def standing(at, noor, waterdrecht):
    """Somebody keeps a booklet and a poster of the choir, and is told when there are new ones."""
    at(KEPT)
    make_agenda(noor, "Zangclub", rrule="FREQ=WEEKLY;BYDAY=TU")
    return [
        make_standing(noor, waterdrecht, name=shape, house="agenda", shape=shape, mails=True)
        for shape in SHAPES
    ]


def words_at(client, standing):
    file = client.get(f"/op-papier/vast/{standing.code}/bestand/")
    pages = PdfReader(BytesIO(b"".join(file.streaming_content))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_each_month_there_is_a_new_one_at_the_same_address(at, client, noor, standing):
    at(KEPT.replace(hour=11))
    for number, moment in enumerate(FIRST_OF_MONTH):
        at(moment - timedelta(hours=12))
        make_agenda(noor, f"Nieuw in maand {number}", rrule="FREQ=WEEKLY;BYDAY=WE")
        before = {row.pk: row.edition_id for row in Standing.objects.all()}

        at(moment)

        for row in Standing.objects.all():
            assert row.renewed_at == moment
            assert row.edition_id != before[row.pk]
            assert f"Nieuw in maand {number}" in words_at(client, row)
    assert Notification.objects.filter(key="publications.renewed", to=noor).count() == 4


def test_in_between_nothing_is_made(at, standing):
    at(KEPT.replace(day=13))
    made = set(Standing.objects.values_list("edition", "renewed_at"))

    for day in (14, 15, 20, 30):
        at(KEPT.replace(day=day))

    assert set(Standing.objects.values_list("edition", "renewed_at")) == made
    assert not Notification.objects.filter(key="publications.renewed").exists()


def test_after_a_clock_that_stood_still_it_comes_once(at, noor, standing):
    """The machine was off on the first, and for two weeks after it."""
    at(KEPT.replace(hour=11))

    at(datetime(2026, 12, 15, 9, tzinfo=UTC))
    at(datetime(2026, 12, 15, 10, tzinfo=UTC))

    assert Notification.objects.filter(key="publications.renewed", to=noor).count() == len(SHAPES)
    mails = Message.objects.filter(address=noor.account.email, subject__contains="poster-a3")
    assert mails.count() == 1
