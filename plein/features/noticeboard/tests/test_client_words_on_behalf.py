"""What a professional writes tells nobody who the client is."""

import pytest

from plein.features.noticeboard import actions, client_words
from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.test_on_behalf import CHECK, FORM, SAID, ask, typed
from plein.foundation.care.tests.conftest import *  # noqa: F403
from plein.foundation.taxonomy.models import Theme

__all__ = ["ask"]

BRAM = "Wie gaat mee naar Bram van de kaartclub?"


@pytest.mark.parametrize("words", [
    "Mevrouw Kanarievogel zoekt hulp", "Wie helpt Kanarievogel?", "Hulp voor mw. K.V.",
    "Bij de Kanariestraat graag", "Bel 06 1298 7654", "Geboren op 3-4-1941, zoekt maatje",
])  # fmt: skip
def test_a_text_that_tells_the_client_is_not_placed(nurse, somebody, mandate, words):
    answer = nurse.post(FORM, typed(somebody, title=words))

    assert answer.status_code == 422
    assert not Post.objects.exists()


def as_it_stands(nurse, url) -> dict:
    """What the page of changing sends when nothing is changed."""
    form = nurse.get(url).context["form"]
    said = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in said.items() if value not in (None, "", False)}


@pytest.mark.parametrize(
    "words", ["Boodschappen voor Gerrit", "Mevrouw Jansen zoekt hulp", "Gerrit zoekt een maatje"]
)
def test_a_name_of_whom_it_is_about_is_not_placed_whatever_the_list_calls_them(
    nurse, somebody, mandate, words
):
    assert nurse.post(FORM, typed(somebody, title=words)).status_code == 422


def test_the_name_of_somebody_else_is_asked_about_and_placed_after_a_tick(nurse, somebody, mandate):
    assert nurse.post(FORM, typed(somebody, title=BRAM)).status_code == 302
    page = nurse.get(CHECK)
    assert "Wiens naam is dit: Bram?" in page.content.decode()

    without = nurse.post(CHECK, {"form_key": page.context["form_key"]})
    assert without.status_code == 422
    assert "Vink dit aan" in without.content.decode()
    assert not Post.objects.exists()

    nurse.post(CHECK, {"form_key": without.context["form_key"], "sure": "1"})
    assert Post.objects.get().title == BRAM


def test_a_tick_does_not_let_the_name_of_the_client_through(nurse, petra, somebody, mandate):
    wanted = actions.Wanted(
        kind="ask",
        theme=Theme.objects.get(town=petra.town_id, key=SAID["theme"]),
        title="Wie gaat met Kanarievogel naar Bram?",
        text="",
    )
    with pytest.raises(client_words.TellsTheClient):
        actions.publish_for_client(wanted, mandate, by=petra, sure=True)


def test_when_it_is_changed_later_it_is_asked_as_well(nurse, ask):
    url = f"{ask.get_absolute_url()}wijzigen/"
    said = as_it_stands(nurse, url) | {"title": BRAM}
    assert 'name="sure"' not in nurse.get(url).content.decode()

    asked = nurse.post(url, said)
    assert asked.status_code == 422
    assert "Wiens naam is dit: Bram?" in asked.content.decode()
    assert 'name="sure"' in asked.content.decode()
    assert nurse.post(url, said | {"sure": "on"}).status_code == 302
    ask.refresh_from_db()
    assert ask.title == BRAM


def test_nor_when_it_is_changed_later(nurse, ask):
    url = f"{ask.get_absolute_url()}wijzigen/"
    said = as_it_stands(nurse, url)
    assert nurse.post(url, said | {"title": "Boodschappen graag"}).status_code == 302

    answer = nurse.post(url, said | {"title": "Boodschappen voor Kanarievogel"})

    ask.refresh_from_db()
    assert answer.status_code == 422
    assert "Kanarie" not in ask.title


def test_the_words_beside_a_photo_do_not_tell_the_client_either(ask, petra):
    with pytest.raises(client_words.TellsTheClient):
        actions.add_picture(ask, None, alt="De kast van Kanarievogel", by=petra)
