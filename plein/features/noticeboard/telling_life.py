"""What the two of a match, and the people of the place, hear about how it goes.

Never what the other one answered, and no word of what somebody wrote (H7).
"""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import shy, telling_safety
from plein.features.noticeboard.models import Concern, FollowUp, Match, OnClock
from plein.features.noticeboard.telling import on_which_day, paragraphs
from plein.features.noticeboard.telling_steps import call_us
from plein.foundation.communities.models import Member
from plein.shared.notifications.actions import Words, notify


def how_did_it_go(follow_up: FollowUp, key: str) -> None:
    """One question, five answers, one tap."""
    response = follow_up.match.response
    mine = response.post.author_id == follow_up.member_id
    other = response.author if mine else response.post.author
    one_tap = _("Open the page and answer with one tap. The other one does not see your answer.")
    notify(
        follow_up.member,
        key="noticeboard.follow_up",
        url=reverse("noticeboard:follow-up", args=[key]),
        subject=format_lazy(_("How did it go with {name}?"), name=shy.name_in(response, other)),
        text=paragraphs([*on_which_day(follow_up.match), one_tap]),
        once=f"follow-up:{follow_up.pk}",
        now=True,
    )


def call_who_hides(people: Sequence[Member], url: str, once: str) -> None:
    """To whom a shy asker picked; others of the place see no name and no number."""
    for member in people:
        notify(
            member,
            key="noticeboard.call_shy",
            url=url,
            subject=_("Somebody waits for a call from you"),
            text=_("This person shows their name to few people. You are one of them."),
            once=f"{once}:{member.pk}",
            now=True,
        )


def more_help_needed(follow_up: FollowUp, people: Sequence[OnClock]) -> None:
    """The same day, to who is there."""
    for row in people:
        if row.member and row.member_id != follow_up.member_id:
            notify(
                row.member,
                key="noticeboard.more_help",
                url=reverse("noticeboard:follow-up-seen", args=[follow_up.pk]),
                subject=_("Somebody needs more help"),
                text=_("They said so when we asked how it went. Call them today."),
                once=f"follow-up:{follow_up.pk}:more:{row.member_id}",
                now=True,
            )


def somebody_told(concern: Concern) -> None:
    """To the people who are called for this, and a promise to who told it."""
    telling_safety.call_today(telling_safety.case_of(concern))
    by = telling_safety.before(concern.due_at, concern.by.tongue) if concern.due_at else ""
    told = format_lazy(
        _("One of us calls you {moment}. The other one does not hear that you told it."), moment=by
    )
    if _for_client(concern):
        told = format_lazy(
            _("One of us calls you {moment}. Who asked for the client hears it too."), moment=by
        )
        _to_professional(concern)
    words = paragraphs(
        [
            told,
            _("Is there danger now? Call 112."),
            *call_us(concern.community),
        ]
    )
    notify(
        concern.by,
        key="noticeboard.concern_told",
        url=reverse("noticeboard:mine"),
        subject=_("Thank you for telling us"),
        text=words,
        aloud=words,
        once=f"concern:{concern.pk}:told",
        now=True,
    )


def _for_client(concern: Concern) -> bool:
    """A worry about a client is for who asked on the client's behalf as well."""
    post, worry = concern.response.post, concern.kind == Concern.Kind.WORRY
    return worry and bool(post.mandate) and post.author_id != concern.by_id


def _to_professional(concern: Concern) -> None:
    talk, post = concern.response.conversation, concern.response.post
    notify(
        post.author,
        key="noticeboard.client_worry",
        url=talk.get_absolute_url() if talk else post.get_absolute_url(),
        subject=_("Somebody is worried about your client"),
        text=_("Call or write to the helper today. People of the place by name know it too."),
        once=f"concern:{concern.pk}:client",
        now=True,
    )


def the_word(match: Match) -> None:
    """To both, by their own channel; who tells it on the phone or by post reads it too.

    It stands in the text, never in the subject.
    """
    for member in _both(match):
        other = next(each for each in _both(match) if each.pk != member.pk)
        _about(
            member,
            match,
            by=other,
            key="noticeboard.visit_word",
            subject=format_lazy(
                _("The word for your visit with {name}"),
                name=shy.name_in(match.response, other),
            ),
            text=paragraphs(
                [
                    *on_which_day(match),
                    format_lazy(_("Your word is: {word}."), word=match.word),
                    _("Say it at the door. Does somebody not say it? Do not open, and call us."),
                    *call_us(match.response.post.community),
                ]
            ),
        )


LOOK_FOR_ANOTHER = _(
    "This person does not use this site any more. Shall we look for somebody else? Then put your "
    "ask on the board again, or call us."
)
LOOK_FOR_ANOTHER_ALOUD = _(
    "This person does not help here any more. Shall we look for somebody else for you? Tell us."
)


def they_stopped(match: Match, *, helper_left: bool = False) -> None:
    """To both the same words, whoever said it; unless the helper left and help is still needed."""
    post = match.response.post
    for member in _both(match):
        other = next(each for each in _both(match) if each.pk != member.pk)
        asks = helper_left and member.pk == post.author_id
        welcome = _("Do you need help again, or do you want to help? You are welcome.")
        _about(
            member,
            match,
            by=other,
            key="noticeboard.stopped",
            subject=format_lazy(
                _("You stopped with {name}. Thank you both"),
                name=shy.name_in(match.response, other),
            ),
            text=paragraphs(
                [
                    _("That may be. Things change. You did something good for each other."),
                    LOOK_FOR_ANOTHER if asks else welcome,
                    *call_us(post.community),
                ]
            ),
            aloud=LOOK_FOR_ANOTHER_ALOUD if asks else "",
            url=post.get_absolute_url() if asks else "",
        )


def waits(match: Match) -> None:
    for member in _both(match):
        _about(
            member,
            match,
            key="noticeboard.waits_a_little",
            subject=_("Your appointment waits a little"),
            text=_("We want to speak with you first. Somebody calls you. Please do not go yet."),
        )


def goes_on(match: Match) -> None:
    for member in _both(match):
        _about(
            member,
            match,
            key="noticeboard.goes_on",
            subject=_("Your appointment may go on"),
            text=_("Thank you for waiting. Do you still agree about day and time? Ask each other."),
        )


def _about(
    member: Member,
    match: Match,
    *,
    key: str,
    subject: Words,
    text: Words,
    by: Member | None = None,
    aloud: Words = "",
    url: str = "",
) -> None:
    talk = match.response.conversation
    notify(
        member,
        key=key,
        url=url or (talk or match.response.post).get_absolute_url(),
        subject=subject,
        text=text,
        aloud=aloud or text,
        once=f"match:{match.pk}:{key}:{match.held_at or ''}",
        now=True,
        by=by,
    )


def _both(match: Match) -> tuple[Member, Member]:
    return match.response.post.author, match.response.author
