"""What people like, what they are good at, and with whom."""

from collections.abc import Iterable

from django.db import transaction

from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.jobs import changed
from plein.foundation.taxonomy.models import MemberTargetGroup, MemberTheme, TargetGroup, Theme


@transaction.atomic
def choose_themes(member: Member, themes: Iterable[Theme], *, kind: str, by: Member) -> None:
    """From now on exactly these interests or talents."""
    wanted = {theme.pk for theme in themes if theme.town_id == member.town_id}
    mine = MemberTheme.objects.filter(town=member.town_id, member=member, kind=kind)
    mine.exclude(theme__in=wanted).delete()
    for key in wanted - set(mine.values_list("theme_id", flat=True)):
        MemberTheme.objects.create(town_id=member.town_id, member=member, theme_id=key, kind=kind)
    _changed(member, by, kind)


@transaction.atomic
def choose_groups(member: Member, groups: Iterable[TargetGroup], *, by: Member) -> None:
    """From now on exactly these groups."""
    wanted = {group.pk for group in groups if group.town_id == member.town_id}
    mine = MemberTargetGroup.objects.filter(town=member.town_id, member=member)
    mine.exclude(group__in=wanted).delete()
    for key in wanted - set(mine.values_list("group_id", flat=True)):
        MemberTargetGroup.objects.create(town_id=member.town_id, member=member, group_id=key)
    _changed(member, by, "groups")


@transaction.atomic
def forget_choices(member: Member) -> None:
    """Somebody leaves."""
    MemberTheme.objects.filter(town=member.town_id, member=member).delete()
    MemberTargetGroup.objects.filter(town=member.town_id, member=member).delete()


def _changed(member: Member, by: Member, part: str) -> None:
    record("communities.profile.changed", on=member, by=by, parts=[part])
    changed("communities.member", member.pk)
