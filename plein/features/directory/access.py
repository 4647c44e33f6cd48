"""Who may see and keep what stands on the map; views get entries here and nowhere else."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from plein.features.directory.models import (
    AdmissionRules,
    Claim,
    Entry,
    EntryQuerySet,
    Version,
)
from plein.features.directory.models.photos import SEVERAL
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import RIGHTS, held_by, may
from plein.foundation.organisations.access import (
    editor_of,
    is_coordinator,
    may_speak_for,
    may_trust,
)
from plein.foundation.organisations.models import Organisation

KEEP, ARRANGE, DESK = "directory.keep", "directory.arrange", "directory.desk"


def _found(community: Community, slug: str) -> Entry:
    """Any entry of this town, also one that is hidden or not admitted; `in_reach` says whether
    this site may show it."""
    entries = Entry.objects.in_town(community.town_id).filter(organisation__slug=slug)
    entry = entries.complete().with_reach(community).first()
    if entry is None:
        raise Http404
    return entry


def visible_entry(member: Member | None, community: Community, slug: str) -> Entry:
    """On this site's map; or one that this member keeps, shown or not. Of a double no page is
    left: see `merged_into`."""
    entry = _found(community, slug)
    if entry.organisation.merged_into_id:
        raise Http404
    if entry.in_reach and entry.organisation.is_on_the_map:
        return entry
    here = standing(member, entry)
    if here.edits or here.belongs:
        return entry
    raise Http404


@dataclass(frozen=True)
class Standing:
    """What somebody may do with one entry."""

    keeps: bool = False
    """A steward: a connector or manager of the place where it stands."""
    belongs: bool = False
    """Keeps its page, also while it is off the map or not on it yet: they read why."""
    edits: bool = False
    """Those who speak for it, and stewards."""
    lets_others: bool = False
    """Says who speaks for it."""
    sees_desk: bool = False
    """Numbers and notes for professionals."""


def standing(member: Member | None, entry: Entry) -> Standing:
    """One question, however much is asked of it."""
    if member is None or member.town_id != entry.town_id:
        return Standing()
    organisation, kept = entry.organisation, keeps(member, entry)
    mine = editor_of(member, organisation)
    # It is written before it is on the map: then who lets it in sees what neighbours will read.
    waits = organisation.admitted_at is None and organisation.hidden_at is None
    edits = kept or (mine is not None and (organisation.is_on_the_map or waits))
    return Standing(
        keeps=kept,
        belongs=mine is not None,
        edits=edits,
        lets_others=edits and (is_coordinator(mine) or may_trust(member, organisation)),
        sees_desk=edits or any(may(member, DESK, place) for place in _places(entry)),
    )


def belongs(member: Member | None, entry: Entry) -> bool:
    return standing(member, entry).belongs


def lets_in(member: Member | None, entry: Entry) -> bool:
    """Decides whether a proposed one comes on the map: the rules of the town say who."""
    rules = AdmissionRules.objects.filter(town=entry.town_id).first() or AdmissionRules()
    by_manager = rules.decides == AdmissionRules.Decides.MANAGER
    return any(may(member, ARRANGE if by_manager else KEEP, place) for place in _places(entry))


def proposed_entry(member: Member, community: Community, key: UUID) -> Entry:
    """What this member proposed or asked to keep."""
    entry = entry_with(community, key)
    asked = Claim.objects.filter(town=community.town_id, member=member, entry=entry)
    if entry is None or not asked.exists():
        raise Http404
    return entry


def merged_into(community: Community, slug: str) -> Organisation | None:
    """Where to go from the address of a double."""
    found = Organisation.objects.filter(town=community.town_id, slug=slug)
    row = found.exclude(merged_into=None).select_related("merged_into").first()
    return row.merged_into if row else None


def keeps(member: Member | None, entry: Entry) -> bool:
    """A steward: a connector or manager of the place where it stands."""
    return any(may(member, KEEP, place) for place in _places(entry))


def may_edit(member: Member | None, entry: Entry) -> bool:
    return standing(member, entry).edits


def speaks_for(member: Member | None, entry: Entry) -> bool:
    return may_speak_for(member, entry.organisation)


def checks(member: Member | None, entry: Entry) -> bool:
    """A steward who is not the organisation itself."""
    return keeps(member, entry) and not speaks_for(member, entry)


def _places(entry: Entry) -> list[Community]:
    """Where it was let in, and the wijk of its address."""
    organisation = entry.organisation
    parts = organisation.community.tree.all
    keys = dict.fromkeys((organisation.community_id, entry.stands_in))
    return [parts[key] for key in keys]


def editable_entry(member: Member, community: Community, slug: str) -> Entry:
    entry = visible_entry(member, community, slug)
    if not may_edit(member, entry):
        raise PermissionDenied(
            _("Only people who speak for this organisation can change this page.")
        )
    return entry


def kept_entry(member: Member, community: Community, slug: str) -> Entry:
    """For a steward; for others the page does not exist."""
    entry = _found(community, slug)
    if not keeps(member, entry):
        raise Http404
    return entry


def version_of(entry: Entry, key: UUID) -> Version:
    versions = Version.objects.filter(town=entry.town_id, entry=entry, pk=key)
    version = versions.select_related("picture").prefetch_related(*SEVERAL).first()
    if version is None:
        raise Http404
    return version


def entry_with(community: Community, key: UUID) -> Entry | None:
    """By its key, for a signed link; also when it is hidden."""
    return Entry.objects.in_town(community.town_id).filter(pk=key).complete().first()


def my_claim(member: Member, entry: Entry) -> Claim | None:
    """The claim of this member that still waits."""
    waiting = Claim.objects.filter(town=entry.town_id, entry=entry, member=member)
    return waiting.filter(state=Claim.State.WAITING).first()


def claim_to_decide(member: Member, community: Community, key: UUID) -> Claim:
    """For a steward who is not the one who claims."""
    claims = Claim.objects.filter(town=community.town_id, pk=key)
    claim = claims.select_related("entry__organisation", "member").first()
    if claim is None or not keeps(member, claim.entry):
        raise Http404
    if claim.member_id == member.pk:
        raise PermissionDenied(_("Somebody else decides about your own request."))
    return claim


def stewarded(member: Member, community: Community) -> EntryQuerySet:
    """Entries of the places and subjects for which this member is a steward, and the vital ones
    that were given to them."""
    mine = Q(pk__in=())
    for held in held_by(member):
        place = community.tree.all.get(held.community)
        if held.role not in RIGHTS[KEEP] or place is None:
            continue
        part = Q()
        if place.pk != community.town_id:
            below = community.tree.below(place)
            part &= Q(organisation__community__in=below) | Q(area__in=below)
        if held.subject:
            part &= Q(themes__theme__key=held.subject) | Q(groups__group__key=held.subject)
        # An empty part means: all of the town.
        mine |= (part or Q(pk__isnull=False)) | (Q(steward=member) & ~Q(vital=""))
    keys = Entry.objects.in_town(community.town_id).filter(mine).values("pk")
    # By key, so that an entry with two of my themes comes once.
    return Entry.objects.in_town(community.town_id).filter(pk__in=keys)
