"""Organisations come in, change their name, and say who speaks for them."""

from collections.abc import Set

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Content, Member
from plein.foundation.communities.reach import usual as usual_reach
from plein.foundation.jobs import changed
from plein.foundation.organisations.models import Editor, Introduction, Organisation
from plein.foundation.organisations.signals import editor_let_in, organisation_merged

RESERVED = frozenset(
    {"aanmelden", "balie", "beheer", "bevestigen", "claim", "kaart", "lijst", "nieuw"}
    | {"toelating", "uitnodiging", "uitvoer"}
)
"""Words that are pages of their own under /organisaties/."""


def free_slug(name: str, taken: Set[str]) -> str:
    """The name as it stands in an address; with a number when another has the same."""
    slug = slugify(name)[:70] or "organisatie"
    number, found = 1, slug
    while found in taken or found in RESERVED:
        number += 1
        found = f"{slug}-{number}"
    return found


class FromElsewhere(Exception):
    """People and organisations of another town stay there."""


@transaction.atomic
def admit(community: Community, *, name: str, line: str = "", by: Member) -> Organisation:
    """Let an organisation in; from now on it can speak."""
    if by.town_id != community.town_id:
        raise FromElsewhere
    organisation = Organisation.objects.create(
        town_id=community.town_id,
        community=community,
        name=name,
        line=line,
        reach=usual_reach(community),
        slug=_free_slug(community, name),
        admitted_at=timezone.now(),
    )
    record("organisations.organisation.admitted", on=organisation, by=by)
    changed("organisations.organisation", organisation.pk)
    return organisation


@transaction.atomic
def rename(organisation: Organisation, *, name: str, line: str, by: Member) -> None:
    organisation.name, organisation.line = name, line
    organisation.save(update_fields=["name", "line"])
    record("organisations.organisation.changed", on=organisation, by=by)
    changed("organisations.organisation", organisation.pk)


@transaction.atomic
def choose_reach(organisation: Organisation, reach: str, *, by: Member) -> None:
    """How far it is seen, as who keeps it chose (PLACE-2). Empty: as it was."""
    if reach in ("", organisation.reach):
        return
    organisation.reach = Content.Reach(reach)
    organisation.save(update_fields=["reach"])
    record("organisations.organisation.reached", on=organisation, by=by, reach=reach)
    changed("organisations.organisation", organisation.pk)


@transaction.atomic
def add_editor(
    organisation: Organisation, member: Member, *, by: Member, coordinator: bool = False
) -> Editor:
    """From now on this member may speak for the organisation. Twice changes only the rank."""
    if member.town_id != organisation.town_id:
        raise FromElsewhere
    editor, _made = Editor.objects.update_or_create(
        town_id=organisation.town_id,
        organisation=organisation,
        member=member,
        defaults={"coordinator": coordinator},
    )
    record("organisations.editor.added", on=member, by=by, organisation=organisation.pk)
    return editor


@transaction.atomic
def let_speak(
    organisation: Organisation, member: Member, *, by: Member, coordinator: bool = False
) -> Editor:
    """A colleague or manager adds this member by name: they and the others are told."""
    there = Editor.objects.filter(town=organisation.town_id, organisation=organisation)
    new = not there.filter(member=member).exists()
    editor = add_editor(organisation, member, by=by, coordinator=coordinator)
    if new:
        editor_let_in.send(sender=Editor, editor=editor, by=by)
    return editor


@transaction.atomic
def remove_editor(editor: Editor, *, by: Member) -> None:
    member, organisation = editor.member, editor.organisation_id
    editor.delete()
    record("organisations.editor.removed", on=member, by=by, organisation=organisation)


@transaction.atomic
def merge(kept: Organisation, gone: Organisation, *, by: Member) -> None:
    """It was twice: one stays, its address is also that of the other, and all editors come along.
    Apps above take their own part along with `organisation_merged`, in the same transaction."""
    if kept.town_id != gone.town_id:
        raise FromElsewhere
    there = Editor.objects.filter(town=kept.town_id, organisation=kept).values("member")
    theirs = Editor.objects.filter(town=kept.town_id, organisation=gone)
    # Trust to meet new people was given for the one that is gone: a manager gives it anew.
    theirs.exclude(member__in=list(there.values_list("member", flat=True))).update(
        organisation=kept, greets_at=None, greets_by=None
    )
    Introduction.objects.filter(town=kept.town_id, organisation=gone).update(organisation=kept)
    Organisation.objects.filter(town=kept.town_id, merged_into=gone).update(merged_into=kept)
    gone.merged_into, gone.hidden_at = kept, timezone.now()
    gone.save(update_fields=["merged_into", "hidden_at"])
    organisation_merged.send(sender=Organisation, kept=kept, gone=gone)
    record("organisations.organisation.merged", on=kept, by=by, gone=gone.pk)
    changed("organisations.organisation", kept.pk)
    changed("organisations.organisation", gone.pk)


def _free_slug(community: Community, name: str) -> str:
    taken = set(Organisation.objects.filter(town=community.town_id).values_list("slug", flat=True))
    return free_slug(name, taken)
