"""News of a member as a letter: one thing with its button, or a day's things with their links."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from plein.foundation.communities.letters import head_of
from plein.foundation.communities.links import absolute
from plein.foundation.outbox.letters import Letter, Link, Part
from plein.shared.notifications.models import Notification


def letter_about(told: Sequence[Notification], subject: str, unsubscribe_link: str) -> Letter:
    home = told[0].to.home
    links = [
        Link(_("Choose how often we mail you"), absolute(home, reverse("notifications:choose"))),
        Link(_("No more mail"), unsubscribe_link),
    ]
    if len(told) > 1:
        parts = [
            Part(title=one.subject, framed=one.text, button=_open(one, _("Open it")))
            for one in told
        ]
    else:
        parts = [_only(told[0])]
    return Letter(subject, head_of(home), parts, links)


def _only(one: Notification) -> Part:
    if not one.reply_to:
        return Part(framed=one.text, button=_open(one, _("Open it")))
    after = _("You can also simply answer this mail. Your mail address stays secret.")
    return Part(framed=one.text, button=_open(one, _("Read and answer")), after=after)


def _open(one: Notification, words: str) -> Link:
    return Link(words, absolute(one.to.home, one.url))
