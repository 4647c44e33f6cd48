"""Each state shows the page it says. That no page is left out, `script/bench pages` says: it opens
every address, which takes minutes."""

import pytest

from tests.architecture.shown_pages import UNSEEN, page_templates, state_views, template_of
from tests.architecture.test_fences import cast

__all__ = ["cast"]


@pytest.mark.once
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


def test_what_is_unseen_is_there():
    assert set(UNSEEN) <= page_templates()
