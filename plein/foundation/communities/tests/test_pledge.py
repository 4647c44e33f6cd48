"""Who learns who asks what, first promises to keep it and follows the safety training."""

import pytest
from django.utils import timezone

from plein.foundation.audit.models import Record
from plein.foundation.communities import actions
from plein.foundation.communities.models import Role
from plein.foundation.communities.rights import RIGHTS, held_by, may, may_anywhere
from plein.testing.cast import give, make_member

pytestmark = pytest.mark.django_db
PLEDGE, DAY, ROLES = "/mijn/belofte/", "/dagstart/", "/instellingen/rollen/"
TODAY = timezone.localdate


@pytest.fixture
def karel(waterdrecht, centrum):
    """Was made a connector, and did nothing yet."""
    karel = make_member("Karel", centrum)
    Role.objects.create(town=waterdrecht, member=karel, community=waterdrecht, role="connector")
    return karel


def training(client, karel, day=None):
    role = Role.objects.get(member=karel)
    return client.post(f"{ROLES}{role.pk}/training/", {"on": (day or TODAY()).isoformat()})


def test_after_the_promise_and_the_training_the_role_counts(as_member, karel, mila):
    client = as_member(karel)

    led = client.get(DAY)
    page = client.get(led.url).content.decode()
    client.post(PLEDGE)
    still = client.get(DAY)
    training(as_member(mila), karel)

    assert (led.status_code, led.url.split("?")[0]) == (302, PLEDGE)
    assert "hou ik voor mezelf" in page
    assert still.status_code == 302
    assert client.get(DAY).status_code == 200
    karel.refresh_from_db()
    assert karel.pledged_at.date() == timezone.now().date()
    assert (karel.trained_on, karel.trained_by) == (TODAY(), mila)
    for key in ("communities.member.pledged", "communities.member.trained"):
        assert Record.objects.filter(key=key, about_id=karel.pk).count() == 1


def test_before_that_no_right_of_the_role_counts_anywhere(waterdrecht, molenwijk, karel):
    assert held_by(karel) == []
    for right in RIGHTS:
        assert not may_anywhere(karel, right)
        assert not may(karel, right, molenwijk)


@pytest.mark.parametrize("half", [{"pledged_at": timezone.now}, {"trained_on": TODAY}])
def test_one_of_the_two_is_not_enough(karel, half):
    for name, value in half.items():
        setattr(karel, name, value())

    assert not may_anywhere(karel, "post.arrange")


def test_who_has_another_role_beside_it_keeps_that(waterdrecht, karel):
    give(karel, "manager", waterdrecht)

    assert {each.role for each in held_by(karel)} == {"manager"}
    assert may(karel, "post.arrange", waterdrecht)


def test_the_site_leads_who_waits_to_the_promise_and_nobody_else(as_member, karel, noor, fatima):
    assert PLEDGE in as_member(karel).get("/").content.decode()
    assert PLEDGE not in as_member(noor).get("/").content.decode()
    assert as_member(noor).get(PLEDGE).status_code == 404
    assert as_member(noor).post(PLEDGE).status_code == 404
    assert as_member().get(PLEDGE).status_code == 302
    assert "Je beloofde dit op" in as_member(fatima).get(PLEDGE).content.decode()


def test_promising_twice_keeps_the_first_day(karel):
    actions.pledge(karel)
    first = karel.pledged_at

    actions.pledge(karel)

    karel.refresh_from_db()
    assert karel.pledged_at == first


def test_only_who_gives_roles_notes_the_training_and_never_their_own(
    as_member, waterdrecht, karel, fatima, mila, joost
):
    assert training(as_member(fatima), karel).status_code == 404
    assert training(as_member(joost), karel).status_code in (302, 404)
    give(karel, "manager", waterdrecht)
    role = Role.objects.get(member=karel, role="connector")
    own = as_member(karel).post(f"{ROLES}{role.pk}/training/", {"on": TODAY().isoformat()})
    late = as_member(mila).post(f"{ROLES}{role.pk}/training/", {"on": "2099-01-01"})

    assert (own.status_code, late.status_code) == (403, 422)
    karel.refresh_from_db()
    assert karel.trained_on is None


def test_the_list_of_roles_says_what_is_waited_for(as_member, karel, mila):
    page = as_member(mila).get(ROLES).content.decode()

    assert "Deed de belofte nog niet" in page
    assert "/training/" in page


def test_giving_the_role_says_what_comes_first(as_member, waterdrecht, bram, mila):
    data = {"member": "Bram", "role": "host", "community": str(waterdrecht.pk)}

    page = as_member(mila).post(f"{ROLES}geven/", data, follow=True).content.decode()

    assert "Bram kan beginnen na de belofte en de veiligheidstraining" in page


def test_who_leaves_takes_the_promise_along(fatima):
    actions.leave(fatima, by=fatima)

    fatima.refresh_from_db()
    assert (fatima.pledged_at, fatima.trained_on, fatima.trained_by) == (None, None, None)


def test_who_gives_roles_reads_on_the_day_start_whose_training_is_waited_for(
    as_member, centrum, mila, fatima
):
    piet = make_member("Piet", centrum)
    actions.give_role(piet, "host", centrum, by=mila)
    words = "Piet kan nog niet beginnen: plan de veiligheidstraining"

    assert words in as_member(mila).get(f"{DAY}?tijd=60").content.decode()
    assert words not in as_member(fatima).get(f"{DAY}?tijd=60").content.decode()

    training(as_member(mila), piet)

    assert words not in as_member(mila).get(f"{DAY}?tijd=60").content.decode()
