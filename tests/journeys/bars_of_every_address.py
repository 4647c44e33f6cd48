"""Axe and the Nu checker over each template of a page, for `script/bench pages`.

The suite looks at one page of each kind in a filled town; here every address is opened by all sorts
of people, and each template is looked at once. What no address shows by itself (a page after a form
was sent, a screen of a matchpoint, a caseload) is printed: most of it stands in `pages_of_blocks`.
"""

import json
import subprocess

import pytest
from playwright.sync_api import Browser

from tests.architecture.test_fences import cast
from tests.journeys.every_address import every_template, page_templates
from tests.journeys.test_bars import VNU, axe, sideways

__all__ = ["cast"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_template_is_right_and_for_everybody(
    cast, as_member, browser: Browser, hosts, tmp_path
):
    seen = every_template(cast, as_member)
    print(f"{len(seen)} templates; not shown by any address alone:")
    print(*sorted(page_templates() - {one.template for one in seen}), sep="\n")

    wrong = _nu(seen, tmp_path) + _in_a_browser(seen, browser, hosts("localhost"))

    assert len(seen) > 180
    assert not wrong, "\n".join(wrong)


def _nu(seen, folder) -> list[str]:
    whole = [one for one in seen if b"<html" in one.html]
    for number, one in enumerate(whole):
        (folder / f"{number}.html").write_bytes(one.html)
    files = [str(folder / f"{number}.html") for number in range(len(whole))]
    words = ["java", "-jar", str(VNU), "--format", "json", "--errors-only", *files]
    checked = subprocess.run(words, capture_output=True, text=True, check=False)
    return [
        f"{whole[int(error['url'].rsplit('/', 1)[1].removesuffix('.html'))].template}:"
        f" {error['message']} {error.get('extract', '')}"
        for error in json.loads(checked.stderr)["messages"]
    ]


def _in_a_browser(seen, browser: Browser, url: str) -> list[str]:
    """The page as it was, dressed by the site that runs; nothing on it is pressed."""
    context = browser.new_context(viewport={"width": 320, "height": 844}, bypass_csp=True)
    page, wrong = context.new_page(), []
    page.goto(f"{url}/inloggen/")
    for one in seen:
        if b"<html" in one.html:
            page.set_content(one.html.decode(), wait_until="load")
            wrong += [f"{one.template} {one.url} {one.who}: {each}" for each in axe(page)]
            wrong += [f"{one.template} {one.url} sideways: {each}" for each in sideways(page)]
    context.close()
    return wrong
