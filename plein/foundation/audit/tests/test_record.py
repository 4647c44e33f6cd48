"""What the audit keeps of an action, and what it refuses to keep."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import transaction

from plein.foundation.audit import record
from plein.foundation.audit.actions import NotHarmless
from plein.foundation.audit.models import INSTALLATION, AppendOnly, Record


def test_a_line_says_who_did_what_to_what(noor, bram):
    line = record("communities.member.greeted", on=noor, by=bram)

    line.refresh_from_db()
    assert (line.key, line.by_id) == ("communities.member.greeted", bram.pk)
    assert (line.about_kind, line.about_id) == ("communities.member", noor.pk)


def test_the_town_comes_from_what_it_is_about(joost, bram):
    assert record("a.b.c", on=joost, by=bram).town_id == joost.town_id


def test_without_a_thing_the_town_comes_from_who_did_it(bram):
    assert record("a.b.c", by=bram).town_id == bram.town_id


def test_with_neither_it_belongs_to_the_installation(db):
    assert record("operations.backup.made").town_id == INSTALLATION


def test_the_community_can_be_told(molenwijk, noor):
    line = record("a.b.c", on=noor, community=molenwijk)

    assert (line.community_id, line.town_id) == (molenwijk.pk, molenwijk.town_id)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("moderator", "moderator"),
        (3, 3),
        (True, True),
        (None, None),
        (date(2026, 3, 1), "2026-03-01"),
        (Decimal("1.50"), "1.50"),
        (["nl", "en"], ["nl", "en"]),
    ],
)
def test_codes_numbers_and_dates_are_harmless(db, given, kept):
    line = record("a.b.c", value=given)

    line.refresh_from_db()
    assert line.values == {"value": kept}


def test_an_id_is_kept_as_text(db):
    key = uuid4()

    assert record("a.b.c", other=key).values == {"other": str(key)}


def test_a_row_is_kept_as_its_id(noor, bram):
    assert record("a.b.c", by=bram, other=noor).values == {"other": str(noor.pk)}


@pytest.mark.parametrize(
    "written",
    [
        "Noor de Vries",
        "noor@waterdrecht.example",
        "ik ben ziek",
        "x" * 61,
        "regel\nregel",
        {"text": "alles"},
        ["goed", "niet goed"],
    ],
)
def test_what_somebody_wrote_is_never_kept(db, written):
    with pytest.raises(NotHarmless) as refusal:
        record("a.b.c", value=written)

    assert str(written) not in str(refusal.value)
    assert not Record.objects.exists()


def test_rolled_back_work_leaves_no_line(bram):
    with transaction.atomic():
        record("a.b.c", by=bram)
        transaction.set_rollback(True)

    assert not Record.objects.exists()


def test_a_line_cannot_be_changed(bram):
    line = record("a.b.c", by=bram)
    line.key = "a.b.other"

    with pytest.raises(AppendOnly):
        line.save()
    with pytest.raises(AppendOnly):
        Record.objects.filter(pk=line.pk).update(key="a.b.other")
    with pytest.raises(AppendOnly):
        Record.objects.bulk_update([line], ["key"])
    assert Record.objects.get().key == "a.b.c"


def test_a_line_cannot_be_thrown_away(bram):
    line = record("a.b.c", by=bram)

    with pytest.raises(AppendOnly):
        line.delete()
    with pytest.raises(AppendOnly):
        Record.objects.all().delete()
    assert Record.objects.exists()


def test_lines_about_one_thing_are_found_together(noor, bram):
    first, second = record("a.b.c", on=noor), record("a.b.d", on=noor)
    record("a.b.c", on=bram)

    assert set(Record.objects.about(noor)) == {first, second}


def test_lines_of_another_town_are_not_in_this_town(noor, joost):
    record("a.b.c", on=joost)

    assert not Record.objects.in_town(noor.town_id).exists()
