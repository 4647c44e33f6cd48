"""Who may report what, and who reads reports."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import places_within
from plein.foundation.media.models import Picture
from plein.lib.reportable import Reportable
from plein.shared.moderation.models import Refusal, Report, ReportQuerySet
from plein.shared.moderation.registry import reportables


@dataclass(frozen=True)
class Found:
    """Something that this member may see, and so may report."""

    kind: str
    thing: Any
    reportable: Reportable

    @property
    def label(self) -> str:
        return self.reportable.label(self.thing)

    @property
    def url(self) -> str:
        return self.reportable.url(self.thing) if self.reportable.url else ""


def thing_to_report(member: Member, community: Community, kind: str, key: UUID) -> Found:
    """What you may not see does not exist, so it cannot be reported either."""
    known = reportables().get(kind)
    thing = known.find(member, community, key) if known else None
    if known is None or thing is None:
        raise Http404
    return Found(kind, thing, known)


def reports_for(member: Member, community: Community) -> ReportQuerySet:
    """Reports of this community and below, of the parts where this member reads them; never one
    about yourself, made by yourself or not."""
    mine = places_within(member, "report.see", community)
    reports = Report.objects.filter(town=community.town_id, community__in=mine)
    return reports.not_about(member)


def report_to_handle(member: Member, community: Community, key: UUID) -> Report:
    report = reports_for(member, community).filter(pk=key).first()
    if report is None:
        raise Http404
    return report


def place_of(report: Report, member: Member, community: Community) -> str:
    """Where the thing itself stands: for what staff may open, as long as it is there; else empty.

    A talk stays closed, and so does what this member could not read anyway (H12).
    """
    known = reportables().get(report.kind)
    if known is None or known.url is None or not known.staff_may_open:
        return ""
    thing = known.find(member, community, report.about)
    return known.url(thing) if thing else ""


def refusable_picture(community: Community, key: UUID) -> Picture:
    """Any photo of this town. A logo has nobody on it."""
    logos = {place.logo_id for place in community.tree.all.values()}
    picture = Picture.objects.filter(town_id=community.town_id, pk=key).first()
    if picture is None or picture.pk in logos:
        raise Http404
    return picture


def picture_to_judge(member: Member, community: Community, key: UUID) -> Picture:
    """A photo about which somebody said something in a part where this member decides."""
    picture = refusable_picture(community, key)
    if not _said_of(picture, member, community).exists():
        raise Http404
    return picture


def refusals_of(picture: Picture, member: Member, community: Community) -> list[Refusal]:
    """What people said of this photo. Nobody decides about what they said or added themselves."""
    waiting = Refusal.objects.filter(town=community.town_id, picture=picture, decided_at=None)
    if picture.made_by == member.pk or waiting.filter(by=member).exists():
        return []
    return list(_said_of(picture, member, community).filter(decided_at=None).order_by("id"))


def _said_of(picture: Picture, member: Member, community: Community) -> "QuerySet[Refusal]":
    mine = places_within(member, "picture.judge", community)
    return Refusal.objects.filter(town=community.town_id, picture=picture, community__in=mine)
