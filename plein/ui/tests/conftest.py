"""Pages of the design system need no database: a request and a made-up town are enough."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.http import HttpRequest
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory

from plein.ui.site import Site
from plein.ui.style_page import style_site


class Page(HTMLParser):
    """A page as a list of tags, so a test can ask for what is really there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            found
            for name, found in self.tags
            if name == tag and all(found.get(key) == value for key, value in wanted.items())
        ]

    def one(self, tag: str, **attributes: str) -> dict[str, str | None]:
        (found,) = self.all(tag, **attributes)
        return found

    @property
    def ids(self) -> list[str]:
        return [found["id"] for _, found in self.tags if found.get("id")]

    @property
    def words(self) -> str:
        """What somebody reads, without the tags."""
        return " ".join(re.sub(r"<[^>]*>", " ", self.html).split())


@pytest.fixture
def request_for() -> Callable[..., HttpRequest]:
    def make(path: str = "/", *, post: dict[str, str] | None = None, **extra: Any) -> HttpRequest:
        cookies = extra.pop("cookies", {})
        factory = RequestFactory(**extra)
        request = factory.get(path) if post is None else factory.post(path, post)
        request.COOKIES.update(cookies)
        return request

    return make


@pytest.fixture
def town() -> Site:
    return style_site()


@pytest.fixture
def show(request_for: Callable[..., HttpRequest], town: Site) -> Callable[..., Page]:
    """`show("ui/base.html", form=form)`: the page as somebody in this town gets it."""

    def render(template: str, *, request: HttpRequest | None = None, **context: Any) -> Page:
        context = {"site": town, **context}
        return Page(render_to_string(template, context, request=request or request_for()))

    return render


@pytest.fixture
def write() -> Callable[..., Page]:
    """`write("{% pictogram name %}", name="dog")`: a line of template with our tags."""

    def render(source: str, **context: Any) -> Page:
        template = engines["django"].from_string("{% load ui %}" + source)
        return Page(template.render(context, context.get("request")))

    return render
