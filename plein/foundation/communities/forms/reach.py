"""The question how far something goes, on the forms of all apps: never needed, never empty."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities import reach
from plein.foundation.communities.models import Community
from plein.ui.widgets import TileRadio


def reach_tiles() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Where may it be seen?"),
        widget=TileRadio(pictograms=reach.PICTOGRAMS),
        required=False,
    )


def fill_reach(form: forms.Form, place: Community | None, now: str = "") -> None:
    """Tiles with the names of the place; no question where there is nothing to choose."""
    offered = reach.choices(place) if place else []
    if place is None or not offered:
        del form.fields["reach"]
        return
    field = form.fields["reach"]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type only
    field.choices = offered
    form.initial["reach"] = reach.chosen(place, now or reach.usual(place))


def fill_reach_among(form: forms.Form, places: Sequence[Community], *, new: bool) -> None:
    """Where the place is chosen on the same form. New: first what is usual for that place."""
    offered = reach.choices_among(places)
    if not offered:
        del form.fields["reach"]
        return
    field = form.fields["reach"]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type only
    if new:
        words = _("Of a part: there and on the pages of %(town)s. Of the whole place: everywhere.")
        offered[0] = ("", str(_("As usual")))
        field.widget.lines = {"": words % {"town": places[0].tree.town.name}}
        form.initial["reach"] = ""
    field.choices = offered
