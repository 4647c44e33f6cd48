"""The tree of communities, who lives in it, who may do what, and what all content has."""

from plein.foundation.communities.models.community import Community
from plein.foundation.communities.models.content import Content, ContentQuerySet
from plein.foundation.communities.models.member import Block, Member, MemberQuerySet
from plein.foundation.communities.models.roles import BOUND, Role, RoleName, RoleQuerySet

__all__ = [
    "BOUND",
    "Block",
    "Community",
    "Content",
    "ContentQuerySet",
    "Member",
    "MemberQuerySet",
    "Role",
    "RoleName",
    "RoleQuerySet",
]
