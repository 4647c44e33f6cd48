"""What stewards and visitors do to keep the map true."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from plein.features.directory import access, telling
from plein.features.directory.actions.writing import entry_of
from plein.features.directory.models import AdmissionRules, Claim, Entry, Remark
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.reach import usual as usual_reach
from plein.foundation.jobs import changed
from plein.foundation.organisations.actions import free_slug
from plein.foundation.organisations.models import Organisation
from plein.shared.notifications.actions import notify

MOST_REMARKS = 8
"""Open remarks on one entry; more tell a steward nothing new."""
WORDS_KEPT = timedelta(days=90)


class NoSteward(Exception):
    """Only for a vital entry, and only who may keep its page can look after it."""


class EnoughRemarks(Exception):
    """Others said it already; a steward is looking."""


@transaction.atomic
def remark(
    entry: Entry, *, what: str, words: str, by: Member | None, from_contact: bool = False
) -> Remark:
    """Somebody says that something is not right. The entry itself does not change."""
    open_ones = Remark.objects.filter(town=entry.town_id, entry=entry, handled_at=None)
    if open_ones.count() >= MOST_REMARKS:
        raise EnoughRemarks
    made = Remark.objects.create(
        town_id=entry.town_id,
        entry=entry,
        what=what,
        words=words,
        by=by,
        from_contact=from_contact,
    )
    record("directory.remark.made", on=entry.organisation, by=by, what=what)
    return made


@transaction.atomic
def handle_remarks(entry: Entry, *, by: Member) -> int:
    """A steward or editor looked at what visitors said."""
    open_ones = Remark.objects.filter(town=entry.town_id, entry=entry, handled_at=None)
    handled = open_ones.update(handled_at=timezone.now(), handled_by=by)
    if handled:
        record("directory.remarks.handled", on=entry.organisation, by=by, remarks=handled)
    return handled


@transaction.atomic
def not_reached(entry: Entry, *, by: Member, again_on: date | None = None) -> None:
    """Called, nobody answered: it stands on the list again in a few days."""
    entry.call_again_on = again_on or timezone.localdate() + timedelta(days=3)
    entry.save(update_fields=["call_again_on"])
    record("directory.entry.not_reached", on=entry.organisation, by=by)


@transaction.atomic
def hide(entry: Entry, *, why: str, by: Member) -> None:
    """Off the map, by a person with a reason; never by itself."""
    was_shown = entry.organisation.hidden_at is None
    _show(entry, hidden=True, why=why)
    record("directory.entry.hidden", on=entry.organisation, by=by)
    if was_shown:
        telling.off_the_map(entry, why)


@transaction.atomic
def show_again(entry: Entry, *, by: Member) -> None:
    was_hidden = entry.organisation.hidden_at is not None
    _show(entry, hidden=False, why="")
    record("directory.entry.shown", on=entry.organisation, by=by)
    if was_hidden:
        telling.on_the_map_again(entry)


def _show(entry: Entry, *, hidden: bool, why: str) -> None:
    entry.organisation.hidden_at = timezone.now() if hidden else None
    entry.organisation.save(update_fields=["hidden_at"])
    entry.hidden_why = why
    entry.save(update_fields=["hidden_why"])
    changed("organisations.organisation", entry.organisation_id)


@transaction.atomic
def appoint(entry: Entry, steward: Member, *, by: Member) -> None:
    """From now on this member looks after what people cannot do without. Raises `NoSteward`."""
    if not (entry.vital and access.keeps(steward, entry)):
        raise NoSteward
    Entry.objects.in_town(entry.town_id).filter(pk=entry.pk).update(steward=steward)
    record("directory.entry.appointed", on=entry.organisation, by=by, steward=steward.pk)
    changed("organisations.organisation", entry.organisation_id)
    if steward.pk != by.pk:
        notify(
            steward,
            key="directory.steward",
            url=reverse("directory:call", args=[entry.organisation.slug]),
            subject=gettext_lazy("Will you look after a place people cannot do without?"),
            text=gettext_lazy(
                "Four times a year you call whether its page is right. Your day start says when. "
                "Is it not for you? Then say so to who asked you."
            ),
            once=f"steward:{entry.pk}:{steward.pk}:{timezone.localdate()}",
        )


def look_after(key: UUID, by: Member) -> None:
    """One tap at the day start: I do it. What is no longer vital needs nobody."""
    entry = access.entry_with(by.home, key)
    if entry and entry.vital and access.keeps(by, entry):
        appoint(entry, by, by=by)


@transaction.atomic
def propose(community: Community, *, name: str, line: str, words: str, by: Member) -> Entry:
    """A member proposes an organisation. It is on the map once it is let in."""
    taken = Organisation.objects.filter(town=community.town_id)
    organisation = Organisation.objects.create(
        town_id=community.town_id,
        community=community,
        name=name,
        line=line,
        reach=usual_reach(community),
        slug=free_slug(name, set(taken.values_list("slug", flat=True))),
    )
    entry = entry_of(organisation)
    Claim.objects.create(
        town_id=entry.town_id, entry=entry, member=by, way=Claim.Way.STEWARD, words=words
    )
    record("directory.entry.proposed", on=organisation, by=by)
    changed("organisations.organisation", organisation.pk)
    return entry


@transaction.atomic
def admit(entry: Entry, *, by: Member) -> None:
    """Let in: from now on it stands on the map. Twice is once."""
    if entry.organisation.admitted_at:
        return
    entry.organisation.admitted_at = timezone.now()
    entry.organisation.save(update_fields=["admitted_at"])
    record("organisations.organisation.admitted", on=entry.organisation, by=by)
    changed("organisations.organisation", entry.organisation_id)
    telling.let_in(entry)


@transaction.atomic
def save_rules(town: Community, *, text: str, decides: str, rhythm: int, by: Member) -> None:
    """Who is let in, who decides, and how often we ask whether a page is right."""
    AdmissionRules.objects.update_or_create(
        town=town, defaults={"text": text, "decides": decides, "rhythm": rhythm}
    )
    Entry.objects.in_town(town.pk).exclude(rhythm=rhythm).update(rhythm=rhythm)
    record("directory.rules.saved", on=town, by=by, decides=decides, rhythm=rhythm)
    changed("directory.rules", town.pk)


def forget_old_words() -> None:
    """What visitors and claimers wrote, ninety days after it was handled."""
    old = timezone.now() - WORDS_KEPT
    Remark.objects.filter(handled_at__lt=old).exclude(words="", by=None).update(words="", by=None)
    Claim.objects.filter(decided_at__lt=old).exclude(words="", mail="").update(words="", mail="")
