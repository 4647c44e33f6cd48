"""What people are told about a post. Subjects never hold what somebody wrote (H7)."""

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise, lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import rungs, shy
from plein.features.noticeboard.models import Match, Post, Response
from plein.features.noticeboard.queries import something_else
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Member
from plein.foundation.proofs import wording
from plein.shared.notifications.actions import notify

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise


def somebody_was_found(post: Post, to: Member) -> None:
    """A thank-you to who was not chosen, with one other thing that fits. Never a refusal."""
    if post.closing == Post.Closing.FOUND:
        words = _("Thank you for wanting to help. Somebody has been found.")
    elif post.closing == Post.Closing.ARRANGED:
        words = _("Thank you for wanting to help. This does not go on after all.")
    else:
        words = _("Thank you for wanting to help. It is not needed any more.")
    lines: list[str | Promise] = [words]
    if other := something_else(to, post):
        lines.append(_("Maybe this suits you:"))
        lines.append(f"{other.title}\n{absolute(other.community, other.get_absolute_url())}")
    notify(
        to,
        key="noticeboard.found",
        url=(other or post).get_absolute_url(),
        subject=_("Thank you, somebody has been found")
        if post.closing == Post.Closing.FOUND
        else _("Thank you for wanting to help"),
        text=paragraphs(lines),
        once=f"post:{post.pk}:found:{post.closed_at:%Y%m%d%H%M%S}",
        now=True,
    )


def post_was_closed(post: Post) -> None:
    """By itself or by a connector: its author hears why, and how to put it back."""
    if post.closing == Post.Closing.EXPIRED:
        words = _("It was open for a long time, so we took it from the board.")
    elif post.closing == Post.Closing.UNMET:
        words = _("We are sorry. We looked with you, and did not find help for this.")
    else:
        words = _("A connector took it from the board. Call us if you do not know why.")
    notify(
        post.author,
        key="noticeboard.closed",
        url=post.get_absolute_url(),
        subject=_ask_or_offer(post, _("Your ask has been closed"), _("Your offer has been closed")),
        text=paragraphs([words, _("Open the page to put it back with one tap.")]),
        once=f"post:{post.pk}:closed:{post.closed_at:%Y%m%d%H%M%S}",
    )


def still_needed(post: Post, key: str) -> None:
    path = reverse("noticeboard:still-needed", args=[key])
    notify(
        post.author,
        key="noticeboard.still_needed",
        url=path if len(path) <= 200 else post.get_absolute_url(),
        subject=_ask_or_offer(
            post, _("Is your ask still needed?"), _("Is your offer still there?")
        ),
        text=_("In a week we take it from the board. Open the page and answer with one tap."),
        once=f"post:{post.pk}:needed:{post.expires_at:%Y%m%d}",
        now=True,
    )


def somebody_waits(response: Response) -> None:
    """Somebody whom nobody has met yet wants to answer; no name, no words before greeting."""
    post = response.post
    notify(
        post.author,
        key="noticeboard.waits",
        url=post.get_absolute_url(),
        subject=_("Somebody new wants to react"),
        text=_("We meet this person first. After that you hear from each other."),
        once=f"response:{response.pk}:waits",
    )


def proof_is_missing(response: Response) -> None:
    """The helper hears what is asked and how to get it; the other only that it takes a while."""
    post, helper = response.post, rungs.helper_of(response)
    rung = rungs.missing(response)
    if rung is None:
        return
    other = post.author if helper.pk == response.author_id else response.author
    if helper.pk == post.author_id:
        notify(
            helper,
            key="noticeboard.proof",
            url=reverse("proofs:mine"),
            subject=_("Somebody says yes to your offer"),
            text=paragraphs([wording.asked(rung), rungs.how_to_get(rung, post), BEGINS]),
            once=f"response:{response.pk}:proof",
        )
        return
    notify(
        other,
        key="noticeboard.waits",
        url=post.get_absolute_url(),
        subject=_("Somebody wants to react"),
        text=_("For this task we first arrange something with them. After that you hear more."),
        once=f"response:{response.pk}:waits",
    )


BEGINS = _("After that your talk begins by itself.")


def withdrew(response: Response) -> None:
    notify(
        response.post.author,
        key="noticeboard.withdrew",
        url=response.post.get_absolute_url(),
        subject=format_lazy(_("{name} cannot do it after all"), name=response.author.name),
        text=_("Your message stays on the board. Other people can still react."),
        once=f"response:{response.pk}:withdrew:{response.changed_at:%Y%m%d%H%M%S}",
        by=response.author,
    )


def news_without_a_name(response: Response) -> None:
    """In place of a mail that was on its way with a name in it, taken back in the meantime."""
    post, talk = response.post, response.conversation
    if talk is None:
        return
    notify(
        response.author,
        key="noticeboard.news",
        url=talk.get_absolute_url(),
        subject=_("There is news in your talk"),
        text=_("Open the talk to read it."),
        once=f"response:{response.pk}:news:{timezone.now():%Y%m%d%H%M%S}",
        by=post.author,
    )


def about_match(match: Match, what: str, *, by: Member) -> None:
    """The other one hears what happened to the appointment."""
    response = match.response
    post = response.post
    to = response.author if by.pk == post.author_id else post.author
    subject = MATCH_WORDS[what][0]
    conversation = response.conversation
    notify(
        to,
        key=f"noticeboard.{what}",
        url=conversation.get_absolute_url() if conversation else post.get_absolute_url(),
        subject=format_lazy(subject, name=shy.name_in(response, by)),
        text=_text(match, what, to),
        aloud=_aloud(match, what),
        once=f"match:{match.pk}:{what}:{_moment(match, what)}",
        by=by,
    )


def _text(match: Match, what: str, to: Member) -> "Words":
    """The message itself: nobody has to open the talk to know when and where."""
    words = MATCH_WORDS[what][1]
    if what in ("proposed", "agreed"):
        return paragraphs([_when_and_where(match), words])
    if what == "thanked":
        return paragraphs([words, match.thanks])
    if what == "cancelled" and match.response.post.opens_again and to == match.response.post.author:
        return paragraphs([*on_which_day(match), words, BACK_ON_THE_BOARD])
    return paragraphs([*on_which_day(match), words]) if what in OFF else words


BACK_ON_THE_BOARD = _("Your ask is on the board again. Other neighbours can react again as well.")


def _aloud(match: Match, what: str) -> "Words":
    """Who has no screen cannot look in the talk: the day and the place are told or written."""
    if what not in ("proposed", "agreed"):
        return ""
    said = _when_and_where(match)
    return paragraphs([said, _("Is that all right? Tell us.")]) if what == "proposed" else said


def _when_and_where(match: Match) -> "_StrPromise":
    when, place = match.when_words.rstrip(" ."), match.place_words.rstrip(" .")
    if match.planned_on is None:
        return format_lazy(_("When: {when}. Where: {place}."), when=when, place=place)
    said = format_lazy("{day}, {when}", day=in_words(match.planned_on), when=when)
    return format_lazy(_("When: {when}. Where: {place}."), when=said, place=place)


def in_words(day: date) -> "Words":
    """A day as the reader says it, in their own language."""

    def say() -> str:
        return date_format(day, "l j F")

    return lazy(say, str)()


def on_which_day(match: Match) -> "list[Words]":
    """For who has more than one appointment; nothing when nobody filled in a day."""
    if match.planned_on is None:
        return []
    return [format_lazy(_("It is about {day}."), day=in_words(match.planned_on))]


def _moment(match: Match, what: str) -> str:
    moment = {"agreed": match.agreed_at, "done": match.done_at, "thanked": match.thanked_at}
    return f"{moment.get(what) or match.made_at:%Y%m%d%H%M%S%f}"


OFF = ("cancelled", "missed", "left", "helper_left")
MATCH_WORDS: "dict[str, tuple[Words, Words]]" = {
    "proposed": (
        _("{name} proposes an appointment"),
        _("In the talk you can say yes, or propose something else."),
    ),
    "agreed": (
        _("{name} says yes: you have an appointment"),
        _("You can read it again in the talk."),
    ),
    "cancelled": (
        _("{name} cannot come to the appointment"),
        _("You can make a new appointment in the talk."),
    ),
    "left": (
        _("{name} cannot come to the appointment"),
        _("This person does not use this site any more. You do not have to do anything."),
    ),
    "helper_left": (
        _("{name} cannot come to the appointment"),
        _("Your ask is on the board, and we help you look for somebody else."),
    ),
    "missed": (
        _("You and {name} missed each other"),
        _("That can happen. You can make a new appointment in the talk."),
    ),
    "released": (
        _("{name} gave you what you need for the appointment"),
        _("You read it in the talk, beside the appointment. It is meant for you only."),
    ),
    "done": (_("{name} says it is done"), _("Well done, both of you.")),
    "thanked": (_("{name} thanks you"), _("This is what they wrote:")),
}


def paragraphs(lines: list[str | Promise]) -> "Words":
    return format_lazy("\n\n".join("{}" for _line in lines), *lines)


def _ask_or_offer(post: Post, ask: Promise, offer: Promise) -> Promise:
    return ask if post.is_ask else offer
