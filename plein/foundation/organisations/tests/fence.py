"""An organisation of Waterdrecht does not exist elsewhere."""

from plein.foundation.organisations.models import Editor, Organisation


def a_club(cast):
    return Organisation.objects.get_or_create(
        town=cast.waterdrecht, slug="club", defaults={"community": cast.waterdrecht, "name": "Club"}
    )[0]


def an_editor(cast):
    club = a_club(cast)
    editor = Editor.objects.get_or_create(
        town=cast.waterdrecht, organisation=club, member=cast.noor
    )[0]
    return {"pk": club.pk, "editor": editor.pk}


FENCE = {
    "organisations:trust": an_editor,
    "organisations:organisation": lambda cast: {"pk": a_club(cast).pk},
    "organisations:remove-editor": an_editor,
}
