"""What can be reported here: a post that one may read."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard import access
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Community, Member
from plein.lib.reportable import Reportable


def find_post(member: Member | None, community: Community, key: UUID) -> Post | None:
    post = access.visible_posts(member, community).filter(pk=key).complete().first()
    return post if post and access.may_read(post, member) else None


def post_label(post: Post) -> str:
    if post.is_ask:
        return _("the ask of %(name)s") % {"name": post.byline}
    return _("the offer of %(name)s") % {"name": post.byline}


def post_url(post: Post) -> str:
    return post.get_absolute_url()


REPORTABLES = {
    "noticeboard.post": Reportable(
        find=find_post,
        label=post_label,
        name=gettext_lazy("a message on the notice board"),
        url=post_url,
        staff_may_open=True,
    )
}
