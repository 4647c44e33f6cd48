"""Each template of a page once, as it comes when every address is opened by all sorts of people."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace

from django.test import Client

from tests.architecture.forms_of_pages import addresses, wizard_steps
from tests.architecture.house import PLEIN

PEOPLE = ("nobody", "nadia", "noor", "bram", "fatima", "mila")


@dataclass(frozen=True)
class Seen:
    """One page as somebody saw it: where, as whom, and what came."""

    template: str
    url: str
    who: str
    html: bytes


def every_template(cast: SimpleNamespace, as_member) -> list[Seen]:
    """The first page with each template."""
    found: dict[str, Seen] = {}
    for url in [*addresses(cast), *wizard_steps(cast)]:
        for who in PEOPLE:
            client = as_member(None if who == "nobody" else getattr(cast, who))
            client.raise_request_exception = False
            for seen in _seen(client, url, who):
                found.setdefault(seen.template, seen)
    return list(found.values())


def _seen(client: Client, url: str, who: str) -> Iterator[Seen]:
    answer = client.get(url)
    if answer.get("Content-Type", "").startswith("text/html") and answer.templates:
        yield Seen(answer.templates[0].name, url, who, answer.content)


def page_templates() -> set[str]:
    """Names of all templates that are a whole page, and not only the frame of others."""
    names = {}
    for path in PLEIN.rglob("templates/**/*.html"):
        text = path.read_text(encoding="utf-8")
        if "{% extends" in text or "<html" in text:
            names[str(path).split("/templates/", 1)[1]] = text
    frames = {name for name in names for text in names.values() if f'extends "{name}"' in text}
    return set(names) - frames
