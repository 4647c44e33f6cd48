"""A round of personal invitations: look at your page, and keep it (MAP-5)."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from plein.features.directory import keys, letters
from plein.features.directory.actions.confirming import lines_of, where_it_is_off
from plein.features.directory.models import (
    Campaign,
    Contact,
    Entry,
    EntryQuerySet,
    Invitation,
)
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Editor
from plein.foundation.outbox.letters import Link

MOST = 1000
"""In one round; who is left stands in the next."""


def to_invite(town: Community) -> EntryQuerySet:
    """With an address, kept by nobody yet, and not invited before; where the map is on."""
    here = {"town": OuterRef("town"), "entry": OuterRef("pk")}
    reachable = Contact.objects.filter(**here, bounced_at=None, stopped_at=None)
    invited = Invitation.objects.filter(**here)
    editors = Editor.objects.filter(town=OuterRef("town"), organisation=OuterRef("organisation_id"))
    shown = Entry.objects.in_town(town.pk).shown()
    shown = shown.exclude(organisation__community__in=where_it_is_off())
    return shown.filter(Exists(reachable), ~Exists(invited), ~Exists(editors))


@transaction.atomic
def begin_round(town: Community, *, name: str, words: str, form_key: str, by: Member) -> str:
    """Invite all who wait for it; gives the page of the round. Hundreds of mails take seconds: who
    taps again meanwhile is led to the same round, and another manager finds nobody left (empty)."""
    Community.objects.select_for_update(of=("self",)).get(pk=town.pk)
    if not jobs.first_time(form_key):
        return jobs.remembered(form_key)
    entries = list(to_invite(town).complete().prefetch_related("contacts").order_by("pk")[:MOST])
    if not entries:
        return ""
    campaign = invite(town, entries, name=name, words=words, by=by)
    url = reverse("directory:campaign", args=[campaign.pk])
    jobs.remember(form_key, url)
    return url


@transaction.atomic
def invite(
    town: Community, entries: Sequence[Entry], *, name: str, words: str, by: Member
) -> Campaign:
    """One mail to each organisation that has an address to be asked at."""
    campaign = Campaign.objects.create(town=town, name=name, words=words, by=by)
    sent = 0
    for entry in entries:
        contact = next((c for c in entry.contacts.all() if c.can_be_mailed), None)
        if contact:
            _send(campaign, entry, contact)
            sent += 1
    record("directory.campaign.sent", on=campaign, by=by, invitations=sent)
    return campaign


def _send(campaign: Campaign, entry: Entry, contact: Contact) -> None:
    invitation, new = Invitation.objects.get_or_create(
        town_id=campaign.town_id, campaign=campaign, entry=entry, defaults={"contact": contact}
    )
    if not new:
        return
    place = entry.organisation.community
    place = place.tree.all[place.pk]
    letters.post(
        contact.mail,
        subject=_("The page of %(name)s is ready") % {"name": entry.organisation.name},
        words=[campaign.words, _("This stands there now:")],
        lines=lines_of(entry),
        button=Link(_("Look at your page"), keys.invite_url(invitation, place)),
        place=place,
        contact=contact,
        key=f"directory.invite:{invitation.pk}",
    )
