"""Whom nobody lets in any more is no professional: desk and numbers close (TRUST-8)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation.audit.models import Record
from plein.foundation.care import actions, tasks
from plein.foundation.care.models import Admission, Agreement
from plein.foundation.care.tests.making import admit
from plein.foundation.communities.models import Member, Role, RoleName
from plein.foundation.communities.rights import may
from plein.testing.cast import make_member

DAY = timedelta(days=1)


def opens_desk(as_member, who) -> bool:
    fresh = Member.objects.get(pk=who.pk)
    return (
        as_member(who).get("/balie/").status_code == 200
        and as_member(who).get("/telefoon/").status_code == 200
        and may(fresh, "directory.desk", fresh.home.town)
    )


def end(member, by):
    actions.end_admission(Admission.objects.get(member=member), by=by)


def ends(agreement, day, by):
    actions.change_agreement(agreement, ends_on=day, by=by)


@pytest.fixture
def today():
    return timezone.localdate()


def test_when_an_admission_ends_the_desk_closes_at_once(as_member, petra, mila):
    assert opens_desk(as_member, petra)

    end(petra, mila)

    assert as_member(petra).get("/balie/").status_code == 404
    assert not opens_desk(as_member, petra)
    assert Record.objects.filter(key="care.role.ended").count() == 1


def test_a_colleague_keeps_theirs(as_member, petra, wouter, mila):
    end(petra, mila)

    assert opens_desk(as_member, wouter)


def test_a_new_admission_opens_it_again(as_member, petra, agreement, mila):
    end(petra, mila)
    admit(agreement, petra, mila)

    assert opens_desk(as_member, petra)


def test_an_agreement_that_runs_out_closes_it_on_that_day(
    as_member, petra, agreement, mila, today, time_machine
):
    ends(agreement, today, mila)
    assert opens_desk(as_member, petra)

    time_machine.move_to(timezone.now() + DAY)
    assert not opens_desk(as_member, petra)


def test_a_longer_agreement_lasts_longer(as_member, petra, agreement, mila, today, time_machine):
    ends(agreement, today, mila)
    ends(agreement, None, mila)

    time_machine.move_to(timezone.now() + DAY)
    assert opens_desk(as_member, petra)


def test_a_professional_of_after_the_last_day_was_changed_keeps_to_it(
    as_member, agreement, centrum, mila, today, time_machine
):
    ends(agreement, today, mila)
    late = admit(agreement, make_member("Late", centrum), mila)

    time_machine.move_to(timezone.now() + DAY)
    assert not opens_desk(as_member, late)


def test_at_night_what_was_left_from_before_ends_as_well(as_member, petra, agreement, today):
    """Roles of before they went along with an admission, also one for a single subject."""
    Role.objects.create(
        town=agreement.town, member=petra, community=agreement.place,
        role=RoleName.PROFESSIONAL, subject="zorg",
    )  # fmt: skip
    Agreement.objects.update(ends_on=today - DAY)

    tasks.end_old_roles()

    assert not opens_desk(as_member, petra)
    assert Record.objects.filter(key="care.role.ended").count() == 1


def test_at_night_who_is_let_in_keeps_it(as_member, petra):
    tasks.end_old_roles()

    assert opens_desk(as_member, petra)
