"""What can be chosen, with its name in the address and in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Choices = Mapping[str, tuple[str | Promise, str]]
"""{as it stands in the address: (words, key)}"""

TIMES: Choices = {
    "overdag": (_("In the daytime"), "1"),
    "avond": (_("In the evening"), "2"),
    "weekend": (_("At the weekend"), "3"),
}
COSTS: Choices = {"gratis": (_("Free"), "free"), "betaald": (_("Costs something"), "paid")}
ACCESS: Choices = {
    "rolstoel": (_("With a wheelchair"), "wheelchair"),
    "lift": (_("With a lift"), "lift"),
    "ringleiding": (_("With a hearing loop"), "hearing-loop"),
    "rustig": (_("Quiet"), "quiet"),
    "alleen-welkom": (_("Come alone, you are welcome"), "alone-welcome"),
}
ACCESS_PICTOGRAMS: Mapping[str, str] = {
    "rolstoel": "wheelchair",
    "lift": "arrow-up",
    "ringleiding": "ear",
    "rustig": "leaf",
    "alleen-welkom": "hand-waving",
}
LANGUAGES: Mapping[str, str] = {
    "nl": "Nederlands",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "uk": "Українська",
    "pl": "Polski",
    "ti": "ትግርኛ",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "so": "Soomaali",
    "fa": "فارسی",
    "fy": "Frysk",
    "bg": "Български",
    "ro": "Română",
}


def path_of(choices: Choices, key: str) -> str:
    """How a key stands in the address; empty when there is none."""
    return next((path for path, (_words, kept) in choices.items() if kept == key), "")
