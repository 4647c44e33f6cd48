"""What can be reported here: a post that one may read."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard import access
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Editor
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


def people_of(post: Post) -> set[UUID]:
    """Who wrote it, and who speaks for the organisation it stands for: it is their case (H12)."""
    editors = Editor.objects.filter(town=post.town_id, organisation=post.organisation_id)
    speak = editors.values_list("member_id", flat=True) if post.organisation_id else ()
    return {post.author_id, *speak}


REPORTABLES = {
    "noticeboard.post": Reportable(
        find=find_post,
        label=post_label,
        name=gettext_lazy("a message on the notice board"),
        url=post_url,
        people=people_of,
        staff_may_open=True,
    )
}
