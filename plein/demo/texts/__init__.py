"""What people in Waterdrecht say: the hand-written texts of the demo town, as typed records."""

from plein.demo.texts.loader import (
    load_about_lines,
    load_organisations,
    load_people,
    load_places,
    load_posts,
    load_talks,
    load_town,
)
from plein.demo.texts.records import (
    AboutLine,
    OrganisationText,
    Person,
    PlaceText,
    PostText,
    Talk,
    TownText,
    Turn,
)

__all__ = [
    "AboutLine",
    "OrganisationText",
    "Person",
    "PlaceText",
    "PostText",
    "Talk",
    "TownText",
    "Turn",
    "load_about_lines",
    "load_organisations",
    "load_people",
    "load_places",
    "load_posts",
    "load_talks",
    "load_town",
]
