"""Who may see and touch pages, notes and questions: views get them here and nowhere else."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from plein.features.pages.models import (
    Answer,
    Note,
    NoteQuerySet,
    Page,
    PageQuerySet,
    Question,
    QuestionQuerySet,
    Version,
)
from plein.foundation.communities.models import Community, Content, Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.communities.rights import may

EVERYBODY = Content.Audience.PUBLIC


def visible_pages(member: Member | None, community: Community) -> PageQuerySet:
    """What stands on this site for this reader: published, and meant for them."""
    pages: PageQuerySet = Page.objects.in_community(community).not_hidden().published()
    return pages if _is_met(member, community) else pages.filter(audience=EVERYBODY)


def visible_page(member: Member | None, community: Community, code: str) -> Page:
    """A page of this site; drafts and planned ones for who may write them."""
    pages: PageQuerySet = Page.objects.in_community(community).filter(code=code)
    page: Page | None = pages.complete().first()
    if page is None:
        raise Http404
    if may_write(page, member):
        return page
    meant = page.audience == EVERYBODY or _is_met(member, community)
    if not page.is_published or page.hidden_at or not meant:
        raise Http404
    return page


def may_write(page: Page, member: Member | None) -> bool:
    return may(member, "page.write", page.community)


def editable_page(member: Member, community: Community, code: str) -> Page:
    page = visible_page(member, community, code)
    if not may_write(page, member):
        raise PermissionDenied(_("Only editors of this place can change it."))
    return page


def version_of(page: Page, number: int) -> Version:
    version = Version.objects.filter(town=page.town_id, page=page, number=number).first()
    if version is None:
        raise Http404
    return version


def writable_places(member: Member, community: Community) -> list[Community]:
    """This site and its parts, as far as this member may write there."""
    tree = community.tree
    inside = sorted(
        (tree.all[key] for key in tree.below(community) - {community.pk}), key=lambda c: c.name
    )
    return [place for place in (community, *inside) if may(member, "page.write", place)]


def visible_notes(member: Member | None, community: Community) -> NoteQuerySet:
    notes: NoteQuerySet = Note.objects.in_community(community).not_hidden().standing()
    met: NoteQuerySet = _without_blocked(notes, member)
    return met


def visible_note(member: Member | None, community: Community, code: str) -> Note:
    """A standing note; one that waits or lapsed only for its author and who lets it in."""
    notes: NoteQuerySet = Note.objects.in_community(community).filter(code=code)
    note: Note | None = _without_blocked(notes, member).complete().first()
    if note is None:
        raise Http404
    own = member is not None and note.author_id == member.pk
    if (note.hidden_at or not note.is_standing) and not (own or may_let_in(note, member)):
        raise Http404
    return note


def may_let_in(note: Note, member: Member | None) -> bool:
    """Somebody else than the writer, with the right in that part of the town."""
    if member is None or note.author_id == member.pk:
        return False
    return may(member, "note.let-in", note.community)


def note_to_let_in(member: Member, community: Community, code: str) -> Note:
    note = visible_note(member, community, code)
    if not may_let_in(note, member):
        raise PermissionDenied(_("Somebody else looks at this first."))
    return note


def removable_note(member: Member, community: Community, code: str) -> Note:
    note = visible_note(member, community, code)
    if note.author_id != member.pk and not may_let_in(note, member):
        raise PermissionDenied(_("Only the person who wrote this can take it away."))
    return note


def visible_questions(member: Member | None, community: Community) -> QuestionQuerySet:
    questions: QuestionQuerySet = Question.objects.in_community(community).not_hidden()
    blocked = blocked_ids(member)
    return questions.filter(Q(author=None) | ~Q(author__in=blocked)) if blocked else questions


def visible_question(member: Member | None, community: Community, code: str) -> Question:
    question: Question | None = (
        visible_questions(member, community).filter(code=code).complete().first()
    )
    if question is None:
        raise Http404
    return question


def answers_to(question: Question, member: Member | None) -> list[Answer]:
    """In the order in which they came; nothing of somebody whom one does not meet."""
    answers = Answer.objects.standing().filter(town=question.town_id, question=question)
    blocked = blocked_ids(member)
    if blocked:
        answers = answers.exclude(author__in=blocked)
    return list(answers.select_related("author").order_by("id"))


def answer_to(question: Question, member: Member, key: UUID) -> Answer:
    found = next((a for a in answers_to(question, member) if a.pk == key), None)
    if found is None:
        raise Http404
    found.question = question
    return found


def may_thank(question: Question, member: Member | None) -> bool:
    """Only the asker says what helped."""
    return member is not None and question.author_id == member.pk


def may_remove(thing: Question | Answer, member: Member | None, place: Community) -> bool:
    """The writer, or a connector of the place."""
    if member is None:
        return False
    return thing.author_id == member.pk or may(member, "post.arrange", place)


def _is_met(member: Member | None, community: Community) -> bool:
    return member is not None and member.is_greeted and member.town_id == community.town_id


def _without_blocked(found: Any, member: Member | None) -> Any:
    blocked = blocked_ids(member)
    return found.exclude(author__in=blocked) if blocked else found
