"""What the style page shows: every component once, with people who do not exist."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.ui import pictograms
from plein.ui.card import Card, Fact
from plein.ui.site import House, Language, Site, Tool
from plein.ui.widgets import AvailabilityGrid, TileCheckbox, TileRadio, slot_choices

THEMES = [
    ("dog", _("Animals")),
    ("groceries", _("Groceries")),
    ("odd-jobs", _("Odd jobs")),
    ("company", _("Company")),
    ("other", _("Something else")),
]
THEME_PICTOGRAMS = {
    "dog": "dog",
    "groceries": "shopping-bag-open",
    "odd-jobs": "wrench",
    "company": "coffee",
    "other": "dots-three-circle",
}


class StyleForm(forms.Form):
    """Every kind of field; nothing is saved."""

    name = forms.CharField(label=_("Your name"), help_text=_("Your first name is enough."))
    message = forms.CharField(
        label=_("What do you want to say?"), widget=forms.Textarea, required=False
    )
    theme = forms.ChoiceField(
        label=_("What is it about?"),
        choices=THEMES,
        widget=TileRadio(pictograms=THEME_PICTOGRAMS, lines={"company": _("Coffee, a walk")}),
    )
    languages = forms.MultipleChoiceField(
        label=_("Which languages do you speak?"),
        choices=[("nl", "Nederlands"), ("ar", "العربية"), ("uk", "Українська")],
        widget=TileCheckbox(),
        required=False,
    )
    availability = forms.MultipleChoiceField(
        label=_("When do you often have time?"),
        choices=slot_choices(),
        widget=AvailabilityGrid(),
        required=False,
    )
    area = forms.ChoiceField(label=_("Which part of town?"), choices=[("m", "Molenwijk")])
    how = forms.ChoiceField(
        label=_("How shall we reach you?"),
        choices=[("mail", _("By mail")), ("phone", _("By phone"))],
        widget=forms.RadioSelect,
    )
    photo = forms.FileField(label=_("Photo"), required=False)
    agreed = forms.BooleanField(label=_("Everybody in the photo agrees."))


def style_context() -> dict[str, Any]:
    wrong = StyleForm({"name": "", "availability": ["monday-morning"]}, prefix="wrong")
    return {
        "form": StyleForm(initial={"theme": "dog", "availability": ["tuesday-evening"]}),
        "wrong": wrong,
        "cards": style_cards(),
        "names": pictograms.names(),
    }


def style_cards() -> list[Card]:
    return [
        Card(
            kind="ask",
            strip=_("Looks for help"),
            title=_("Who walks Boris?"),
            url="#card",
            text=_("Boris is a calm dog. He likes to go to the park."),
            facts=(
                Fact("clock", _("In the morning")),
                Fact("map-pin", "Molenwijk"),
                Fact("user", _("A resident")),
            ),
            pictogram="dog",
            action=_("I want to do this"),
        ),
        Card(
            kind="offer",
            strip=_("Offers help"),
            title=_("A ride to the hospital"),
            url="#card",
            text=_("I have a car, and time. I can wait for you too."),
            facts=(Fact("clock", _("Tuesday and Thursday")), Fact("map-pin", "Centrum")),
            pictogram="car",
            action=_("Yes, please"),
            action_pictogram="hand-heart",
        ),
        Card(
            kind="plain",
            strip=_("Agenda"),
            title=_("Soup in the community centre"),
            url="#card",
            facts=(Fact("calendar-dots", _("Friday at 12")),),
            pictogram="bowl-steam",
        ),
    ]


def style_site() -> Site:
    """A town for the style page, when no community gives one."""
    return Site(
        name="Waterdrecht",
        phone="0123 45 67 89",
        phone_hours=_("Monday to Friday, 9 to 17"),
        walk_in=_("Library, Kerkplein 1"),
        call_back_url="#",
        languages=[Language("nl", "Nederlands", current=True), Language("en", "English")],
        tools=[
            Tool(_("Join in"), "#", "hand-heart"),
            Tool(_("Sign in"), "#", "sign-in", primary=True),
        ],
        houses=[
            House("board", _("Board"), _("asks and offers"), "#", "push-pin", 1, current=True),
            House("agenda", _("Agenda"), _("what is on when"), "#", "calendar-dots", 2),
            House("showcase", _("Showcase"), _("always something to do"), "#", "storefront", 3),
            House("directory", _("Organisations"), _("who can help"), "#", "lifebuoy", 4),
            House("about", "Over Waterdrecht", _("news and stories"), "#", "newspaper", 5),
            House("areas", _("Neighbourhoods"), _("your part of town"), "#", "house-line", 6),
        ],
    )
