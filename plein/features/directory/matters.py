"""What waits for a steward: whom to call, what visitors say, and who wants to keep a page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.directory import actions, queries, trust, vital
from plein.features.directory.models import AdmissionRules, Claim, Entry, Remark
from plein.foundation.organisations.models import Editor
from plein.lib.matter import Layer, Matter, MatterSource

MOST = 25
"""Of whom to call; the phone list has them all. A list of six hundred helps nobody."""
Decides = AdmissionRules.Decides
PROPOSED = {
    Decides.STEWARD: "directory.proposed",
    Decides.MANAGER: "directory.proposed_to_manager",
}
"""Two kinds, for a kind has one right."""


def to_call(town_id: UUID) -> Iterator[Matter]:
    """Vital ones first, then who was checked longest ago."""
    entries = queries.due_today(queries.to_call(Entry.objects.in_town(town_id)))
    for entry in entries.exclude(queries.doubted_ones()).complete()[:MOST]:
        matter = _matter("directory.call", entry, _words(entry), _since(entry))
        yield replace(matter, layer=Layer.WEEK) if entry.vital else matter


def _words(entry: Entry) -> str:
    name = entry.organisation.name
    if getattr(entry, "came_back", False):
        return _("Our mail to %(name)s came back. Call them.") % {"name": name}
    if getattr(entry, "nobody_left", False):
        return _("Nobody is left to mail at %(name)s. Call them.") % {"name": name}
    return _("Call %(name)s: is it still right?") % {"name": name}


def _since(entry: Entry) -> datetime:
    """From when on it was not sure any more."""
    if entry.sure_since is None:
        return entry.made_at
    months = trust.QUARTERLY if entry.vital else entry.rhythm + trust.GRACE
    return trust.months_before(entry.sure_since, -months)


def doubted(town_id: UUID) -> Iterator[Matter]:
    """Entries of which visitors say that something is not right."""
    remarks = Remark.objects.filter(town=town_id, handled_at=None)
    since = dict(remarks.order_by().values_list("entry").annotate(Min("made_at")))
    entries = Entry.objects.in_town(town_id).filter(pk__in=list(since))
    for entry in entries.shown().complete().order_by("pk"):
        words = _("A visitor says: something is not right at %(name)s.")
        yield _matter(
            "directory.doubted", entry, words % {"name": entry.organisation.name}, since[entry.pk]
        )


def _matter(kind: str, entry: Entry, words: str, since: datetime) -> Matter:
    organisation = entry.organisation
    return Matter(
        kind=kind,
        about=entry.pk,
        community=entry.stands_in,
        area=entry.stands_in,
        theme=next((row.theme.key for row in entry.themes.all()), ""),
        words=words,
        url=reverse("directory:call", args=[organisation.slug]),
        hurts_from=min(since, timezone.now()),
    )


def without_steward(town_id: UUID) -> Iterator[Matter]:
    """Food, crisis, doctor and shelter that nobody looks after."""
    for entry in vital.without_steward(town_id):
        words = _("Nobody looks after %(name)s yet") % {"name": entry.organisation.name}
        matter = _matter("directory.no_steward", entry, words, entry.made_at)
        yield replace(matter, url=reverse("directory:steward", args=[entry.organisation.slug]))


def claims(town_id: UUID) -> Iterator[Matter]:
    """Requests to keep a page; nobody decides about their own."""
    waiting = Claim.objects.filter(town=town_id, state=Claim.State.WAITING)
    asked = waiting.exclude(way=Claim.Way.MAIL).exclude(
        way=Claim.Way.LETTER, printed_at__isnull=False
    )
    for claim in asked.select_related("entry__organisation").order_by("id"):
        organisation = claim.entry.organisation
        editors = Editor.objects.filter(town=town_id, organisation=organisation)
        letter = claim.way == Claim.Way.LETTER
        words = _("Post a letter to %(name)s.") if letter else _("Who may keep %(name)s?")
        yield Matter(
            kind="directory.claim",
            about=claim.pk,
            community=claim.entry.stands_in,
            area=claim.entry.stands_in,
            words=words % {"name": organisation.name},
            url=reverse("directory:desk"),
            hurts_from=claim.made_at,
            hidden_from=frozenset({claim.member_id, *editors.values_list("member_id", flat=True)}),
        )


def proposed(town_id: UUID, decides: Decides) -> Iterator[Matter]:
    """Not on the map yet, for who decides about it by the rules of the town."""
    rules = AdmissionRules.objects.filter(town=town_id).first() or AdmissionRules()
    if rules.decides != decides:
        return
    waiting = Entry.objects.in_town(town_id).filter(
        organisation__admitted_at=None,
        organisation__hidden_at=None,
        organisation__merged_into=None,
    )
    for entry in waiting.complete().order_by("pk"):
        words = _("May %(name)s come on the map?") % {"name": entry.organisation.name}
        matter = _matter(PROPOSED[decides], entry, words, entry.made_at)
        yield replace(matter, url=entry.get_absolute_url())


def _proposed(decides: Decides, right: str) -> MatterSource:
    return MatterSource(
        kind=PROPOSED[decides],
        title=gettext_lazy("Organisations that want to be on the map"),
        all=partial(proposed, decides=decides),
        module="directory",
        right=right,
        pictogram="buildings",
        minutes=4,
        changes=("organisations.organisation", "directory.rules"),
    )


MATTERS = [
    _proposed(Decides.STEWARD, "directory.keep"),
    _proposed(Decides.MANAGER, "directory.arrange"),
    MatterSource(
        kind="directory.no_steward",
        title=gettext_lazy("What people cannot do without: who looks after it?"),
        all=without_steward,
        module="directory",
        right="directory.keep",
        pictogram="lifebuoy",
        urgency=20,
        minutes=2,
        changes=("organisations.organisation", "communities.member"),
        act_label=gettext_lazy("Choose who does it"),
        done=actions.look_after,
        done_label=gettext_lazy("I look after it"),
    ),
    MatterSource(
        kind="directory.doubted",
        title=gettext_lazy("Visitors say that something is not right"),
        all=doubted,
        module="directory",
        right="directory.keep",
        pictogram="flag",
        minutes=6,
        changes=("organisations.organisation",),
    ),
    MatterSource(
        kind="directory.claim",
        title=gettext_lazy("Who wants to keep the page of an organisation"),
        all=claims,
        module="directory",
        right="directory.keep",
        pictogram="buildings",
        minutes=6,
        changes=("organisations.organisation",),
    ),
    MatterSource(
        kind="directory.call",
        title=gettext_lazy("Organisations to call: is it still right?"),
        all=to_call,
        module="directory",
        right="directory.keep",
        pictogram="phone",
        layer=Layer.MAY_REST,
        minutes=4,
        changes=("organisations.organisation",),
        act_label=gettext_lazy("Call"),
    ),
]
