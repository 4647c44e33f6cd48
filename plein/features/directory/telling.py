"""What who keeps a page is told about it: off the map, and on it again."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plein.features.directory.models import Claim, Entry
from plein.foundation.communities.models import Member
from plein.foundation.organisations.models import Editor
from plein.shared.notifications.actions import notify


def editors_of(entry: Entry) -> list[Member]:
    """Who keeps it, shown or not."""
    rows = Editor.objects.filter(town=entry.town_id, organisation=entry.organisation_id)
    return [row.member for row in rows.select_related("member__account")]


def off_the_map(entry: Entry, why: str) -> None:
    _tell(
        editors_of(entry),
        entry,
        "directory.hidden",
        subject=format_lazy(_("{name} is off the map for now"), name=entry.organisation.name),
        text=format_lazy(
            _("This is why: {why}. Is that not so? Then call us, and we look at it together."),
            why=why.rstrip(". "),
        ),
    )


def on_the_map_again(entry: Entry) -> None:
    _tell(
        editors_of(entry),
        entry,
        "directory.shown_again",
        subject=format_lazy(_("{name} is on the map again"), name=entry.organisation.name),
        text=_("Look whether everything is still right."),
    )


def joined(entry: Entry, member: Member, *, by: Member) -> None:
    """Somebody let them keep it by name: they hear it, and all others with whom."""
    name = entry.organisation.name
    _tell(
        [member],
        entry,
        "directory.editor_added",
        subject=format_lazy(_("You may keep the page of {name}"), name=name),
        text=format_lazy(
            _("{by} asked you. Do you not belong there? Then call us, and we take it back."),
            by=by.name,
        ),
    )
    _tell(
        [each for each in editors_of(entry) if each.pk not in (member.pk, by.pk)],
        entry,
        "directory.editor_joined",
        subject=format_lazy(_("Somebody joined you in keeping the page of {name}"), name=name),
        text=format_lazy(
            _("{by} let {member} from {place} keep it. Do you not know this person? Call us."),
            by=by.name,
            member=member.name,
            place=member.home.name,
        ),
    )


def let_in(entry: Entry) -> None:
    """It stands on the map now: for who keeps it, and for who asked to and still waits."""
    name = entry.organisation.name
    keepers = editors_of(entry)
    subject = format_lazy(_("{name} is on the map now"), name=name)
    _tell(
        keepers,
        entry,
        "directory.let_in",
        subject=subject,
        text=_("Look whether everything is right. What you change is live at once."),
    )
    known = {member.pk for member in keepers}
    waiting = Claim.objects.filter(town=entry.town_id, entry=entry, state=Claim.State.WAITING)
    _tell(
        [
            row.member
            for row in waiting.select_related("member__account")
            if row.member_id not in known
        ],
        entry,
        "directory.let_in",
        subject=subject,
        text=_("Neighbours find it from now on. Whether you keep its page, you hear apart."),
    )


def _tell(
    people: Iterable[Member], entry: Entry, key: str, *, subject: Promise, text: Promise
) -> None:
    """Each of them, every time it happens: it may go off the map twice."""
    once = f"{key}:{entry.pk.hex}:{timezone.now().timestamp()}"
    for member in people:
        notify(member, key=key, url=entry.get_absolute_url(), subject=subject, text=text, once=once)
