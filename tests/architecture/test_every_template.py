"""Each page template is looked at: some address or state shows it, or it says why none does."""

import pytest

from tests.architecture.shown_pages import (
    NOBODY,
    UNSEEN,
    page_templates,
    state_views,
    states,
    template_of,
    views,
)
from tests.architecture.test_fences import cast

__all__ = ["cast"]

PEOPLE = (NOBODY, "noor", "professional", "fatima", "mila", "screen", "at the screen")


def test_each_state_shows_what_it_says(cast, as_member):
    made_for = {view.template: _shown(view) for view in state_views(cast, as_member)}

    assert len(made_for) > 40
    assert not {one: shown for one, shown in made_for.items() if one != shown}


def _shown(view) -> str:
    """The name of the page that came, or why none did: all of them are told at once."""
    try:
        with view.opened() as (_browser, answer):
            return template_of(answer) or str(answer.status_code)
    except Exception as wrong:
        return repr(wrong)


@pytest.mark.slow
def test_each_page_is_shown_by_an_address_or_a_state(cast, as_member):
    """Else: add a state to the tests/states.py of its app."""
    shown = set(states())
    for view in views(cast, as_member, PEOPLE):
        with view.opened() as (_browser, answer):
            shown.add(template_of(answer))

    assert page_templates() - shown - set(UNSEEN) == set()
    assert set(UNSEEN) & shown == set(), "These are shown: they need no reason any more."


def test_what_is_unseen_is_there():
    assert set(UNSEEN) <= page_templates()
