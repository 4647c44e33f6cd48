"""Wizard, error pages, style page and manifest."""

import json

import pytest
from django import forms
from django.http import Http404
from django.utils import translation

from plein.ui import views
from plein.ui.access import may_see_style
from plein.ui.offline import worker


class OneQuestion(forms.Form):
    what = forms.CharField(label="What exactly?")


class TwoQuestions(OneQuestion):
    when = forms.CharField(label="When?")


@pytest.fixture
def wizard(show):
    def render(**context):
        defaults = {"question": "What exactly?", "form": OneQuestion(), "step": 2, "steps": 6}
        with translation.override("nl"):
            return show("ui/wizard.html", **{**defaults, **context})

    return render


def test_the_question_is_the_title_of_the_page(wizard):
    page = wizard()

    assert len(page.all("h1")) == 1
    assert "What exactly? – Waterdrecht" in page.words


def test_the_label_is_not_said_twice_on_the_screen(wizard):
    assert "hidden" in wizard().one("label", for_="id_what")["class"]


def test_two_fields_on_a_page_keep_their_labels(wizard):
    page = wizard(form=TwoQuestions())

    assert "hidden" not in page.one("label", for_="id_when")["class"]


def test_you_see_how_far_you_are(wizard):
    page = wizard()

    assert "Vraag 2 van 6" in page.words
    assert page.one("progress")["value"] == "2"


def test_a_question_outside_the_row_counts_nothing(wizard):
    page = wizard(steps=None)

    assert not page.all("progress")
    assert "Vraag" not in page.words


def test_the_way_back_is_a_link(wizard):
    assert wizard(back_url="/prikbord/vraag/1/").all("a", href="/prikbord/vraag/1/")


def test_the_button_says_go_on_or_what_the_page_wants(wizard):
    assert "Verder" in wizard().words
    assert "Plaats mijn vraag" in wizard(submit="Plaats mijn vraag").words


def test_typed_words_are_kept_when_the_connection_fails(wizard):
    forms_on_page = [one for one in wizard().all("form") if "data-keep" in one]

    assert len(forms_on_page) == 1


def test_a_mistake_is_told_before_the_question(wizard):
    names = [attributes.get("id") or name for name, attributes in wizard(form=OneQuestion({})).tags]

    assert names.index("error-summary") < names.index("h1")


def test_a_photo_can_be_sent_along(wizard):
    class Photo(forms.Form):
        photo = forms.FileField()

    assert wizard(form=Photo()).all("form", enctype="multipart/form-data")


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("400.html", "We begrijpen dit adres niet"),
        ("403.html", "Dit kan hier niet"),
        ("403_csrf.html", "Verstuur het nog een keer"),
        ("404.html", "Deze pagina is er niet"),
        ("500.html", "Er ging bij ons iets stuk"),
        ("ui/offline.html", "Er is nu geen internet"),
    ],
)
def test_when_something_is_wrong_the_page_says_it_and_shows_a_way_on(show, template, words):
    with translation.override("nl"):
        page = show(template)

    assert words in page.words
    assert "button" in [one.get("class") for one in page.all("a")]
    assert page.all("a", href="tel:0123456789")


def test_a_refusal_says_why(show):
    page = show("403.html", exception="Only the connector may close this.")

    assert "Only the connector may close this." in page.words


def test_a_reason_is_never_markup(show):
    assert not show("403.html", exception="<form>").all("form", action="<form>")
    assert "&lt;form&gt;" in show("403.html", exception="<form>").html


def test_a_stranger_does_not_know_the_style_page_exists(request_for, settings):
    settings.DEBUG = False

    with pytest.raises(Http404):
        views.style(request_for("/stijl/"))


def test_while_building_everybody_sees_the_style_page(request_for, settings):
    settings.DEBUG = True

    assert b'class="cards"' in views.style(request_for("/stijl/")).content


def test_the_operator_sees_the_style_page(request_for, settings):
    settings.DEBUG = False
    request = request_for("/stijl/")
    request.account = type("Account", (), {"is_operator": True})()

    assert may_see_style(request)


def test_a_neighbour_with_an_account_does_not_see_the_style_page(request_for, settings):
    settings.DEBUG = False
    request = request_for("/stijl/")
    request.account = type("Account", (), {"is_operator": False})()

    assert not may_see_style(request)


def test_the_style_page_shows_every_component_of_the_readme(request_for, settings):
    settings.DEBUG = True

    html = views.style(request_for("/stijl/")).content.decode()

    for component in ("notice--error", "bubble--mine", "tiles", "week", "steps", "empty", "dialog"):
        assert component in html


def test_on_the_home_screen_the_place_has_its_own_name(request_for):
    request = request_for("/plein.webmanifest")
    request.community = type("Community", (), {"name": "Molenwijk"})()

    response = views.manifest(request)

    assert json.loads(response.content)["name"] == "Molenwijk"
    assert response["Content-Type"] == "application/manifest+json"


def test_without_a_place_the_home_screen_says_plein(request_for):
    assert json.loads(views.manifest(request_for("/")).content)["short_name"] == "Plein"


def test_the_offline_page_needs_nobody(request_for):
    assert views.offline(request_for("/offline/")).status_code == 200


def test_the_address_of_a_town_leads_to_its_letters(client, waterdrecht):
    response = client.post("/letters/", {"next": "/offline/"})

    assert response.status_code == 302
    assert 'data-letters="large"' in client.get("/offline/").content.decode()


def test_the_script_for_no_network_names_what_the_page_needs_and_nothing_else(client, waterdrecht):
    answer = client.get("/offline.js")
    kept = json.loads(answer.content.decode().split("const kept = ", 1)[1].split(";\n", 1)[0])

    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
    assert kept["page"] == "/offline/"
    assert any("components" in name for name in kept["files"])
    assert all(name.startswith(("/static/", "/kleuren.css")) for name in kept["files"])
    page = client.get("/offline/").content.decode()
    assert "<form" not in page
    assert waterdrecht.phone in page


def test_the_script_is_another_when_the_page_is_another():
    one, same, other = (
        worker(words).split(";\n", 1)[0] for words in ("Bel ons", "Bel ons", "Bel ons niet")
    )
    assert one == same != other
