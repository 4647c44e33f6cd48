"""Somebody leaves the town: their own words go, tips that helped others stay without a name."""

from plein.features.pages.models import Answer, Note, NoteWriter, Page, Question, Reaction
from plein.foundation import jobs
from plein.foundation.communities.models import Member
from plein.foundation.media.actions import erase_picture


def forget(member: Member) -> None:
    """In the same transaction as leaving. Pages are of the place: only the name above them goes."""
    _forget_notes(member)
    _forget_questions(member)
    written = Page.objects.filter(town=member.town_id, author=member, written_by=member.name)
    keys = list(written.order_by("pk").values_list("pk", flat=True))
    Page.objects.filter(town=member.town_id, pk__in=keys).update(written_by="")
    for key in keys:
        jobs.changed("pages.page", key)


def _forget_notes(member: Member) -> None:
    Reaction.objects.filter(town=member.town_id, member=member).delete()
    NoteWriter.objects.filter(town=member.town_id, member=member).delete()
    for note in Note.objects.filter(town=member.town_id, author=member).select_related("picture"):
        key, picture = note.pk, note.picture
        note.delete()
        if picture:
            erase_picture(picture, by=member)
        jobs.changed("pages.note", key)


def _forget_questions(member: Member) -> None:
    """A question that nobody answered goes; one with answers of others stays, nobody's own."""
    answers = Answer.objects.filter(town=member.town_id, author=member)
    touched = set(answers.values_list("question_id", flat=True))
    answers.delete()
    for question in Question.objects.filter(town=member.town_id, author=member):
        touched.add(question.pk)
        if not question.answers.exists():
            question.delete()
            continue
        question.author, question.text = None, ""
        question.save(update_fields=["author", "text"])
    for key in touched:
        jobs.changed("pages.question", key)
