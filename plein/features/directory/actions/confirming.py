"""Asking an organisation whether its page is right, and hearing it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.features.directory import hours, keys, letters, wording
from plein.features.directory.letters import CATEGORY
from plein.features.directory.models import AdmissionRules, Contact, Entry, Invitation, Remark
from plein.features.directory.sheet import sheet_of
from plein.features.directory.trust import QUARTERLY
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.jobs import changed, each
from plein.foundation.outbox.letters import Link
from plein.foundation.outbox.models import Message

ASK_AGAIN = timedelta(days=21)
"""Between two mails about the same check; the second goes to the second person as well."""
REST = timedelta(days=180)
MONTH = timedelta(days=30)
MAIL = "directory.ask:"
INVITATION = "directory.invite:"


@transaction.atomic
def confirm(entry: Entry, *, by: Member | None = None, as_steward: bool = False) -> None:
    """Somebody looked at all of it and says that it is right, today. What is vital has still to be
    checked by a steward when its organisation says so."""
    kind = Entry.ConfirmedAs.STEWARD if as_steward else Entry.ConfirmedAs.ORGANISATION
    entry.confirmed_at, entry.confirmed_as, entry.confirmed_by = timezone.now(), kind, by
    entry.asked_at, entry.asks = None, 0
    if as_steward:
        entry.checked_at = entry.confirmed_at
    if as_steward or not entry.vital:
        entry.call_again_on = None
    entry.save(
        update_fields=["confirmed_at", "confirmed_as", "confirmed_by", "checked_at", "asked_at"]
        + ["asks", "call_again_on"]
    )
    record("directory.entry.confirmed", on=entry.organisation, by=by, way=str(kind))
    changed("organisations.organisation", entry.organisation_id)


@transaction.atomic
def ask(entry: Entry, *, now: datetime | None = None) -> int:
    """Mail the function; a second time also the second person. How many mails went out."""
    now = now or timezone.now()
    contacts = [contact for contact in entry.contacts.all() if contact.can_be_mailed]
    contacts = contacts if entry.asks else contacts[:1]
    for contact in contacts:
        _post(entry, contact, now)
    if contacts:
        entry.asked_at, entry.asks = now, entry.asks + 1
        entry.save(update_fields=["asked_at", "asks"])
        record("directory.entry.asked", on=entry.organisation, by=None, mails=len(contacts))
    return len(contacts)


def ask_those_due(now: datetime | None = None, most: int = 300) -> int:
    """All that come to the end of their rhythm; twice, then somebody calls and mail rests."""
    now = now or timezone.now()
    can_be_mailed = Contact.objects.filter(
        town=OuterRef("town"), entry=OuterRef("pk"), bounced_at=None, stopped_at=None
    )
    waits = Q(asks=0) | Q(asks=1, asked_at__lt=now - ASK_AGAIN) | Q(asked_at__lt=now - REST)
    due = Entry.objects.shown().filter(Exists(can_be_mailed), waits, _end_of_rhythm(now))
    due = due.exclude(organisation__community__in=where_it_is_off())
    entries = list(due.complete().prefetch_related("contacts").order_by("pk")[:most])

    def asked(entry: Entry) -> int:
        return ask(entry, now=now)

    return each(asked, entries)


def where_it_is_off() -> list[UUID]:
    """Places without this house: a mail would lead to a page that is not there (SIMPLE-2)."""
    places = Community.objects.order_by("pk")
    return [at.pk for at in places if "directory" not in at.tree.site_of(at).modules]


def _end_of_rhythm(now: datetime) -> Q:
    """Never confirmed, or as long ago as its rhythm says."""
    found = Q(confirmed_at=None) | Q(confirmed_at__lt=now - QUARTERLY * MONTH) & ~Q(vital="")
    for rhythm in AdmissionRules.Rhythm.values:
        found |= Q(rhythm=rhythm, confirmed_at__lt=now - rhythm * MONTH)
    return found


def _post(entry: Entry, contact: Contact, now: datetime) -> None:
    place = _place(entry)
    site = place.tree.site_of(place).name
    words = _("On %(place)s neighbours read about you. Is this still right?") % {"place": site}
    letters.post(
        contact.mail,
        subject=_("Is this still right about %(name)s?") % {"name": entry.organisation.name},
        words=[words],
        lines=lines_of(entry),
        button=Link(_("Look and say yes"), keys.confirm_url(contact, place)),
        place=place,
        contact=contact,
        key=f"{MAIL}{contact.pk}:{now:%Y%m%d}",
    )


def lines_of(entry: Entry) -> list[str]:
    """What stands there now, short enough for a mail."""
    sheet = sheet_of(entry)
    lines = [sheet.line]
    for place in entry.locations.all():
        lines += [place.address, hours.said_week(place.hours), place.opening_words]
        lines += wording.closed_soon(place)
    lines += [sheet.phone, *(f"{what}: {number}" for what, number in sheet.phones)]
    lines += [*(str(fact.words) for fact in wording.desk_only(entry))]
    lines += [sheet.mail, sheet.website, ", ".join(each.name for each in sheet.services)]
    lines.append(wording.cost_words(sheet.cost, sheet.cost_words))
    lines.append(wording.referral_words(sheet.referral, sheet.referral_words))
    return [line for line in lines if line]


def _place(entry: Entry) -> Community:
    organisation = entry.organisation
    return organisation.community.tree.all[organisation.community_id]


@transaction.atomic
def hand_over(contact: Contact, *, to: str = "", function: str = "") -> Contact | None:
    """Not the secretary any more: the next one is asked from now on. None: nobody is left."""
    entry = contact.entry
    contact.stopped_at = timezone.now()
    contact.save(update_fields=["stopped_at"])
    record("directory.contact.stopped", on=entry.organisation, by=None)
    following = None
    if to and to.lower() != contact.mail.lower():
        following, _made = Contact.objects.update_or_create(
            town_id=entry.town_id,
            entry=entry,
            mail=to.lower(),
            defaults={
                "function": function or contact.function,
                "order": contact.order,
                "stopped_at": None,
                "bounced_at": None,
                "saved_at": timezone.now(),
                "consent_at": None,
            },
        )
    others = Contact.objects.filter(town=entry.town_id, entry=entry, stopped_at=None)
    following = following or others.filter(bounced_at=None).order_by("order", "id").first()
    if following:
        _post(entry, following, timezone.now())
    else:
        Remark.objects.create(
            town_id=entry.town_id, entry=entry, what=Remark.What.OTHER, from_contact=True
        )
    changed("organisations.organisation", entry.organisation_id)
    return following


@transaction.atomic
def save_contacts(
    entry: Entry, wanted: Sequence[tuple[str, str, bool]], *, by: Member
) -> list[Contact]:
    """(function, mail, a person said yes to this address), the function first, then the second."""
    mails = [mail.lower() for _function, mail, _yes in wanted]
    Contact.objects.filter(town=entry.town_id, entry=entry).exclude(mail__in=mails).delete()
    saved = []
    for order, (function, mail, yes) in enumerate(wanted):
        known = Contact.objects.filter(town=entry.town_id, entry=entry, mail=mail.lower()).first()
        contact = known or Contact(town_id=entry.town_id, entry=entry, mail=mail.lower())
        contact.function, contact.order = function, order
        contact.bounced_at = contact.stopped_at = None
        contact.saved_at = timezone.now()
        if yes and contact.consent_at is None:
            contact.consent_at, contact.consent_by = timezone.now(), by
        contact.save()
        saved.append(contact)
    record("directory.contact.saved", on=entry.organisation, by=by, contacts=len(saved))
    return saved


@transaction.atomic
def note_bounces() -> int:
    """Mails of ours that came back: that address is not asked again, somebody calls instead. Who
    saved an address anew knows that it works: only what was mailed since then counts."""
    mails = Message.objects.refused().filter(category=CATEGORY)
    mails = mails.filter(Q(key__startswith=MAIL) | Q(key__startswith=INVITATION))
    rows = mails.order_by("-made_at").values_list("key", "town_id", "made_at")[:1000]
    noted = 0
    for key, town_id, mailed_at in rows:
        contacts = Contact.objects.filter(
            Q(saved_at=None) | Q(saved_at__lt=mailed_at), town=town_id, bounced_at=None
        )
        row = UUID(key.split(":")[1])
        invited = Invitation.objects.filter(town=town_id, pk=row).values("contact")
        contact = contacts.filter(Q(pk=row) if key.startswith(MAIL) else Q(pk__in=invited))
        noted += contact.update(bounced_at=timezone.now())
    return noted
