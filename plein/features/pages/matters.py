"""First notes of neighbours, which wait for somebody to let them in."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.pages.models import Note
from plein.lib.matter import Matter, MatterSource


def waiting_notes(town_id: UUID) -> Iterator[Matter]:
    """Not a word of the note: only that there is one, and where."""
    notes = Note.objects.filter(town=town_id).waiting().select_related("author", "community")
    for note in notes.order_by("id").iterator(chunk_size=500):
        names = {"name": note.author.name, "place": note.community.name}
        yield Matter(
            kind="pages.note",
            about=note.pk,
            community=note.community_id,
            area=note.community_id,
            words=_("The first note of %(name)s, %(place)s") % names,
            url=note.get_absolute_url(),
            hurts_from=note.made_at,
            due=note.lapses_at,
            hidden_from=frozenset({note.author_id}),
        )


MATTERS = [
    MatterSource(
        kind="pages.note",
        title=gettext_lazy("First notes of neighbours"),
        all=waiting_notes,
        module="about",
        right="note.let-in",
        pictogram="chat-circle-text",
        minutes=2,
        changes=("pages.note", "communities.member"),
    )
]
