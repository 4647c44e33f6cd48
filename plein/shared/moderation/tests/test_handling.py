"""A report in the list: who may handle it, and that it happens once."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from plein.shared.moderation import actions
from plein.shared.moderation.models import Report
from plein.shared.moderation.registry import kind_name


@pytest.fixture
def report(waterdrecht, molenwijk, noor, bram) -> Report:
    return Report.objects.create(
        town=waterdrecht,
        community=molenwijk,
        by=noor,
        kind="gone.thing",
        about=bram.pk,
        reason=Report.Reason.UNKIND,
        concerns=bram.pk.hex,
    )


def test_a_day_is_written_out(report, as_member, fatima):
    Report.objects.update(made_at=datetime(2026, 11, 7, 12, tzinfo=UTC))

    assert "7 november" in as_member(fatima).get("/melden/").content.decode()


def test_each_look_stands_in_the_audit_in_plain_dutch(report, as_member, fatima, mila):
    as_member(fatima).get("/melden/")
    actions.handle(report, by=fatima)

    page = as_member(mila).get("/instellingen/logboek/").content.decode()

    assert "Fatima bekeek een melding" in page
    assert "Fatima handelde een melding af" in page


def test_who_looked_first_is_remembered(report, fatima, mila):
    actions.handle(report, by=fatima)
    actions.handle(report, by=mila)

    report.refresh_from_db()
    assert report.handled_by == fatima


def test_one_person_reports_one_thing_once(report):
    report.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(
            town_id=report.town_id,
            community_id=report.community_id,
            by_id=report.by_id,
            kind=report.kind,
            about=report.about,
            reason="other",
        )


def test_people_whose_case_it_is_do_not_find_it(report, noor, bram, fatima):
    assert not Report.objects.not_about(bram).exists()
    assert not Report.objects.not_about(noor).exists()
    assert Report.objects.not_about(fatima).get() == report


def test_something_no_app_knows_any_more_still_has_a_name():
    assert kind_name("gone.thing") == "gone.thing"
    assert kind_name("conversations.conversation") == "een gesprek"


def test_a_private_talk_stays_closed_for_who_handles_a_report(report, as_member, fatima):
    Report.objects.update(kind="conversations.conversation")
    look = f"/melden/{report.pk}/bekijken/"

    assert look not in as_member(fatima).get("/melden/").content.decode()
    assert as_member(fatima).get(look).url == "/melden/"
