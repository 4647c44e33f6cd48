"""What is not right, in plain words; more words may be left out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.shared.moderation.models import Report
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio

Reason = Report.Reason


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("What is not right?"),
        choices=Reason.choices,
        widget=TileRadio(
            pictograms={
                Reason.UNKIND: "smiley-sad",
                Reason.UNSAFE: "shield-warning",
                Reason.SCAM: "currency-eur",
                Reason.PRIVATE: "eye-slash",
                Reason.OTHER: "dots-three-circle",
            }
        ),
        error_messages={"required": _("Choose what is not right. “Something else” is fine too.")},
    )
    words = forms.CharField(
        label=_("Do you want to say more? You do not have to."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _("That is too long. A few sentences are enough.")},
    )


class RefusalForm(forms.Form):
    words = WordsField(
        label=_("Do you want to say more? You do not have to."),
        help_text=_("Only people who take care of this place read it."),
        required=False,
        lines=2,
        max_length=300,
    )
