"""Wie weet het? Asking everybody, answering, and saying what helped."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plein.features.pages.actions.noting import MayNotWrite, TooMany
from plein.features.pages.codes import free_code
from plein.features.pages.models import Answer, Question
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Content, Member
from plein.foundation.taxonomy.models import Theme
from plein.shared.notifications.actions import notify

QUESTIONS = "/over/wie-weet-het/"
MOST_QUESTIONS, MOST_ANSWERS = 5, 30
"""Of one neighbour in a day."""


@transaction.atomic
def ask(
    title: str,
    *,
    text: str = "",
    theme: Theme | None = None,
    reach: str = Content.Reach.UP,
    by: Member,
) -> Question:
    if not by.is_greeted:
        raise MayNotWrite
    day_ago = timezone.now() - timedelta(days=1)
    mine = Question.objects.filter(town=by.town_id, author=by, made_at__gt=day_ago)
    if mine.count() >= MOST_QUESTIONS:
        raise TooMany
    question = Question.objects.create(
        town_id=by.town_id,
        community=by.home,
        code=free_code(Question, by.town_id),
        author=by,
        title=title,
        text=text,
        theme=theme,
        reach=reach,
    )
    record("pages.question.asked", on=question, by=by)
    jobs.changed("pages.question", question.pk)
    return question


@transaction.atomic
def answer(question: Question, text: str, *, by: Member) -> Answer:
    """Everybody may read it. The asker hears that there is one."""
    if not by.is_greeted:
        raise MayNotWrite
    day_ago = timezone.now() - timedelta(days=1)
    mine = Answer.objects.filter(town=by.town_id, author=by, made_at__gt=day_ago)
    if mine.count() >= MOST_ANSWERS:
        raise TooMany
    given = Answer.objects.create(town_id=question.town_id, question=question, author=by, text=text)
    record("pages.question.answered", on=question, by=by)
    jobs.changed("pages.question", question.pk)
    if question.author and question.author_id != by.pk:
        notify(
            question.author,
            key="pages.answered",
            url=question.get_absolute_url(),
            subject=format_lazy(_("{name} knows something about your question"), name=by.name),
            text=_("Read the answer on the site. Was it of use to you? Then tell."),
            once=f"answer:{given.pk}",
            by=by,
        )
    return given


@transaction.atomic
def mark_helped(answer: Answer, *, helped: bool = True, by: Member) -> None:
    """'Hier had ik wat aan', said by the asker, or taken back. Twice the same changes nothing."""
    if (answer.helped_at is not None) == helped:
        return
    answer.helped_at = timezone.now() if helped else None
    answer.save(update_fields=["helped_at"])
    record("pages.answer.helped", on=answer, by=by, helped=answer.helped_at is not None)
    jobs.changed("pages.question", answer.question_id)
    if answer.helped_at and answer.author_id != by.pk:
        notify(
            answer.author,
            key="pages.helped",
            url=answer.question.get_absolute_url(),
            subject=format_lazy(_("{name} was helped by your answer"), name=by.name),
            text=_("It stays on the site as a tip, so that others can find it too."),
            once=f"answer:{answer.pk}:helped",
            by=by,
        )


@transaction.atomic
def take_answer(answer: Answer, *, by: Member) -> None:
    """A writer who did not do it hears so."""
    record("pages.answer.taken", on=answer, by=by)
    question, key, writer = answer.question, answer.pk, answer.author
    answer.delete()
    jobs.changed("pages.question", question.pk)
    if writer.pk != by.pk:
        notify(
            writer,
            key="pages.taken",
            url=question.get_absolute_url(),
            subject=_("Your answer is not on the site any more"),
            text=_("Somebody of this place took it away. Do you want to know why? Call us."),
            once=f"answer:{key}:taken",
        )


@transaction.atomic
def take_question(question: Question, *, by: Member) -> None:
    """With all answers. Who asked hears it when they did not do it themselves, and who answered."""
    key, asker = question.pk, question.author
    answered = Member.objects.filter(
        town=question.town_id, pk__in=question.answers.values("author")
    )
    thanked = list(answered.exclude(pk__in=[by.pk, *([asker.pk] if asker else [])]))
    record("pages.question.taken", on=question, by=by)
    question.delete()
    jobs.changed("pages.question", key)
    if asker and asker.pk != by.pk:
        notify(
            asker,
            key="pages.taken",
            url=QUESTIONS,
            subject=_("Your question is not on the site any more"),
            text=_("Somebody of this place took it away. Do you want to know why? Call us."),
            once=f"question:{key}:taken",
        )
    for member in thanked:
        notify(
            member,
            key="pages.taken",
            url=QUESTIONS,
            subject=_("A question that you answered is gone"),
            text=_("So your answer is not on the site any more either. Thank you for helping."),
            once=f"question:{key}:gone",
        )
