"""Whoever changes the audit behind our back is found out."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from plein.foundation.audit import record, seal
from plein.foundation.audit.models import Chain, Record
from plein.foundation.audit.verifying import breaks


@pytest.fixture
def lines(noor, bram):
    """Five sealed lines in Waterdrecht."""
    made = [record("noticeboard.post.changed", on=noor, by=bram, part=n) for n in range(5)]
    seal()
    return made


def tamper(sql, *values):
    """As somebody does who is in the database itself."""
    values = [
        value.hex if connection.vendor == "sqlite" and hasattr(value, "hex") else value
        for value in values
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        assert cursor.rowcount == 1


def test_sealing_numbers_the_lines_of_a_town(lines):
    assert list(Record.objects.order_by("number").values_list("number", flat=True)) == [
        1, 2, 3, 4, 5,
    ]  # fmt: skip
    assert not Record.objects.unsealed().exists()


def test_sealing_again_changes_nothing(lines):
    before = list(Record.objects.values_list("pk", "digest"))

    assert seal() == 0
    assert list(Record.objects.values_list("pk", "digest")) == before


def test_later_lines_are_added_to_the_chain(lines, noor):
    record("a.b.c", on=noor)

    assert seal() == 1
    assert Record.objects.get(number=6).digest == Chain.objects.get().digest
    assert not list(breaks())


def test_each_town_has_a_chain_of_its_own(lines, joost):
    record("a.b.c", on=joost)
    seal()

    assert Chain.objects.get(town_id=joost.town_id).number == 1


def test_more_lines_than_one_batch_are_sealed(noor, monkeypatch):
    monkeypatch.setattr("plein.foundation.audit.sealing.BATCH", 3)
    for n in range(8):
        record("a.b.c", on=noor, n=n)

    assert seal() == 8
    assert not list(breaks())


def test_an_untouched_audit_is_whole(lines, joost):
    record("a.b.c", on=joost)
    seal()

    assert not list(breaks())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_record SET key = 'a.b.nothing' WHERE number = 3",
        "UPDATE audit_record SET by_id = NULL WHERE number = 3",
        "UPDATE audit_record SET about_id = NULL WHERE number = 3",
        "UPDATE audit_record SET made_at = '2020-01-01 00:00:00+00:00' WHERE number = 3",
        "UPDATE audit_record SET digest = 'x' WHERE number = 3",
        """UPDATE audit_record SET "values" = '{"part": 9}' WHERE number = 3""",
    ],
)
def test_a_changed_line_breaks_the_chain_there(lines, change):
    tamper(change)

    (found,) = breaks()
    assert (found.number, found.what) == (3, "changed")


def test_a_missing_line_breaks_the_chain(lines):
    tamper("DELETE FROM audit_record WHERE number = 2")

    (found,) = breaks()
    assert (found.number, found.what) == (2, "missing")


def test_cutting_off_the_end_is_seen(lines):
    tamper("DELETE FROM audit_record WHERE number = 5")

    (found,) = breaks()
    assert (found.number, found.what) == (5, "end missing")


def test_throwing_away_the_head_is_seen(lines):
    tamper("DELETE FROM audit_chain WHERE number = 5")

    assert [found.what for found in breaks()] == ["end missing"]


def test_a_line_that_is_slipped_in_is_seen(lines, noor):
    late = record("a.b.c", on=noor)
    tamper("UPDATE audit_record SET number = 6, digest = 'made up' WHERE id = %s", late.pk)

    (found,) = breaks()
    assert found.number == 6


def test_the_command_tells_that_all_is_well(lines):
    out = StringIO()
    call_command("verify_audit", stdout=out)

    assert "5 lines" in out.getvalue()
    assert Chain.objects.get().digest in out.getvalue()
    assert "whole" in out.getvalue()


def test_the_command_says_where_it_breaks(lines, noor):
    tamper("UPDATE audit_record SET key = 'a.b.nothing' WHERE number = 3")
    err = StringIO()

    with pytest.raises(CommandError):
        call_command("verify_audit", stderr=err)
    assert f"{noor.town_id}: line 3: changed" in err.getvalue()


def test_a_person_can_be_forgotten_without_touching_the_audit(lines, noor):
    noor.name = "Iemand die weg is"
    noor.save(update_fields=["name"])

    assert not list(breaks())
    assert "Noor" not in str(list(Record.objects.values()))


def test_lines_that_wait_for_their_seal_are_told(lines, noor):
    record("a.b.c", on=noor)
    out = StringIO()
    call_command("verify_audit", stdout=out)

    assert "1 lines wait" in out.getvalue()
