"""What a place tells about itself, what neighbours tell each other, and what they ask everybody."""

from plein.features.pages.models.notes import Note, NoteQuerySet, NoteWriter, Reaction
from plein.features.pages.models.pages import Page, PagePicture, PageQuerySet, Version
from plein.features.pages.models.questions import Answer, Question, QuestionQuerySet

__all__ = [
    "Answer",
    "Note",
    "NoteQuerySet",
    "NoteWriter",
    "Page",
    "PagePicture",
    "PageQuerySet",
    "Question",
    "QuestionQuerySet",
    "Reaction",
    "Version",
]
