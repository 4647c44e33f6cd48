"""Who may see a suggestion, an invitation or a proposal: views get them here and nowhere else."""

from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from plein.bridges.matching.models import (
    ConceptLink,
    Invitation,
    Proposal,
    Suggestion,
    Weighing,
    Word,
)
from plein.bridges.matching.queries.by_phone import questions_for
from plein.features.noticeboard.access import visible_posts
from plein.features.noticeboard.models import Draft, Post
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.communities.rights import may, places_within


def own_post(member: Member, community: Community, pk: UUID) -> Post:
    """One's own ask or offer."""
    posts = Post.objects.filter(town=community.town_id, pk=pk, author=member, hidden_at=None)
    post: Post = get_object_or_404(posts.complete())
    return post


def own_ask(member: Member, community: Community, pk: UUID) -> Post:
    post = own_post(member, community, pk)
    if not post.is_ask:
        raise Http404
    return post


def arranged_ask(member: Member, community: Community, pk: UUID) -> Post:
    """For connectors of the place: an ask they may look for helpers for. Never their own case."""
    posts = Post.objects.filter(town=community.town_id, pk=pk, kind=Post.Kind.ASK, hidden_at=None)
    post: Post = get_object_or_404(posts.complete())
    mine = places_within(member, "match.arrange", community)
    if post.community_id not in mine or post.author_id in blocked_ids(member) | {member.pk}:
        raise Http404
    return post


def suggestion_for(member: Member, community: Community, pk: UUID) -> Suggestion:
    """For the helper it was made for, or the asker; an asker only where an offer is behind it."""
    if member.town_id != community.town_id:
        raise Http404
    mine = Q(helper=member) | Q(ask__author=member, offer__isnull=False)
    found = Suggestion.objects.filter(mine, town=community.town_id, pk=pk)
    found = found.exclude(helper__in=blocked_ids(member) - {member.pk})
    found = found.exclude(ask__author__in=blocked_ids(member) - {member.pk})
    suggestion = get_object_or_404(
        found.select_related("ask__theme", "ask__community", "ask__author", "helper", "offer")
    )
    _check_seen(suggestion, member, community)
    return suggestion


def _check_seen(suggestion: Suggestion, member: Member, community: Community) -> None:
    other = suggestion.ask_id if suggestion.helper_id == member.pk else suggestion.offer_id
    if not visible_posts(member, community).filter(pk=other).exists():
        raise Http404


def invitation_of(member: Member, community: Community, pk: UUID) -> Invitation:
    """Sent to this member, by nobody they blocked since."""
    if member.town_id != community.town_id:
        raise Http404
    found = Invitation.objects.of(member).filter(pk=pk, ask__hidden_at=None)
    found = found.exclude(ask__author__in=blocked_ids(member))
    return get_object_or_404(
        found.select_related(
            "ask__theme", "ask__community", "ask__author", "ask__organisation", "to", "offer"
        )
    )


def asked_by_phone(by: Member, community: Community, pk: UUID) -> tuple[Member, list[Invitation]]:
    """Somebody who hears their questions from a person, for who looks after their home."""
    found = Member.objects.here().filter(town=community.town_id, pk=pk).exclude(pk=by.pk)
    to = found.select_related("account", "home").first()
    if to is None or not may(by, "day.see", community.tree.all[to.home_id]):
        raise Http404
    return to, questions_for(to)


def proposal_in(member: Member, community: Community, pk: UUID) -> Proposal:
    """One that still waits, in a part of the town where this connector decides."""
    found = Proposal.objects.filter(town=community.town_id, pk=pk, state=Proposal.State.OPEN)
    proposal = get_object_or_404(
        found.select_related("offer__theme", "offer__author", "offer__community")
    )
    offer, not_mine = proposal.offer, blocked_ids(member) | {member.pk}
    mine = places_within(member, "match.arrange", community)
    if offer.community_id not in mine or offer.author_id in not_mine:
        raise Http404
    return proposal


def weighing_in(community: Community, pk: UUID) -> Weighing:
    return get_object_or_404(Weighing.objects.filter(town=community.town_id, pk=pk))


def link_in(community: Community, pk: UUID) -> ConceptLink:
    return get_object_or_404(ConceptLink.objects.filter(town=community.town_id, pk=pk))


def word_in(community: Community, pk: UUID) -> Word:
    return get_object_or_404(Word.objects.filter(town=community.town_id, pk=pk))


def own_draft(drafts: list[Draft], pk: UUID) -> Draft:
    """A draft of this browser or member; `drafts` are those the noticeboard gives them."""
    for draft in drafts:
        if draft.pk == pk:
            return draft
    raise Http404
