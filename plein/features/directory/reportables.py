"""What can be reported of the map: an entry that does not belong there at all."""

from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.directory import access
from plein.features.directory.models import Entry
from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Editor
from plein.lib.reportable import Reportable


def find_entry(member: Member | None, community: Community, key: UUID) -> Entry | None:
    entry = access.entry_with(community, key)
    try:
        return access.visible_entry(member, community, entry.organisation.slug) if entry else None
    except Http404:
        return None


def entry_label(entry: Entry) -> str:
    return _("the page of %(name)s") % {"name": entry.organisation.name}


def entry_url(entry: Entry) -> str:
    return entry.get_absolute_url()


def people_of(entry: Entry) -> list[UUID]:
    """Who speaks for it has no say in whether it belongs here."""
    editors = Editor.objects.filter(town=entry.town_id, organisation=entry.organisation_id)
    return list(editors.values_list("member_id", flat=True))


REPORTABLES = {
    "directory.entry": Reportable(
        find=find_entry,
        label=entry_label,
        name=gettext_lazy("a page of an organisation"),
        url=entry_url,
        people=people_of,
        staff_may_open=True,
    )
}
