"""One template: a browser gets the page, htmx gets the part it asked for."""

import pytest
from django.template import TemplateDoesNotExist
from django_htmx.middleware import HtmxDetails

from plein.ui.render import render_page


@pytest.fixture
def htmx(request_for):
    def make(**headers):
        names = {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        request = request_for("/", HTTP_HX_REQUEST="true", **names)
        request.htmx = HtmxDetails(request)
        return request

    return make


@pytest.fixture(autouse=True)
def page_with_part(settings, tmp_path):
    """A page of two pieces, as an app would write it."""
    (tmp_path / "two.html").write_text(
        "<h1>all</h1>{% partialdef rows inline %}<ul>{{ words }}</ul>{% endpartialdef %}"
    )
    (engine,) = settings.TEMPLATES
    options = {
        **engine["OPTIONS"],
        "loaders": [
            (
                "template_partials.loader.Loader",
                [("django.template.loaders.filesystem.Loader", [str(tmp_path)])],
            )
        ],
    }
    settings.TEMPLATES = [{**engine, "OPTIONS": options}]


def test_a_browser_gets_the_whole_page(request_for):
    response = render_page(request_for(), "two.html", {"words": "hello"}, part="rows")

    assert response.content == b"<h1>all</h1><ul>hello</ul>"


def test_htmx_gets_only_the_part(htmx):
    response = render_page(htmx(), "two.html", {"words": "hello"}, part="rows")

    assert response.content == b"<ul>hello</ul>"


def test_htmx_without_a_part_gets_the_whole_page(htmx):
    assert b"<h1>" in render_page(htmx(), "two.html").content


def test_a_boosted_link_gets_the_whole_page(htmx):
    response = render_page(htmx(hx_boosted="true"), "two.html", part="rows")

    assert b"<h1>" in response.content


def test_going_back_in_history_gets_the_whole_page(htmx):
    request = htmx(hx_history_restore_request="true")

    assert b"<h1>" in render_page(request, "two.html", part="rows").content


def test_a_cache_keeps_page_and_part_apart(request_for):
    assert "HX-Request" in render_page(request_for(), "two.html", part="rows")["Vary"]


def test_a_form_with_mistakes_answers_422(htmx):
    assert render_page(htmx(), "two.html", part="rows", status=422).status_code == 422


def test_a_part_that_does_not_exist_is_an_error(htmx):
    with pytest.raises(TemplateDoesNotExist):
        render_page(htmx(), "two.html", part="no-such-part")
