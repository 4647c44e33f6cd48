"""Mail in the name and colours of a place."""

from plein.foundation.communities.colours import USUAL
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community
from plein.foundation.outbox.letters import Head


def head_of(community: Community) -> Head:
    """The site on which the community is shown."""
    site = community.tree.site_of(community)
    return Head(
        name=site.name,
        url=absolute(site, "/"),
        colours=site.colours or USUAL,
        phone=site.phone,
        walk_in=site.walk_in.rstrip(". "),
    )
