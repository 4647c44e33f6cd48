"""Bigger letters, more contrast, another language: one tap, kept, and undone by one tap."""

import pytest
from django.conf import settings

from plein.ui import views
from plein.ui.settings_of_reader import reader_setting_changed, reader_settings


def test_bigger_letters_are_kept_in_this_browser(request_for):
    response = views.letters(request_for("/letters/", post={"next": "/prikbord/"}))

    assert response.status_code == 302
    assert response.url == "/prikbord/"
    assert response.cookies["plein_letters"].value == "large"


def test_more_contrast_is_kept_in_this_browser(request_for):
    response = views.contrast(request_for("/contrast/", post={}))

    assert response.cookies["plein_contrast"].value == "more"


def test_the_same_button_brings_the_usual_letters_back(request_for):
    request = request_for("/letters/", post={}, cookies={"plein_letters": "large"})

    cookie = views.letters(request).cookies["plein_letters"]

    assert cookie.value == ""
    assert cookie["max-age"] == 0


def test_the_cookie_cannot_be_read_by_scripts(request_for):
    cookie = views.letters(request_for("/letters/", post={})).cookies["plein_letters"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_the_page_wears_what_was_chosen(show, request_for):
    request = request_for(cookies={"plein_letters": "large", "plein_contrast": "more"})

    html = show("ui/base.html", request=request).one("html")

    assert (html["data-letters"], html["data-contrast"]) == ("large", "more")


def test_without_a_choice_the_page_wears_nothing(show):
    html = show("ui/base.html").one("html")

    assert "data-letters" not in html
    assert "data-contrast" not in html


def test_the_buttons_tell_whether_they_are_on(show, request_for):
    pressed = show("ui/base.html", request=request_for(cookies={"plein_letters": "large"}))

    states = [one.get("aria-pressed") for one in pressed.all("button") if "aria-pressed" in one]

    assert states == ["false", "true", "false"]  # read aloud, letters, contrast


def test_a_cookie_with_nonsense_is_no_choice(request_for):
    request = request_for(cookies={"plein_letters": '"><script>', "plein_contrast": "less"})

    assert reader_settings(request).letters == ""
    assert reader_settings(request).contrast == ""


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "prikbord", ""]
)
def test_afterwards_nobody_is_sent_to_another_site(request_for, elsewhere):
    response = views.letters(request_for("/letters/", post={"next": elsewhere}))

    assert response.url == "/"


@pytest.mark.parametrize("view", [views.letters, views.contrast, views.language])
def test_a_link_cannot_change_how_somebody_reads(request_for, view):
    assert view(request_for("/")).status_code == 405


def test_another_language_is_kept(request_for):
    response = views.language(request_for("/taal/", post={"language": "en", "next": "/"}))

    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"


def test_a_language_we_do_not_speak_changes_nothing(request_for):
    response = views.language(request_for("/taal/", post={"language": "xx", "next": "/agenda/"}))

    assert response.url == "/agenda/"
    assert not response.cookies


def test_a_profile_can_hear_what_somebody_chose(request_for):
    heard = []

    def listen(sender, request, name, value, **kwargs):
        heard.append((name, value))

    reader_setting_changed.connect(listen)
    try:
        views.letters(request_for("/letters/", post={}))
        views.language(request_for("/taal/", post={"language": "en"}))
    finally:
        reader_setting_changed.disconnect(listen)

    assert heard == [("letters", "large"), ("language", "en")]
