"""Nobody came to an appointment: for connectors, when there is time. Never of one of the two."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard import actions, wording
from plein.features.noticeboard.models import NoShow
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Member
from plein.lib.matter import Layer, Matter, MatterSource


def missed(town_id: UUID) -> Iterator[Matter]:
    rows = NoShow.objects.filter(town=town_id).order_by("made_at")
    for one in rows.select_related("response__post__theme", "response__post__community"):
        post = one.response.post
        yield Matter(
            kind="noticeboard.missed",
            about=one.pk,
            community=post.community_id,
            area=post.community_id,
            theme=post.theme.key,
            words=_("Nobody came: %(post)s")
            % {"post": wording.teaser_title(post.kind, post.theme, post.community)},
            url=absolute(post.community, post.get_absolute_url()),
            hurts_from=one.made_at,
            hidden_from=frozenset({one.response.author_id, post.author_id}),
        )


def looked(about: UUID, by: Member) -> None:
    if one := NoShow.objects.filter(town=by.town_id, pk=about).first():
        actions.no_show_seen(one, by=by)


MISSED = MatterSource(
    kind="noticeboard.missed",
    title=gettext_lazy("Two who missed each other: is all well?"),
    all=missed,
    module="noticeboard",
    right="post.arrange",
    pictogram="calendar-dots",
    layer=Layer.MAY_REST,
    urgency=60,
    minutes=3,
    done=looked,
    done_label=gettext_lazy("I know of it"),
    changes=("noticeboard.match",),
    batch=True,
)
