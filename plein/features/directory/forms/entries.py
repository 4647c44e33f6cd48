"""The page of an organisation, in three forms: what it is, a place, a service."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from plein.features.directory import cleaning, hours
from plein.features.directory.domains import is_mobile
from plein.features.directory.forms import fields
from plein.features.directory.models import Cost, Referral, Vital
from plein.features.directory.phones import Phones, any_mobile, read_phones, write_phones
from plein.features.directory.sheet import Help, Sheet, Spot
from plein.features.directory.wording import ACCESS, LANGUAGES, SECTORS
from plein.foundation.communities.forms.reach import fill_reach, reach_tiles
from plein.foundation.organisations.models import Organisation, Sector
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.lib.week import DAYS
from plein.ui.fields import WordsField
from plein.ui.widgets import TileCheckbox, TileRadio

DONT_KNOW = ("", gettext_lazy("Not said"))


def _choices(values: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [DONT_KNOW, *values]


class SheetForm(forms.Form):
    """Everything but places and services."""

    name = WordsField(label=gettext_lazy("Name of the organisation"), max_length=120)
    line = WordsField(
        label=gettext_lazy("What does it do?"),
        help_text=gettext_lazy("In one line."),
        required=False,
        max_length=200,
    )
    about = WordsField(
        lines=5,
        label=gettext_lazy("Tell a bit more"),
        help_text=gettext_lazy("For whom is it? What happens there? Short sentences read best."),
        required=False,
        max_length=3000,
    )
    sector = forms.ChoiceField(
        label=gettext_lazy("What sort of organisation is it?"),
        choices=_choices(Sector.choices),
        widget=TileRadio(pictograms=SECTORS | {"": "question", "other": "buildings"}),
        required=False,
    )
    informal = forms.BooleanField(
        label=gettext_lazy("It is run by neighbours or volunteers"), required=False
    )
    insures = forms.BooleanField(
        label=gettext_lazy("Whoever helps through us is insured by us"), required=False
    )
    themes = forms.MultipleChoiceField(
        label=gettext_lazy("What is it about?"), widget=TileCheckbox(), required=False
    )
    groups = forms.MultipleChoiceField(
        label=gettext_lazy("For whom is it meant?"),
        help_text=gettext_lazy("Leave it open when it is for everybody."),
        widget=TileCheckbox(),
        required=False,
    )
    phone = WordsField(
        label=gettext_lazy("Phone number of the organisation"), required=False, max_length=40
    )
    phones = WordsField(
        lines=3,
        label=gettext_lazy("More phone numbers"),
        help_text=gettext_lazy(
            "One on each line, with what it is for. For example: Appointments: 0184-555 011."
        ),
        required=False,
        max_length=600,
    )
    phone_may = forms.BooleanField(
        label=gettext_lazy("The person whose mobile number this is, agrees that it stands here"),
        required=False,
    )
    mail = WordsField(
        label=gettext_lazy("Mail address of the organisation"),
        help_text=gettext_lazy("Of a function, not of a person. For example: info@club.nl."),
        required=False,
        max_length=254,
    )
    website = WordsField(label=gettext_lazy("Website"), required=False, max_length=200)
    kvk = WordsField(
        label=gettext_lazy("KVK number"),
        help_text=gettext_lazy("8 digits. A group of neighbours has none."),
        required=False,
        max_length=12,
    )
    area_words = WordsField(
        label=gettext_lazy("For which part of the town?"), required=False, max_length=120
    )
    cost = forms.ChoiceField(
        label=gettext_lazy("Does it cost something?"),
        choices=_choices(Cost.choices),
        widget=TileRadio(),
        required=False,
    )
    cost_words = WordsField(
        label=gettext_lazy("What does it cost?"),
        help_text=gettext_lazy("For example: 2 euro with coffee."),
        required=False,
        max_length=120,
    )
    referral = forms.ChoiceField(
        label=gettext_lazy("Can people simply come?"),
        choices=_choices(Referral.choices),
        widget=TileRadio(),
        required=False,
    )
    referral_words = WordsField(
        label=gettext_lazy("By whom, or how?"),
        help_text=gettext_lazy("For example: through the doctor."),
        required=False,
        max_length=120,
    )
    waiting_words = WordsField(
        label=gettext_lazy("How long do people wait?"),
        help_text=gettext_lazy("For example: about 3 weeks."),
        required=False,
        max_length=80,
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Which languages do you speak there?"),
        widget=TileCheckbox(),
        required=False,
    )
    access = forms.MultipleChoiceField(
        label=gettext_lazy("What is good to know beforehand?"),
        choices=[(key, words) for key, (_mark, words) in ACCESS.items()],
        widget=TileCheckbox(pictograms={key: mark for key, (mark, _words) in ACCESS.items()}),
        required=False,
    )
    desk_phone = WordsField(
        label=gettext_lazy("Number for professionals"),
        help_text=gettext_lazy("Only professionals and connectors see this."),
        required=False,
        max_length=40,
    )
    desk_note = WordsField(
        label=gettext_lazy("Note for professionals"), required=False, max_length=400
    )
    vital = forms.ChoiceField(
        label=gettext_lazy("Can somebody not do without?"),
        help_text=gettext_lazy("Then a steward checks it four times a year."),
        choices=_choices(Vital.choices),
        widget=TileRadio(),
        required=False,
    )
    reach = reach_tiles()

    def __init__(
        self,
        *args: Any,
        sheet: Sheet,
        organisation: Organisation,
        themes: Iterable[Theme],
        groups: Iterable[TargetGroup],
        steward: bool,
        **kwargs: Any,
    ) -> None:
        agreed = is_mobile(sheet.phone) or any_mobile(sheet.phones)
        known = {"phones": write_phones(sheet.phones), "phone_may": agreed}
        kwargs.setdefault("initial", sheet.as_json() | known)
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        themes, groups = list(themes), list(groups)
        self._offer("themes", [(t.key, t.name) for t in themes])
        self.fields["themes"].widget.pictograms = {t.key: t.pictogram for t in themes}
        self._offer("groups", [(g.key, g.name) for g in groups])
        self._offer("languages", [(code, _language(code)) for code in LANGUAGES])
        fill_reach(self, organisation.community, organisation.reach)
        if not steward:
            del self.fields["vital"]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        # What it says already stays possible, also when the list has changed since.
        known = {key for key, _name in choices}
        field.choices = [*choices, *((k, k) for k in self.initial[name] if k not in known)]

    def clean_name(self) -> str:
        return cleaning.clean_name(self.cleaned_data["name"])

    def clean_phone(self) -> str:
        return cleaning.clean_phone(self.cleaned_data["phone"])

    def clean_phones(self) -> Phones:
        return read_phones(self.cleaned_data["phones"])

    def clean_desk_phone(self) -> str:
        return cleaning.clean_phone(self.cleaned_data["desk_phone"])

    def clean_mail(self) -> str:
        return cleaning.clean_mail(self.cleaned_data["mail"])

    def clean_website(self) -> str:
        return cleaning.clean_website(self.cleaned_data["website"])

    def clean_kvk(self) -> str:
        return cleaning.clean_kvk(self.cleaned_data["kvk"])

    def clean(self) -> None:
        said = self.cleaned_data
        mobile = is_mobile(said.get("phone", "")) or any_mobile(said.get("phones", ()))
        if mobile and not self.cleaned_data.get("phone_may"):
            self.add_error(
                "phone_may",
                _("A mobile number is often somebody's own. Ask first, then tick this."),
            )

    def said(self) -> Sheet:
        """The sheet as it is after this form."""
        beside = ("phone_may", "reach")
        values = {name: value for name, value in self.cleaned_data.items() if name not in beside}
        for name in ("themes", "groups", "languages", "access"):
            values[name] = tuple(values[name])
        return self.sheet.changed(**values)


def _language(code: str) -> str:
    return str(get_language_info(code)["name_translated"])


class PlaceForm(forms.Form):
    """One location with its week."""

    name = WordsField(label=gettext_lazy("Name of the building"), required=False, max_length=80)
    street = WordsField(label=gettext_lazy("Street and number"), required=False, max_length=120)
    postcode = WordsField(label=gettext_lazy("Postcode"), required=False, max_length=10)
    place = WordsField(label=gettext_lazy("Town"), required=False, max_length=60)
    wijk = forms.ChoiceField(
        label=gettext_lazy("In which wijk?"),
        help_text=gettext_lazy("We look it up by the postcode. Not right? Then choose it."),
        required=False,
    )
    opening_words = WordsField(
        label=gettext_lazy("Anything else about the times?"),
        help_text=gettext_lazy("For example: the door opens 15 minutes before."),
        required=False,
        max_length=160,
    )
    open_on_holidays = forms.BooleanField(
        label=gettext_lazy("Also open on holidays such as Christmas and King's Day"), required=False
    )
    closed_first = forms.DateField(
        label=gettext_lazy("Closed from"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    closed_last = forms.DateField(
        label=gettext_lazy("Up to and including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    closed_why = WordsField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("For example: summer holiday."),
        required=False,
        max_length=60,
    )

    def __init__(
        self, *args: Any, spot: Spot, wijken: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        """`wijken`: (word in addresses, name) of all parts of the town, the town itself first."""
        kwargs.setdefault("initial", _initial(spot))
        super().__init__(*args, **kwargs)
        self.spot = spot
        if len(wijken) > 1:
            (town, _name), *parts = wijken
            choices = [("", _("Look it up")), (town, _("The whole place")), *parts]
            self.fields["wijk"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["wijk"]
        for number, day in enumerate(DAYS):
            self.fields[f"day_{number}"] = fields.TimesField(label=day)

    def days(self) -> list[forms.BoundField]:
        return [self[f"day_{number}"] for number in range(7)]

    def clean_postcode(self) -> str:
        return cleaning.clean_code(self.cleaned_data["postcode"])

    def clean(self) -> None:
        if not self.cleaned_data.get("street") and not self.cleaned_data.get("name"):
            self.add_error("street", _("Fill in a street, or the name of the building."))
        first, last = (self.cleaned_data.get(n) for n in ("closed_first", "closed_last"))
        if first and last and last < first:
            self.add_error("closed_last", _("This day is before the first day."))

    def said(self) -> Spot:
        data = self.cleaned_data
        opening = tuple(
            (day, opens, closes) for day in range(7) for opens, closes in data[f"day_{day}"]
        )
        pauses: tuple[tuple[str, str, str], ...] = ()
        if first := data["closed_first"] or data["closed_last"]:
            last = data["closed_last"] or first
            pauses = ((first.isoformat(), last.isoformat(), data["closed_why"]),)
        # The form shows the first; what a merge or a list brought beside it stays.
        pauses = (*pauses, *self.spot.pauses[1:])
        moved = data["postcode"] != self.spot.postcode
        return Spot(
            **{name: data[name] for name in ("name", "street", "postcode", "place")},
            wijk=data.get("wijk", self.spot.wijk),
            lat=None if moved else self.spot.lat,
            lon=None if moved else self.spot.lon,
            opening=opening,
            opening_words=data["opening_words"],
            pauses=pauses,
            open_on_holidays=data["open_on_holidays"],
        )


def _initial(spot: Spot) -> dict[str, Any]:
    names = ("name", "street", "postcode", "place", "wijk", "opening_words", "open_on_holidays")
    values: dict[str, Any] = {name: getattr(spot, name) for name in names}
    for day in range(7):
        pairs = [(opens, closes) for on, opens, closes in spot.opening if on == day]
        values[f"day_{day}"] = ", ".join(
            f"{hours.clock(opens)}-{hours.clock(closes)}" for opens, closes in pairs
        )
    if spot.pauses:
        first, last, why = spot.pauses[0]
        values |= {"closed_first": first, "closed_last": last, "closed_why": why}
    return values


class HelpForm(forms.Form):
    """One thing somebody can go there for."""

    name = WordsField(
        label=gettext_lazy("What can people come for?"),
        help_text=gettext_lazy("For example: help with forms."),
        max_length=80,
    )
    text = WordsField(
        label=gettext_lazy("How does it go?"), required=False, max_length=600, lines=4
    )
    theme = forms.ChoiceField(label=gettext_lazy("What is it about?"), required=False)
    cost = forms.ChoiceField(
        label=gettext_lazy("Does it cost something?"),
        choices=_choices(Cost.choices),
        widget=TileRadio(),
        required=False,
    )
    referral = forms.ChoiceField(
        label=gettext_lazy("Can people simply come?"),
        choices=_choices(Referral.choices),
        widget=TileRadio(),
        required=False,
    )

    def __init__(self, *args: Any, themes: Iterable[Theme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        theme = self.fields["theme"]
        assert isinstance(theme, forms.ChoiceField)  # noqa: S101 - for the type checker
        theme.choices = _choices([(each.key, each.name) for each in themes])

    def said(self) -> Help:
        return Help(**self.cleaned_data)
