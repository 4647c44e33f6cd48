"""The lists of a town: who may arrange them, what a change does everywhere, and what stays."""

import pytest

from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Community, RoleName
from plein.foundation.jobs.models import Change
from plein.foundation.taxonomy import actions, queries
from plein.foundation.taxonomy.actions.arranging import starting_keys
from plein.foundation.taxonomy.models import MemberTheme, TargetGroup, Theme
from plein.testing.cast import give, make_member

LISTS = [("themas", Theme), ("doelgroepen", TargetGroup)]


@pytest.fixture
def manager(as_member, mila):
    return as_member(mila)


def first(model, town):
    return model.objects.filter(town=town).first()


def version(town) -> int:
    return Community.objects.get(pk=town.pk).version


@pytest.mark.parametrize(("place", "model"), LISTS)
def test_only_a_manager_of_the_town_opens_a_list(
    client, as_member, manager, noor, fatima, joost, waterdrecht, place, model
):
    entry = first(model, waterdrecht)
    for page in ("", "nieuw/", f"{entry.pk}/"):
        url = f"/instellingen/{place}/{page}"
        assert client.get(url).url.startswith("/inloggen/")
        assert as_member(noor).get(url).status_code == 404
        assert as_member(fatima).get(url).status_code == 404
        assert as_member(joost, host="elders.testserver").get(url).status_code == 404
        assert manager.get(url).status_code == 200


@pytest.mark.parametrize(("place", "model"), LISTS)
def test_a_manager_of_a_wijk_does_not_change_the_lists_of_the_town(
    as_member, molenwijk, waterdrecht, place, model
):
    karim = give(make_member("Karim", molenwijk), RoleName.MANAGER, molenwijk)
    browser = as_member(karim, host="molenwijk.testserver")
    entry = first(model, waterdrecht)

    assert browser.get(f"/instellingen/{place}/").status_code == 404
    answer = browser.post(f"/instellingen/{place}/{entry.pk}/", {"name": "Karims lijst"})
    assert answer.status_code == 404
    assert first(model, waterdrecht).names == entry.names


@pytest.mark.parametrize(("place", "model"), LISTS)
def test_an_entry_of_another_town_is_not_there(manager, elders, place, model):
    theirs = first(model, elders)
    for url in (f"/instellingen/{place}/{theirs.pk}/", f"/instellingen/{place}/{theirs.pk}/stap/"):
        assert manager.post(url, {"name": "Van ons", "wat": "weg"}).status_code == 404
    assert first(model, elders).stopped_at is None


@pytest.mark.parametrize(("place", "model"), LISTS)
def test_an_entry_of_the_other_list_is_not_there_either(manager, waterdrecht, place, model):
    other = TargetGroup if model is Theme else Theme
    url = f"/instellingen/{place}/{first(other, waterdrecht).pk}/"
    assert manager.get(url).status_code == 404


@pytest.mark.parametrize(("place", "model"), LISTS)
@pytest.mark.parametrize("what", ["weg", "terug", "omhoog", "omlaag"])
def test_each_step_is_written_down_and_wakes_every_process(
    manager, mila, waterdrecht, place, model, what
):
    entry = model.objects.filter(town=waterdrecht)[2]
    before = version(waterdrecht)

    answer = manager.post(f"/instellingen/{place}/{entry.pk}/stap/", {"wat": what})

    assert answer.url == f"/instellingen/{place}/"
    assert version(waterdrecht) == before + 1
    assert Record.objects.filter(key__startswith="taxonomy.entry.", by_id=mila.pk).count() == 1
    assert Change.objects.filter(about=str(entry.pk)).exists()


@pytest.mark.parametrize("what", ["", "iets", "\0", "WEG"])
def test_a_step_that_does_not_exist_changes_nothing(manager, waterdrecht, what):
    entry = first(Theme, waterdrecht)
    manager.post(f"/instellingen/themas/{entry.pk}/stap/", {"wat": what})
    assert first(Theme, waterdrecht).stopped_at is None
    assert not Record.objects.filter(key__startswith="taxonomy.").exists()


def test_a_step_is_a_button_and_no_link(manager, waterdrecht):
    entry = first(Theme, waterdrecht)
    assert manager.get(f"/instellingen/themas/{entry.pk}/stap/").status_code == 405


@pytest.mark.parametrize(("place", "model"), LISTS)
def test_a_new_entry_comes_last_and_can_be_chosen_at_once(
    manager, as_member, noor, waterdrecht, place, model
):
    like = starting_keys(model)[0][0]
    manager.post(f"/instellingen/{place}/nieuw/", {"name": "Jeu de boules", "same_as": like})

    added = model.objects.filter(town=waterdrecht).last()
    assert (added.key, added.same_as) == ("jeu-de-boules", like)
    mine = "interesses" if model is Theme else "doelgroepen"
    assert "Jeu de boules" in as_member(noor).get(f"/mijn/profiel/{mine}/").content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "", "same_as": "tuin"},
        {"name": "Boules", "same_as": ""},
        {"name": "Boules", "same_as": "bestaat-niet"},
        {"name": "<script>", "same_as": "tuin"},
        {"name": "💥", "same_as": "tuin"},
        {"name": "\u200b", "same_as": "tuin"},
    ],
)
def test_what_cannot_be_added_is_explained_and_not_added(manager, waterdrecht, typed):
    before = Theme.objects.count()
    assert manager.post("/instellingen/themas/nieuw/", typed).status_code == 422
    assert Theme.objects.count() == before


@pytest.mark.parametrize("name", ["مرحبا", "Сад", "庭"])
def test_a_name_in_another_script_gets_a_key_that_works(manager, waterdrecht, name):
    for _ in range(2):
        manager.post("/instellingen/themas/nieuw/", {"name": name, "same_as": "tuin"})

    keys = [t.key for t in Theme.objects.filter(town=waterdrecht) if t.name == name]
    assert len(set(keys)) == 2
    assert all(keys)


def test_a_renamed_theme_keeps_its_key_so_that_nothing_loses_it(manager, noor, waterdrecht):
    theme = first(Theme, waterdrecht)
    actions.choose_themes(noor, [theme], kind="interest", by=noor)

    manager.post(f"/instellingen/themas/{theme.pk}/", {"name": "Iets nieuws"})

    assert queries.theme_keys(noor, "interest") == [theme.key]
    assert MemberTheme.objects.get().theme.name == "Iets nieuws"


def test_hidden_does_not_take_anything_from_somebody(manager, noor, waterdrecht):
    theme = first(Theme, waterdrecht)
    actions.choose_themes(noor, [theme], kind="talent", by=noor)
    actions.hide_entry(theme, by=noor)
    assert queries.theme_keys(noor, "talent") == [theme.key]
    assert theme.key not in dict(queries.subjects(waterdrecht.pk))


def test_a_list_of_one_can_be_moved_without_harm(mila, waterdrecht):
    TargetGroup.objects.filter(town=waterdrecht).delete()
    only = actions.add_entry(TargetGroup, waterdrecht, name="Iedereen", same_as="", by=mila)
    for step in (-1, 1, 5, -5):
        actions.move_entry(only, step, by=mila)
    assert TargetGroup.objects.filter(town=waterdrecht).count() == 1


def test_the_list_asks_as_few_queries_for_forty_entries_as_for_twenty(
    manager, mila, waterdrecht, django_assert_max_num_queries
):
    manager.get("/instellingen/themas/")
    for number in range(20):
        actions.add_entry(Theme, waterdrecht, name=f"Thema {number}", same_as="", by=mila)
    manager.get("/instellingen/themas/")
    with django_assert_max_num_queries(6):
        manager.get("/instellingen/themas/")
