"""Each town's own lists, and what people choose from them."""

import pytest

from plein.foundation.communities.actions.founding import found_town
from plein.foundation.communities.subjects import subjects_of
from plein.foundation.taxonomy import actions, queries
from plein.foundation.taxonomy.models import MemberTargetGroup, MemberTheme, TargetGroup, Theme


@pytest.fixture
def garden(waterdrecht):
    return Theme.objects.filter(town=waterdrecht)[3]


@pytest.fixture
def manager(as_member, mila):
    return as_member(mila)


def step(browser, theme, what):
    return browser.post(f"/instellingen/themas/{theme.pk}/stap/", {"wat": what})


def test_a_manager_renames_a_theme(manager, garden):
    manager.post(f"/instellingen/themas/{garden.pk}/", {"name": "Groen en tuin"})

    garden.refresh_from_db()
    assert garden.name == "Groen en tuin"


def test_a_hidden_theme_cannot_be_chosen_and_comes_back(manager, as_member, noor, garden):
    step(manager, garden, "weg")
    page = as_member(noor).get("/mijn/profiel/interesses/").content.decode()
    assert f'value="{garden.key}"' not in page

    step(manager, garden, "terug")
    page = as_member(noor).get("/mijn/profiel/interesses/").content.decode()
    assert f'value="{garden.key}"' in page


def test_what_somebody_had_chosen_they_can_still_let_go(manager, as_member, noor, garden):
    actions.choose_themes(noor, [garden], kind="interest", by=noor)
    step(manager, garden, "weg")

    page = as_member(noor).get("/mijn/profiel/interesses/").content.decode()
    assert f'value="{garden.key}"' in page
    as_member(noor).post("/mijn/profiel/interesses/", {"chosen": []})
    assert queries.theme_keys(noor, "interest") == []


def test_an_added_theme_resembles_one_of_the_starting_list(manager, waterdrecht, garden):
    manager.post("/instellingen/themas/nieuw/", {"name": "Jeu de boules", "same_as": garden.key})

    added = Theme.objects.get(town=waterdrecht, key="jeu-de-boules")
    assert added.same_as == garden.key
    assert added.words == garden.words
    assert added.pictogram == garden.pictogram


def test_the_order_can_be_changed_and_stops_at_the_ends(manager, waterdrecht):
    keys = lambda: [t.key for t in Theme.objects.filter(town=waterdrecht)]  # noqa: E731
    first, second = Theme.objects.filter(town=waterdrecht)[:2]

    step(manager, second, "omhoog")
    assert keys()[:2] == [second.key, first.key]
    step(manager, Theme.objects.get(pk=second.pk), "omhoog")
    assert keys()[0] == second.key
    step(manager, Theme.objects.get(pk=second.pk), "omlaag")
    assert keys()[:2] == [first.key, second.key]


def test_another_town_keeps_its_own_list(manager, garden, elders):
    manager.post(f"/instellingen/themas/{garden.pk}/", {"name": "Groen"})
    assert not Theme.objects.filter(town=elders, names__nl="Groen").exists()


@pytest.mark.parametrize("name", ["", "   ", "<b>", "123", "x" * 41])
def test_what_is_no_name_is_explained(manager, garden, name):
    assert manager.post(f"/instellingen/themas/{garden.pk}/", {"name": name}).status_code == 422


def test_a_list_that_does_not_exist_is_not_there(manager):
    assert manager.get("/instellingen/themas/geheim/").status_code == 404


@pytest.mark.parametrize(("page", "kind"), [("interesses", "interest"), ("talenten", "talent")])
def test_somebody_tells_what_they_like_and_are_good_at(as_member, noor, garden, page, kind):
    as_member(noor).post(f"/mijn/profiel/{page}/", {"chosen": [garden.key]})
    assert queries.theme_keys(noor, kind) == [garden.key]
    assert MemberTheme.objects.count() == 1

    as_member(noor).post(f"/mijn/profiel/{page}/", {"chosen": []})
    assert MemberTheme.objects.count() == 0


def test_somebody_tells_with_whom(as_member, noor, waterdrecht):
    group = TargetGroup.objects.filter(town=waterdrecht).first()
    as_member(noor).post("/mijn/profiel/doelgroepen/", {"chosen": [group.key]})

    assert queries.group_keys(noor) == [group.key]
    assert MemberTargetGroup.objects.get().town_id == noor.town_id


def test_what_is_not_in_the_list_is_refused(as_member, noor):
    response = as_member(noor).post("/mijn/profiel/interesses/", {"chosen": ["goud"]})
    assert response.status_code == 422


def test_a_theme_of_another_town_is_never_chosen(noor, elders):
    theirs = Theme.objects.filter(town=elders).first()
    actions.choose_themes(noor, [theirs], kind="interest", by=noor)
    assert MemberTheme.objects.count() == 0


def test_interests_stand_on_no_page_of_another_member(as_member, noor, bram, garden):
    actions.choose_themes(noor, [garden], kind="interest", by=noor)
    page = as_member(bram).get(f"/mensen/{noor.pk}/").content.decode()
    assert garden.name not in page


def test_a_connector_may_be_for_a_theme_or_a_group(waterdrecht, garden):
    keys = dict(subjects_of(waterdrecht.pk))
    assert keys[garden.key] == garden.name
    assert len(keys) > 10


def test_starting_twice_changes_nothing(waterdrecht):
    before = Theme.objects.filter(town=waterdrecht).count()
    actions.start_lists(waterdrecht)
    assert Theme.objects.filter(town=waterdrecht).count() == before


def test_a_new_town_begins_with_the_starting_lists(db):
    town = found_town("Dijkdorp", "dijkdorp.example")
    assert Theme.objects.filter(town=town).count() >= 10
    assert TargetGroup.objects.filter(town=town).count() >= 5
