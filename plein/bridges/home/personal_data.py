"""The front door keeps nothing about people."""

from plein.lib.personal_data import Fields, not_personal

FIELDS: Fields = {
    **not_personal("front", "id", "town", "community", "order", "off"),
    **not_personal("number", "id", "town", "community", "day", "agreed"),
}
