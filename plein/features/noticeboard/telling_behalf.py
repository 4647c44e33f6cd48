"""What helpers, professionals and their organisation are told. Never who the client is (H8)."""

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models import Match, Post, ReplyClock, Response
from plein.features.noticeboard.telling import on_which_day, paragraphs
from plein.features.noticeboard.telling_steps import call_us
from plein.foundation import outbox
from plein.foundation.care.models import Agreement, Mandate
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.models import Member
from plein.foundation.outbox.letters import Letter, Part
from plein.lib.formality import DUTCH, tongue
from plein.shared.notifications.actions import Words, notify


def helper_hears_when(response: Response, clock: ReplyClock) -> None:
    """Somebody in between means waiting; so we say until when."""
    if clock.due_at is None:
        return
    with translation.override(response.author.tongue):
        day = date_format(timezone.localtime(clock.due_at), "l j F")
    notify(
        response.author,
        key="noticeboard.hears",
        url=_talk(response),
        subject=format_lazy(_("You hear something before {day}"), day=day),
        text=_("A professional asks this for somebody, and talks with them first."),
        once=f"response:{response.pk}:hears:{clock.began_at:%Y%m%d%H%M}",
    )


def team_is_asked(clock: ReplyClock, mandate: Mandate, team: list[Member]) -> None:
    response = clock.response
    for one in team:
        mine = one.pk == response.post.author_id
        notify(
            one,
            key="noticeboard.helper_waits",
            url=_talk(response) if mine else reverse("care:hand-over", args=[mandate.pk]),
            subject=_("A helper waits for your word")
            if mine
            else _("A helper waits for a word of your team"),
            text=_("Say something in the talk, even when you do not know yet.")
            if mine
            else _("Your colleague did not answer yet. Take it over, or let them know."),
            once=f"reply:{clock.pk}:team:{clock.began_at:%Y%m%d%H%M}",
            now=True,
        )
    _sorry(clock)


def contact_is_told(clock: ReplyClock, agreement: Agreement) -> None:
    """By mail to the organisation: that somebody waits, and nothing of whom it is about."""
    place = agreement.place
    with translation.override(tongue(DUTCH, formal=place.formal)):
        subject = gettext("A neighbour waits for an answer of your organisation")
        words = gettext(
            "On the site of %(place)s a neighbour offered help to one of your clients. "
            "For days nobody of your team answered. Will you see to it that somebody does?"
        ) % {"place": place.name}
        outbox.post_letter(
            Letter(subject, head_of(place), [Part(words)]),
            to=agreement.contact_mail,
            key=f"noticeboard.reply:{clock.pk}:{timezone.now():%Y%m%d}",
            town=agreement.town_id,
            category="care",
        )
    _sorry(clock)


def _sorry(clock: ReplyClock) -> None:
    response = clock.response
    notify(
        response.author,
        key="noticeboard.still_hears",
        url=_talk(response),
        subject=_("It takes longer than we thought"),
        text=_("We asked somebody else of the organisation to answer you. Thank you for waiting."),
        once=f"reply:{clock.pk}:sorry:{clock.step}:{clock.began_at:%Y%m%d%H%M}",
    )


def other_voice(response: Response, taker: Member) -> None:
    """The helper talks with somebody else from now on."""
    notify(
        response.author,
        key="noticeboard.other_voice",
        url=_talk(response),
        subject=format_lazy(_("From now on you talk with {name}"), name=taker.name),
        text=_("The talk simply goes on. What you agreed still stands."),
        once=f"response:{response.pk}:voice:{taker.pk}:{timezone.now():%Y%m%d%H%M}",
    )


def talk_ends(response: Response) -> None:
    """Who helped before, or was thanked: never that the person asks without anybody between now.
    The page is that of the ask: nothing more is said in the talk."""
    post = response.post
    notify(
        response.author,
        key="noticeboard.talk_ends",
        url=post.get_absolute_url(),
        subject=format_lazy(_("Your talk with {name} is closed"), name=post.author.name),
        text=paragraphs(
            [
                _("It was about an ask for somebody else, and that is arranged differently now."),
                _("Thank you for wanting to help. You do not have to do anything."),
                *call_us(post.community),
            ]
        ),
        once=f"response:{response.pk}:talk_ends",
    )


def called_off(match: Match) -> None:
    """Who was going to help. The page is not that of the talk: that one may be erased."""
    post = match.response.post
    notify(
        match.response.author,
        key="noticeboard.called_off",
        url=post.get_absolute_url(),
        subject=_("Your appointment does not go on"),
        text=paragraphs(
            [
                *on_which_day(match),
                _("We are sorry. It has nothing to do with you. Thank you for wanting to help."),
                *call_us(post.community),
            ]
        ),
        once=f"match:{match.pk}:called_off",
        now=True,
    )


def handed_over(post: Post, taker: Member) -> None:
    notify(
        taker,
        key="noticeboard.yours_now",
        url=post.get_absolute_url(),
        subject=_("A colleague handed an ask over to you"),
        text=_("Answers come to you from now on."),
        once=f"post:{post.pk}:yours:{timezone.now():%Y%m%d%H%M}",
    )


def mandate_ends_soon(mandate: Mandate) -> None:
    """Behind it is the page where it is extended; each new end is told of again."""
    notify(
        mandate.professional,
        key="noticeboard.mandate_ends",
        url=reverse("care:extend-mandate", args=[mandate.pk]),
        subject=_("Soon you may not ask for one of your clients any more"),
        text=_("Talk about it together. May you go on? Then extend it: the asks stay as they are."),
        once=f"mandate:{mandate.pk}:soon:{mandate.ends_on:%Y%m%d}",
    )


def voice_waits(post: Post) -> None:
    """Once, to who asks for somebody else: a person of the place calls, and they can help."""
    words = [
        _("We did not hear a yes yet from the person you ask for. One of us calls them."),
        _("You can help: tell them that we call, or that the code is in a text message."),
    ]
    notify(
        post.author,
        key="noticeboard.voice_waits",
        url=post.get_absolute_url(),
        subject=_("Your ask for somebody else waits for their yes"),
        text=paragraphs([*words, *call_us(post.community)]),
        once=f"post:{post.pk}:voice:waits",
    )


def voice_heard(post: Post, heard: str) -> None:
    """`heard`: a key of `HEARD`."""
    subject, text = HEARD[heard]
    if heard == "late":
        text = paragraphs([text, AGAIN, *call_us(post.community)])
    notify(
        post.author,
        key="noticeboard.voice",
        url=post.get_absolute_url(),
        subject=subject,
        text=text,
        once=f"post:{post.pk}:voice:{heard}",
    )


CLOSED = _("Your ask for somebody else is closed")
AGAIN = _("Talk about it together, and ask again if you like.")
HEARD: dict[str, tuple[Words, Words]] = {
    "yes": (
        _("Your ask for somebody else is on the board"),
        _("We heard a yes. Neighbours can read it now."),
    ),
    "no": (
        CLOSED,
        _("We did not hear a yes. Talk about it together, and ask again if you like."),
    ),
    "late": (
        CLOSED,
        _("We are sorry: in two weeks we did not hear a yes. Your ask is closed."),
    ),
    "back": (
        CLOSED,
        _("This person changed their mind, and that is all right. Talk about it together."),
    ),
}


def _talk(response: Response) -> str:
    talk = response.conversation
    return talk.get_absolute_url() if talk else response.post.get_absolute_url()
