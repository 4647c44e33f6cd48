"""Every link to report something leads to a page: its kind is known to moderation."""

import re

from plein.shared.moderation.registry import reportables
from tests.architecture.house import shown, templates

KIND = re.compile(r"""{%-?\s*url\s+["']moderation:report["']\s+["']([^"']+)["']""")


def kinds_by_template() -> dict[str, list[str]]:
    """{"plein/…/talk.html": ["conversations.conversation"]}."""
    found = {shown(path): KIND.findall(path.read_text()) for path in templates()}
    return {name: kinds for name, kinds in found.items() if kinds}


def test_every_kind_that_a_page_lets_one_report_is_known():
    asked = kinds_by_template()

    assert len(asked) > 5
    unknown = {name: set(kinds) - set(reportables()) for name, kinds in asked.items()}
    assert not {name: kinds for name, kinds in unknown.items() if kinds}


def test_every_link_to_report_names_its_kind_in_the_template():
    """A kind in a variable could not be checked here."""
    tags = re.compile(r"""{%-?\s*url\s+["']moderation:report["']""")
    loose = [
        shown(path)
        for path in templates()
        if len(tags.findall(path.read_text())) != len(KIND.findall(path.read_text()))
    ]
    assert not loose
