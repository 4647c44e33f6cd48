"""The pages of roles: who sees them, what stands there, and what one may give to whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation.communities import actions
from plein.foundation.communities.actions.roles import MayNotGive
from plein.foundation.communities.models import Member, Role, RoleName
from plein.testing.cast import give, make_member

ROLES, GIVE = "/instellingen/rollen/", "/instellingen/rollen/geven/"


@pytest.fixture
def karim(molenwijk):
    """Arranges only Molenwijk."""
    return give(make_member("Karim", molenwijk), RoleName.MANAGER, molenwijk)


@pytest.fixture
def at_molenwijk(as_member, karim):
    return as_member(karim, host="molenwijk.testserver")


def test_everybody_with_a_role_stands_on_the_page_with_what_and_where(as_member, mila, fatima):
    text = as_member(mila).get(ROLES).content.decode()
    for shown in ("Fatima", "Mila", "Waterdrecht"):
        assert shown in text


def test_in_a_wijk_only_roles_of_that_wijk_stand_there(at_molenwijk, fatima):
    text = at_molenwijk.get(ROLES).content.decode()
    assert "Karim" in text
    assert "Fatima" not in text


def test_a_manager_of_a_wijk_gives_no_role_in_the_town(at_molenwijk, bram, waterdrecht, centrum):
    for place in (waterdrecht, centrum):
        data = {"member": "Bram", "role": "host", "community": str(place.pk)}
        assert at_molenwijk.post(GIVE, data).status_code == 422
    assert not Role.objects.filter(member=bram).exists()


def test_a_manager_of_a_wijk_takes_no_role_of_the_town(at_molenwijk, karim, fatima):
    role = Role.objects.get(member=fatima)
    assert at_molenwijk.post(f"{ROLES}{role.pk}/terug/").status_code == 404
    with pytest.raises(MayNotGive):
        actions.take_role(role, by=karim)


def test_a_manager_cannot_take_the_role_of_an_owner(as_member, mila, bram, waterdrecht):
    give(bram, RoleName.OWNER, waterdrecht)
    role = Role.objects.get(member=bram)
    text = as_member(mila).post(f"{ROLES}{role.pk}/terug/", follow=True).content.decode()
    assert Role.objects.filter(pk=role.pk).exists()
    assert "niet van jou" in text or "mag je niet" in text or "niet aan jou" in text


def test_taking_is_a_button(as_member, mila, fatima):
    role = Role.objects.get(member=fatima)
    assert as_member(mila).get(f"{ROLES}{role.pk}/terug/").status_code == 405


@pytest.mark.parametrize("state", [Member.State.WAITING, Member.State.LEFT])
def test_who_is_not_here_gets_no_role(as_member, mila, bram, waterdrecht, state):
    Member.objects.filter(pk=bram.pk).update(state=state)
    data = {"wie": str(bram.pk), "role": "host", "community": str(waterdrecht.pk)}
    as_member(mila).post(GIVE, data)
    assert not Role.objects.filter(member=bram).exists()


def test_somebody_of_another_town_gets_no_role_here(as_member, mila, joost, waterdrecht):
    data = {"wie": str(joost.pk), "role": "host", "community": str(waterdrecht.pk)}
    assert as_member(mila).post(GIVE, data).status_code == 404
    with pytest.raises(MayNotGive):
        actions.give_role(joost, "host", waterdrecht, by=mila)


@pytest.mark.parametrize("who", ["onzin", "", "\0", "00000000-0000-0000-0000-00000000000"])
def test_an_address_somebody_made_up_asks_for_a_name(as_member, mila, who):
    text = as_member(mila).get(GIVE, {"wie": who}).content.decode()
    assert 'name="member"' in text


def test_two_with_the_same_name_are_told_apart_on_their_own_page(
    as_member, mila, bram, molenwijk, waterdrecht
):
    state = Member.State.ACTIVE
    Member.objects.create(town=waterdrecht, home=molenwijk, name="BRAM", state=state)
    data = {"member": "Bram", "role": "host", "community": str(waterdrecht.pk)}
    answer = as_member(mila).post(GIVE, data)
    assert answer.status_code == 422
    assert "eigen pagina" in answer.content.decode()


def test_giving_twice_only_changes_the_last_day(mila, bram, waterdrecht):
    soon = timezone.localdate() + timedelta(days=9)
    actions.give_role(bram, "host", waterdrecht, by=mila)
    actions.give_role(bram, "host", waterdrecht, by=mila, until=soon)
    assert Role.objects.get(member=bram).until == soon


def test_the_same_role_for_two_themes_is_two_roles(mila, bram, waterdrecht):
    for subject in ("tuin", "taal"):
        actions.give_role(bram, "connector", waterdrecht, by=mila, subject=subject)
    assert Role.objects.filter(member=bram).count() == 2


def test_a_role_can_end_today_and_not_yesterday(as_member, mila, bram, waterdrecht):
    today = timezone.localdate()
    data = {"member": "Bram", "role": "host", "community": str(waterdrecht.pk)}
    late = data | {"until": (today - timedelta(days=1)).isoformat()}
    assert as_member(mila).post(GIVE, late).status_code == 422
    assert as_member(mila).post(GIVE, data | {"until": today.isoformat()}).status_code == 302
    assert Role.objects.get(member=bram).until == today


def test_the_list_asks_as_few_queries_for_thirty_roles_as_for_three(
    as_member, mila, molenwijk, waterdrecht, django_assert_max_num_queries
):
    browser = as_member(mila)
    browser.get(ROLES)
    for number in range(30):
        give(make_member(f"Buur{number}", molenwijk), RoleName.HOST, waterdrecht)
    with django_assert_max_num_queries(8):
        browser.get(ROLES)
