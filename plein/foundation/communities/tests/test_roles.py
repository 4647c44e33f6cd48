"""Roles: given and taken by those entitled, each change in the audit (PLACE-5)."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from plein.foundation.audit.models import Record
from plein.foundation.communities import actions
from plein.foundation.communities.actions.roles import LastOne, MayNotGive
from plein.foundation.communities.models import Role, RoleName
from plein.foundation.communities.permissions_doc import permissions_doc
from plein.foundation.communities.rights import GIVES, RIGHTS, gives, may, member_of
from plein.foundation.communities.tasks import end_roles
from plein.testing.cast import give, make_member

GIVE = "/instellingen/rollen/geven/"


def rights_of(member, *places) -> set[str]:
    """All that this member may in one of these places."""
    return {right for right in RIGHTS for place in places if may(member, right, place)}


@pytest.mark.parametrize("role", RoleName.values)
def test_a_role_has_exactly_the_rights_of_the_table(role, waterdrecht, molenwijk, centrum, elders):
    sam = give(make_member("Sam", molenwijk), role, molenwijk)

    assert rights_of(sam, molenwijk) == {right for right in RIGHTS if role in RIGHTS[right]}
    assert not rights_of(sam, waterdrecht), "never above its own community"
    assert not rights_of(sam, centrum), "never beside it"
    assert not rights_of(sam, elders), "never in another town"


def test_who_has_no_role_has_no_right(noor, joost, waterdrecht, molenwijk):
    for who in (None, noor, joost):
        assert not rights_of(who, waterdrecht, molenwijk)


def test_a_role_of_the_town_counts_in_every_part(fatima, waterdrecht, molenwijk):
    entitled = {right for right in RIGHTS if RoleName.CONNECTOR in RIGHTS[right]}
    assert rights_of(fatima, waterdrecht) == rights_of(fatima, molenwijk) == entitled


@pytest.mark.parametrize("role", RoleName.values)
def test_nobody_gives_a_role_above_their_own(role, waterdrecht, molenwijk, bram):
    sam = give(make_member("Sam", molenwijk), role, waterdrecht)
    for wanted in RoleName.values:
        if wanted in GIVES.get(role, ()):
            actions.give_role(bram, wanted, molenwijk, by=sam)
        else:
            with pytest.raises(MayNotGive):
                actions.give_role(bram, wanted, molenwijk, by=sam)


def test_a_manager_makes_a_connector_for_a_theme_until_a_day(as_member, mila, bram, molenwijk):
    until = timezone.localdate() + timedelta(days=30)
    response = as_member(mila).post(
        GIVE,
        {
            "member": "bram",
            "role": "connector",
            "community": str(molenwijk.pk),
            "subject": "garden",
            "until": until.isoformat(),
        },
    )

    if response.status_code == 422:  # the town's own word for this theme
        subject = response.context["form"].fields["subject"].choices[1][0]
        as_member(mila).post(
            GIVE,
            {
                "member": "bram",
                "role": "connector",
                "community": str(molenwijk.pk),
                "subject": subject,
                "until": until.isoformat(),
            },
        )
    role = Role.objects.get(member=bram)
    assert (role.role, role.community_id, role.until) == ("connector", molenwijk.pk, until)
    assert role.given_by == mila
    line = Record.objects.get(key="communities.role.given")
    assert (line.by_id, line.about_id, line.values["role"]) == (mila.pk, bram.pk, "connector")


def test_a_role_can_be_given_on_the_page_of_somebody(as_member, mila, bram, waterdrecht):
    page = as_member(mila).get(f"{GIVE}?wie={bram.pk}").content.decode()
    assert "Een rol voor Bram" in page

    data = {"wie": str(bram.pk), "role": "host", "community": str(waterdrecht.pk)}
    as_member(mila).post(GIVE, data)

    assert Role.objects.get(member=bram).role == "host"


@pytest.mark.parametrize(
    "wrong",
    [
        {"member": "Niemand"},
        {"member": "Joost"},
        {"role": "owner"},
        {"role": "koning"},
        {"community": "elders"},
        {"until": "2001-01-01"},
        {"subject": "onzin"},
    ],
)
def test_what_cannot_be_given_is_explained(as_member, mila, bram, joost, waterdrecht, wrong):
    data = {"member": "Bram", "role": "host", "community": str(waterdrecht.pk)}
    assert as_member(mila).post(GIVE, data | wrong).status_code == 422
    assert not Role.objects.filter(member=bram).exists()


def test_a_role_is_taken_back_and_its_rights_are_gone_at_once(as_member, mila, fatima, waterdrecht):
    role = Role.objects.get(member=fatima)
    as_member(mila).post(f"/instellingen/rollen/{role.pk}/terug/")

    now = member_of(fatima.account_id, waterdrecht.pk)
    assert not may(now, "member.greet", waterdrecht)
    assert Record.objects.filter(key="communities.role.taken", about_id=fatima.pk).exists()


def test_the_last_manager_cannot_lock_the_door(as_member, mila):
    role = Role.objects.get(member=mila)
    as_member(mila).post(f"/instellingen/rollen/{role.pk}/terug/")
    assert Role.objects.filter(pk=role.pk).exists()
    with pytest.raises(LastOne):
        actions.take_role(role, by=mila)


def test_a_role_that_is_over_has_no_rights_and_is_cleared_away(fatima, waterdrecht):
    Role.objects.filter(member=fatima).update(until=timezone.localdate() - timedelta(days=1))
    now = member_of(fatima.account_id, waterdrecht.pk)
    assert not may(now, "member.greet", waterdrecht)

    end_roles()

    assert not Role.objects.filter(member=fatima).exists()
    assert Record.objects.filter(key="communities.role.ended").exists()


def test_a_role_works_through_its_last_day(fatima, waterdrecht):
    Role.objects.filter(member=fatima).update(until=timezone.localdate())
    end_roles()
    assert may(member_of(fatima.account_id, waterdrecht.pk), "member.greet", waterdrecht)


def test_who_has_a_break_keeps_rights_and_who_waits_has_none(fatima, waterdrecht):
    fatima.state = "paused"
    assert may(fatima, "member.greet", waterdrecht)
    fatima.state = "waiting"
    assert not may(fatima, "member.greet", waterdrecht)
    assert gives(fatima, waterdrecht) == frozenset()


def test_the_page_of_permissions_is_up_to_date():
    file = settings.BASE_DIR / "docs" / "permissions.md"
    assert file.read_text(encoding="utf-8") == permissions_doc(), "manage.py make_permissions_doc"
