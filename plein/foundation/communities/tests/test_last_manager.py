"""A place always has somebody who arranges it, whatever is given, taken or left."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation.communities import actions
from plein.foundation.communities.actions.gone import forget_who_is_gone, gone
from plein.foundation.communities.actions.roles import LastOne
from plein.foundation.communities.models import Member, Role, RoleName
from plein.foundation.communities.rights import may
from plein.testing.cast import give, make_member

GIVE = "/instellingen/rollen/geven/"


@pytest.fixture
def only(mila, waterdrecht) -> Role:
    return Role.objects.get(member=mila, community=waterdrecht)


def test_who_has_two_roles_that_arrange_is_still_the_last_one(mila, waterdrecht):
    give(mila, RoleName.OWNER, waterdrecht)

    with pytest.raises(LastOne):
        actions.leave(mila, by=mila)

    assert Role.objects.filter(member=mila).count() == 2


def test_of_two_roles_the_last_one_may_give_back_one(mila, waterdrecht, only):
    give(mila, RoleName.OWNER, waterdrecht)

    actions.take_role(only, by=mila)

    assert may(Member.objects.get(pk=mila.pk), "community.arrange", waterdrecht)


def test_the_last_role_gets_no_last_day(as_member, mila, waterdrecht, only):
    soon = timezone.localdate() + timedelta(days=7)
    data = {"role": "manager", "community": str(waterdrecht.pk), "until": soon.isoformat()}

    answer = as_member(mila).post(GIVE, data | {"member": "Mila"}, follow=True)

    only.refresh_from_db()
    assert only.until is None
    assert "Iemand moet hier beheerder zij" in answer.content.decode()


def test_a_role_with_a_last_day_does_not_count_as_somebody_who_stays(mila, bram, waterdrecht, only):
    soon = timezone.localdate() + timedelta(days=7)
    actions.give_role(bram, "manager", waterdrecht, by=mila, until=soon)

    with pytest.raises(LastOne):
        actions.take_role(only, by=mila)


def test_with_another_manager_the_first_may_go(mila, bram, waterdrecht):
    actions.give_role(bram, "manager", waterdrecht, by=mila)

    actions.leave(mila, by=mila)

    assert not Role.objects.filter(member=mila).exists()


@pytest.fixture
def karim(molenwijk) -> Member:
    """Alone arranges Molenwijk; the town has a manager too."""
    return give(make_member("Karim", molenwijk), RoleName.MANAGER, molenwijk)


def test_the_last_manager_of_a_wijk_stays_until_another_does_it(karim, noor, mila, molenwijk):
    role = Role.objects.get(member=karim)
    with pytest.raises(LastOne):
        actions.leave(karim, by=karim)
    with pytest.raises(LastOne):
        actions.take_role(role, by=karim)

    actions.give_role(noor, "manager", molenwijk, by=karim)
    actions.take_role(role, by=karim)
    actions.leave(karim, by=karim)

    assert may(Member.objects.get(pk=noor.pk), "community.arrange", molenwijk)


def test_who_arranges_the_town_may_take_the_last_role_of_a_wijk(karim, mila, molenwijk):
    actions.take_role(Role.objects.get(member=karim), by=mila)

    assert not Role.objects.filter(community=molenwijk).exists()


def test_a_page_says_so_to_the_last_manager_of_a_wijk(as_member, karim, mila):
    here = as_member(karim, host="molenwijk.testserver")
    role = Role.objects.get(member=karim)

    answer = here.post(f"/instellingen/rollen/{role.pk}/terug/", follow=True)

    assert Role.objects.filter(pk=role.pk).exists()
    assert "Iemand moet hier beheerder zij" in answer.content.decode()


def test_who_is_gone_does_not_count_as_somebody_who_stays(mila, bram, waterdrecht, only):
    actions.give_role(bram, "manager", waterdrecht, by=mila)
    gone(bram, "moved", by=mila)

    with pytest.raises(LastOne):
        actions.take_role(only, by=mila)


def test_who_died_is_forgotten_also_when_nobody_arranges_the_place_after(mila, noor, waterdrecht):
    gone(mila, "died", by=give(noor, "owner", waterdrecht))
    Role.objects.filter(member=noor).delete()
    Member.objects.filter(pk=mila.pk).update(gone_at=timezone.now() - timedelta(days=31))

    assert forget_who_is_gone() == 1
    assert Member.objects.get(pk=mila.pk).name != "Mila"


def test_a_connector_for_a_day_hears_no_such_thing(mila, bram, waterdrecht):
    soon = timezone.localdate() + timedelta(days=7)
    given = actions.give_role(bram, "connector", waterdrecht, by=mila, until=soon)
    assert given.until == soon
