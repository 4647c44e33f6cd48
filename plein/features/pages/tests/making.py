"""Pages, notes and questions for tests, made by the same actions as on the site."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from plein.features.pages import actions
from plein.features.pages.models import Note, NoteWriter, Page, Question

SECRET_TITLE, SECRET_TEXT = "Kanarietitel van de molen", "Kanarietekst over de molen."


def said(**changes) -> actions.Said:
    usual = {"kind": "news", "title": SECRET_TITLE, "lead": "Kort gezegd.", "body": SECRET_TEXT}
    return actions.Said(**usual | changes)


def make_draft(editor, *, community=None, **changes) -> Page:
    return actions.write(said(**changes), community=community or editor.home.town, by=editor)


def make_page(editor, *, at=None, **changes) -> Page:
    page = make_draft(editor, **changes)
    actions.publish(page, at=at, by=editor)
    return page


def make_note(author, text="De eendjes zijn er weer. Kijk bij de sloot!", *, trusted=True, **more):
    note = actions.send_note(text, by=author, **more)
    if trusted:
        Note.objects.filter(pk=note.pk).update(let_in_at=timezone.now())
        NoteWriter.objects.get_or_create(town_id=note.town_id, member=author)
        note.refresh_from_db()
    return note


def make_question(author, title="Waar vind ik een goede fietsenmaker?", **more) -> Question:
    return actions.ask(title, by=author, **more)


def photo(name="foto.png", colour="#14735a") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), "image/png")
