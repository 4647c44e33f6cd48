"""What can be reported here: a page, a note, a question, an answer."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.pages import access
from plein.features.pages.models import Answer
from plein.foundation.communities.models import Community, Member
from plein.lib.reportable import Reportable


def find_page(member: Member | None, community: Community, key: UUID) -> Any:
    return access.visible_pages(member, community).filter(pk=key).complete().first()


def find_note(member: Member | None, community: Community, key: UUID) -> Any:
    return access.visible_notes(member, community).filter(pk=key).complete().first()


def find_question(member: Member | None, community: Community, key: UUID) -> Any:
    return access.visible_questions(member, community).filter(pk=key).complete().first()


def find_answer(member: Member | None, community: Community, key: UUID) -> Any:
    questions = access.visible_questions(member, community)
    answers = Answer.objects.standing().filter(town=community.town_id, pk=key)
    return answers.filter(question__in=questions).select_related("question", "author").first()


def _of_author(thing: Any) -> list[UUID]:
    return [thing.author_id] if thing.author_id else []


REPORTABLES = {
    "pages.page": Reportable(
        find=find_page,
        label=lambda page: _("the page “%(title)s”") % {"title": page.title},
        name=gettext_lazy("a page or story"),
        url=lambda page: page.get_absolute_url(),
        people=_of_author,
        staff_may_open=True,
    ),
    "pages.note": Reportable(
        find=find_note,
        label=lambda note: _("the note of %(name)s") % {"name": note.author.name},
        name=gettext_lazy("a note of a neighbour"),
        url=lambda note: note.get_absolute_url(),
        people=_of_author,
        staff_may_open=True,
    ),
    "pages.question": Reportable(
        find=find_question,
        label=lambda question: _("the question of %(name)s") % {"name": question.byline},
        name=gettext_lazy("a question to all neighbours"),
        url=lambda question: question.get_absolute_url(),
        people=_of_author,
        staff_may_open=True,
    ),
    "pages.answer": Reportable(
        find=find_answer,
        label=lambda answer: _("the answer of %(name)s") % {"name": answer.author.name},
        name=gettext_lazy("an answer to a question"),
        url=lambda answer: answer.question.get_absolute_url(),
        people=_of_author,
        staff_may_open=True,
    ),
}
