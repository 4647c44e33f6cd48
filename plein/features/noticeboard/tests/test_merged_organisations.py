"""Two organisations that are one become one: what they placed goes along."""

from plein.features.noticeboard.tests.making import make_post
from plein.foundation.jobs.models import Change
from plein.foundation.organisations import actions


def test_what_a_double_placed_stands_there_for_the_one_that_stays(waterdrecht, mila, bram):
    kept, gone = (actions.admit(waterdrecht, name=name, by=mila) for name in ("Koor", "Het Koor"))
    actions.add_editor(gone, bram, by=mila)
    post = make_post(bram, kind="offer", organisation=gone)

    actions.merge(kept, gone, by=mila)

    post.refresh_from_db()
    assert post.organisation == kept
    assert post.byline == "Koor"
    assert Change.objects.filter(kind="noticeboard.post", about=str(post.pk)).exists()
