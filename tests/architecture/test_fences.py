"""Every address, opened by somebody from another town: nothing of this town may show.

An address with something in it (`/prikbord/<slug>-<code>/`) is made by the app itself, in its
`tests/fence.py`, with a real object of Waterdrecht:

    FENCE = {"noticeboard:post": lambda cast: {"code": make_ask(cast.noor).code}}

What holds nothing of a town (a style page, a link that proves who you are) is named with a reason:

    OPEN = {"accounts:by-link": "the link itself is the key"}
"""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.architecture.house import our_apps, room

CAST = ["waterdrecht", "molenwijk", "centrum", "elders"]
CAST += ["noor", "bram", "nadia", "fatima", "mila", "joost"]
ELDERS = "elders.testserver"
NOT_OURS = {"admin"}  # for the operator, on a host of its own


def pages(resolver=None, space: str = "", parts=()) -> Iterator[tuple[str, bool]]:
    """(name, does it need something) of every page."""
    for pattern in (resolver or get_resolver()).url_patterns:
        needs = (*parts, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver) and pattern.namespace not in NOT_OURS:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from pages(pattern, inner, needs)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", bool(needs)


def gathered(name: str) -> dict:
    found = {}
    for config in our_apps():
        if fence := room(f"{config.name}.tests", "fence"):
            found.update(getattr(fence, name, {}))
    return found


FENCE, OPEN = gathered("FENCE"), gathered("OPEN")
WITH_SOMETHING = sorted({name for name, needs in pages() if needs})
WITHOUT = sorted({name for name, needs in pages() if not needs} - set(OPEN))


@pytest.fixture
def cast(request, db) -> SimpleNamespace:
    return SimpleNamespace(**{name: request.getfixturevalue(name) for name in CAST})


@pytest.fixture
def stranger(cast, as_member):
    client = as_member(cast.joost, host=ELDERS)
    client.raise_request_exception = True
    return client


def test_every_address_of_a_thing_is_fenced_or_open_with_a_reason():
    """Else: add it to the tests/fence.py of its app."""
    assert not [name for name in WITH_SOMETHING if name not in FENCE and not OPEN.get(name)]


@pytest.mark.once
def test_a_thing_of_another_town_does_not_exist(cast, stranger):
    urls = {name: reverse(name, kwargs=make(cast)) for name, make in sorted(FENCE.items())}

    seen = {
        name: answers
        for name, url in urls.items()
        if (answers := {stranger.get(url).status_code, stranger.post(url, {}).status_code})
        - {404, 405}
    }

    assert len(urls) > 150
    assert not seen


@pytest.mark.once
def test_a_page_of_a_town_shows_nothing_of_another(cast, stranger):
    """One town with something of everything in it, and every page without a thing of its own."""
    made = [make(cast) for make in dict.fromkeys(FENCE.values())]  # in one order, always
    secrets = {str(value) for kwargs in made for value in kwargs.values() if len(str(value)) > 4}
    secrets |= {cast.noor.name, cast.bram.name, str(cast.noor.pk)}

    shown = {name: _seen(stranger, name, secrets) for name in WITHOUT}

    assert len(WITHOUT) > 100
    assert not {name: seen for name, seen in shown.items() if seen}


def _seen(stranger, name: str, secrets: set[str]) -> set[str]:
    response = stranger.get(reverse(name), follow=True)
    text = b"".join(response) if response.streaming else response.content
    wrong = {f"answers {response.status_code}"} if response.status_code >= 500 else set()
    return wrong | {secret for secret in secrets if secret.encode() in text}


def test_no_fence_stands_around_nothing():
    names = {name for name, _needs in pages()}

    assert set(FENCE) | set(OPEN) <= names
