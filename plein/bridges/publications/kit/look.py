"""How paper of a place looks: its name, six colours with readable letters, and its logo."""

from typing import Any

from django.core.files.storage import default_storage

from plein.bridges.publications.kit import drawing
from plein.foundation.communities.colours import HOUSES, USUAL, letters_on
from plein.foundation.communities.links import origin
from plein.foundation.communities.models import Community
from plein.foundation.media.models import Picture

LOGO = "logo.jpg"


def look_of(community: Community) -> dict[str, Any]:
    """What each template asks as `look`."""
    own = list(community.colours)
    colours = own if len(own) == HOUSES else list(USUAL)
    return {
        "place": community.name,
        "site": origin(community).partition("://")[2],
        "colours": colours,
        "letters": [letters_on(colour) for colour in colours],
        "logo": LOGO if logo_of(community) else "",
        "logo_alt": community.name,
    }


def logo_of(community: Community) -> bytes:
    """Ready to print; nothing when there is none, or when it was hidden."""
    logo = community.logo
    return printed(logo, 800) if logo and not logo.hidden_at else b""


def printed(picture: Picture, size: int = 320, widest: int = drawing.WIDEST) -> bytes:
    """A kept picture as JPEG; nothing when its file is gone or cannot be read."""
    try:
        with default_storage.open(picture.path(size)) as file:
            return drawing.picture(file.read(), widest)
    except OSError:
        return b""
