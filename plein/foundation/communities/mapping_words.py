"""What became of a file for the map, in sentences."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plein.foundation.communities import tree
from plein.foundation.communities.actions.mapping import Linked, Placed
from plein.foundation.communities.models import Community
from plein.foundation.communities.whereabouts import Whereabouts
from plein.foundation.places.reading_postcodes import PostcodeFile

MOST = 20


def about_outlines(town: Community, linked: Linked, problems: Sequence[str]) -> Iterator[str]:
    drawn, same = len(linked.drawn), len(linked.same)
    yield ngettext("%(n)d outline is new.", "%(n)d outlines are new.", drawn) % {"n": drawn}
    if same:
        words = ngettext(
            "%(n)d outline was there already.", "%(n)d outlines were there already.", same
        )
        yield words % {"n": same}
    if linked.unknown:
        words = _("No part of %(town)s has this name: %(names)s.")
        yield words % {"town": town.name, "names": _listed(linked.unknown)}
        yield _("Add it at Settings, Parts of the place. Then load the file once more.")
    if linked.twice:
        yield _("More than one outline has this name: %(names)s.") % {
            "names": _listed(linked.twice)
        }
    if linked.without:
        yield _("Still without an outline: %(names)s.") % {"names": _listed(linked.without)}
    yield from _told(problems)


def about_postcodes(town: Community, noted: Placed, file: PostcodeFile) -> Iterator[str]:
    counts = {"new": noted.new, "changed": noted.changed, "same": noted.same}
    yield _("Postcodes: %(new)d new, %(changed)d changed, %(same)d the same.") % counts
    if noted.elsewhere:
        words = ngettext(
            "%(n)d postcode does not lie in %(town)s.",
            "%(n)d postcodes do not lie in %(town)s.",
            noted.elsewhere,
        )
        yield words % {"n": noted.elsewhere, "town": town.name}
    where = Whereabouts(tree.of(town.pk))
    names = sorted({row.wijk for row in file.rows if row.wijk and not where.called(row.wijk)})
    if names:
        words = _("No part of %(town)s has this name: %(names)s.")
        yield words % {"town": town.name, "names": _listed(names)}
    yield from _told(file.problems)


def _listed(names: Sequence[str]) -> str:
    more = [_("%(n)d more") % {"n": len(names) - MOST}] if len(names) > MOST else []
    return ", ".join([*names[:MOST], *more])


def _told(problems: Sequence[str]) -> Iterator[str]:
    """The first ones; a wrong column is wrong in all rows."""
    yield from problems[:MOST]
    if len(problems) > MOST:
        yield _("And %(n)d more.") % {"n": len(problems) - MOST}
