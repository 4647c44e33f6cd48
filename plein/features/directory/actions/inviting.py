"""A round of personal invitations: look at your page, and keep it (MAP-5)."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from plein.features.directory import keys, letters
from plein.features.directory.actions.confirming import lines_of
from plein.features.directory.models import Campaign, Contact, Entry, Invitation
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.outbox.letters import Link


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
