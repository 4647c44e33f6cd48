"""Whose eyes look: by which tokens somebody may find, and what stands in this community for them.

Everything about rights in the search stands here, and everything that finds, counts, suggests or
corrects starts here (TRUST-7, H15).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from plein.bridges.overviews.search import tokens
from plein.bridges.overviews.search.match import All, But, Match, Token, any_token, every, some
from plein.foundation.communities.models import Community, Member


@dataclass(frozen=True)
class Eyes:
    member: Member | None
    community: Community
    blocked: frozenset[UUID] = field(default=frozenset())
    """Members whom this one does not meet (H4)."""

    @property
    def reads_all(self) -> bool:
        """Greeted here: private words count as well."""
        member = self.member
        return bool(member and member.is_greeted and member.town_id == self.community.town_id)

    @property
    def see_the_town(self) -> bool:
        """On the pages of a whole town, where nearly everything stands."""
        return self.community.takes_up and self.community.pk == self.community.town_id

    def here(self, house: str) -> Match:
        """What may stand on this community's pages, by the reach its owner chose.

        Who blocked each other do not meet in a list, a count or a suggestion (H4).
        """
        places = self._places(house)
        if not self.blocked:
            return places
        return But(places, any_token(tokens.by(key) for key in self.blocked))

    def _places(self, house: str) -> Match:
        community, tree = self.community, self.community.tree
        houses = [house] if house else sorted(community.modules)
        if self.see_the_town:
            return any_token(tokens.all_over(community.pk, key) for key in houses)
        places = [tokens.stands_in(community.pk)]
        if community.takes_up:
            below = tree.below(community) - {community.pk}
            places += [tokens.shared_up(key) for key in below]
        if community.takes_down and community.parent_id:
            places.append(tokens.shared_down(community.town_id))
        return All((any_token(places), any_token(tokens.choice("h", key) for key in houses)))

    def word(self, keys: Iterable[str], *, begins: bool = False) -> Match:
        """A word anywhere in what these eyes may search."""
        return self._said(keys, tokens.PUBLIC, tokens.MEMBERS, begins=begins)

    def title_word(self, keys: Iterable[str], *, begins: bool = False) -> Match:
        return self._said(keys, tokens.PUBLIC_TITLE, tokens.MEMBERS_TITLE, begins=begins)

    def _said(self, keys: Iterable[str], public: str, members: str, *, begins: bool) -> Match:
        kept = sorted(set(keys))
        outside = [Token(public + key, begins) for key in kept]
        inside = [Token(members + key, begins) for key in kept]
        if self.reads_all:
            return some([*outside, *inside])
        opened = self._opened()
        return some([*outside, every([some(inside), opened])] if opened else outside)

    def _opened(self) -> Match | None:
        """Private things that these eyes may read all the same: public tasks, and one's own."""
        kept: list[Match] = []
        tree = self.community.tree
        if places := [c.pk for c in tree.all.values() if c.public_tasks_open]:
            stand = any_token(tokens.stands_in(key) for key in places)
            kept.append(All((Token(tokens.OPENABLE), stand)))
        if self.member and self.member.town_id == self.community.town_id:
            kept.append(Token(tokens.by(self.member.pk)))
        return some(kept) if kept else None
