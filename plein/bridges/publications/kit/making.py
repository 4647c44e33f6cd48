"""From what a caller says to what a template reads: pictures, pictograms and codes become files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from plein.bridges.publications.kit import drawing, look
from plein.bridges.publications.kit.shapes import PAPERS, BadData
from plein.bridges.publications.kit.typesetting import typeset
from plein.foundation.communities.models import Community
from plein.foundation.media.models import Picture

LARGE_PICTURE = 1600


def make(name: str, data: Mapping[str, Any], community: Community) -> bytes:
    """The PDF of a paper. Raises `BadData` when the data does not have its shape."""
    if name not in PAPERS:
        raise BadData(f"There is no paper {name!r}; choose one of {sorted(PAPERS)}.")
    kept = PAPERS[name].filled(name, data)
    workshop = Workshop(wide=LARGE_PICTURE if name == "poster" else drawing.WIDEST)
    ready = {key.replace("_", "-"): workshop.ready(key, value) for key, value in kept.items()}
    if name == "list":
        ready["widths"] = list(kept["widths"]) or [1] * len(kept["columns"])
    ready |= {"qr": "", "qr_alt": ""} | workshop.code(kept.get("qr", ""))
    ready["look"] = look.look_of(community)
    if logo := look.logo_of(community):
        workshop.files[f"pictures/{look.LOGO}"] = logo
    return typeset(name, ready, workshop.files)


@dataclass
class Workshop:
    """Files that go beside the template, each once."""

    wide: int = drawing.WIDEST
    files: dict[str, bytes] = field(default_factory=dict)
    _made: dict[object, str] = field(default_factory=dict)

    def ready(self, key: str, value: Any) -> Any:
        """The same, with names of files in it."""
        if key == "facts":
            return [self.fact(*each) for each in value]
        if isinstance(value, Mapping):
            return self.thing(value)
        if isinstance(value, str) or not isinstance(value, Sequence):
            return value
        return [self.ready("", each) for each in value]

    def thing(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """A section, an item, a way to join: whatever has a picture, facts or a code."""
        made = {key: self.ready(key, value) for key, value in data.items() if key != "picture"}
        if "pictogram" in data:
            made["pictogram"] = self.pictogram(data["pictogram"])
        if "picture" in data:
            made["picture"] = self.picture(data["picture"])
            made["alt"] = data.get("alt") or _("Photo with: %(title)s") % {"title": data["title"]}
        if "qr" in data:
            made |= self.code(data["qr"])
        return made

    def fact(self, name: str, words: str) -> dict[str, str]:
        return {"pictogram": self.pictogram(name), "words": str(words)}

    def pictogram(self, name: str) -> str:
        kept = drawing.known(name)
        self.files.setdefault(f"pictograms/{kept}.svg", drawing.pictogram(kept))
        return kept

    def picture(self, picture: Picture | None) -> str:
        """Its name, or nothing: hidden, gone, or never there."""
        if picture is None or picture.hidden_at:
            return ""
        name = f"{picture.pk.hex}.jpg"
        if picture.pk not in self._made:
            size = 1600 if self.wide > drawing.WIDEST else 320
            content = look.printed(picture, size, self.wide)
            self._made[picture.pk] = name if content else ""
            if content:
                self.files[f"pictures/{name}"] = content
        return self._made[picture.pk]

    def code(self, address: str) -> dict[str, str]:
        if not address:
            return {"qr": "", "qr_alt": ""}
        name = sha256(address.encode()).hexdigest()[:24]
        if f"qr/{name}.svg" not in self.files:
            self.files[f"qr/{name}.svg"] = drawing.qr(address)
        return {"qr": name, "qr_alt": _("Code for your phone: %(address)s") % {"address": address}}
