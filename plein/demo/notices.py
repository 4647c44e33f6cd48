"""What people were told lately, and a few reports. Nothing of this is mailed."""

from datetime import timedelta

from django.utils import translation
from django.utils.translation import gettext as _

from plein.demo.maker import BATCH, Maker
from plein.demo.places import Places
from plein.demo.talks import Told
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Member
from plein.shared.moderation.models import Report
from plein.shared.notifications.models import Notification

REPORTS = (
    (Report.Reason.PRIVATE, "Hier staat een telefoonnummer in de tekst bij de foto, denk ik."),
    (Report.Reason.SCAM, "Ik kreeg het gevoel dat dit reclame is."),
    (Report.Reason.OTHER, "Volgens mij is dit al lang geregeld."),
)


def make_notifications(maker: Maker, places: Places, told: Told) -> int:
    """Of messages of the last days: seen or not, and never to be sent any more."""
    maker.start("notifications")
    talkers: dict[object, list[Member]] = {}
    seen = {}
    for participant in told.participants:
        talkers.setdefault(participant.conversation_id, []).append(participant.member)
        seen[participant.conversation_id, participant.member_id] = participant.seen_at
    rows = []
    for message in told.messages:
        if message.made_at < maker.now - timedelta(days=5) or message.author is None:
            continue
        for to in talkers[message.conversation_id]:
            if to.pk == message.author_id:
                continue
            with translation.override(to.tongue):
                subject = _("{name} wrote to you").format(name=message.author.name)
            looked = seen[message.conversation_id, to.pk]
            rows.append(
                Notification(
                    pk=maker.key(message.made_at),
                    town=places.town,
                    to=to,
                    by_id=message.author_id,
                    key="conversations.said",
                    url=message.conversation.get_absolute_url(),
                    subject=subject,
                    text="",
                    once=f"message:{message.pk}",
                    made_at=message.made_at,
                    seen_at=looked if looked and looked >= message.made_at else None,
                    way=Notification.Way.SITE,
                    passed_on_at=message.made_at,
                )
            )
    Notification.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


def make_reports(maker: Maker, places: Places, posts: list[Post], members: list[Member]) -> None:
    """Two that wait, one that was handled."""
    chance = maker.start("reports")
    met = [member for member in members if member.greeted_at and member.account_id]
    public = [post for post in posts if not post.closed_at and post.audience == "public"]
    for (reason, words), post in zip(REPORTS, chance.sample(public, len(REPORTS)), strict=True):
        moment = maker.ago(0.2, 6)
        handled = maker.now if reason == Report.Reason.OTHER else None
        Report.objects.create(
            pk=maker.key(moment),
            town=places.town,
            community_id=post.community_id,
            by=chance.choice([member for member in met if member.pk != post.author_id]),
            kind="noticeboard.post",
            about=post.pk,
            reason=reason,
            words=words,
            made_at=moment,
            handled_at=handled,
        )
