"""Organisations and their editors, as managers type them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Organisation
from plein.lib.codes import read_code


class OrganisationForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the organisation"), max_length=120)
    line = forms.CharField(
        label=gettext_lazy("What does it do?"),
        help_text=gettext_lazy("In one line."),
        required=False,
        max_length=200,
    )

    def clean_name(self) -> str:
        name = " ".join(str(self.cleaned_data["name"]).split())
        if not any(sign.isalpha() for sign in name) or any(sign in name for sign in "<>"):
            raise forms.ValidationError(_("Fill in a name. For example: Football club."))
        return name


class EditorForm(forms.Form):
    member = forms.CharField(
        label=gettext_lazy("Who speaks for this organisation?"),
        help_text=gettext_lazy("Type the name as it stands on the site."),
        max_length=40,
    )
    coordinator = forms.BooleanField(
        label=gettext_lazy("May let others speak for it as well"), required=False
    )

    def __init__(self, *args: Any, town: Community, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.town = town

    def clean_member(self) -> Member:
        name = str(self.cleaned_data["member"]).strip()
        found = list(Member.objects.filter(town=self.town.pk, name__iexact=name).here()[:2])
        if len(found) != 1:
            # The same words for nobody and for several: nobody learns here who takes part.
            raise forms.ValidationError(
                _(
                    "By this name we cannot find one person. Let your colleague open the page of "
                    "this organisation and choose “Keep this page yourself”. Then somebody here "
                    "says yes, and you hear it."
                )
            )
        return found[0]


class MeetForm(forms.Form):
    """A code as somebody told it; for which organisation, when there is more than one."""

    code = forms.CharField(
        label=gettext_lazy("Which code did they tell you?"),
        help_text=gettext_lazy("Six letters and digits. They find it on their own page."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )
    organisation = forms.ChoiceField(
        label=gettext_lazy("For which organisation?"), required=False, choices=()
    )

    def __init__(self, *args: Any, organisations: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisations = {str(each.pk): each for each in organisations}
        if len(organisations) == 1:
            del self.fields["organisation"]
        else:
            names = [(str(each.pk), each.name) for each in organisations]
            self.fields["organisation"].choices = names  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        code = read_code(str(self.cleaned_data["code"]))
        if not code:
            raise forms.ValidationError(
                _("A code has six letters and digits. For example: K3F 7RT.")
            )
        return code

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first = next(iter(self.organisations))
        cleaned["organisation"] = self.organisations[cleaned.get("organisation") or first]
        return cleaned
