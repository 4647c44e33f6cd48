"""Areas and postcodes are public and say nothing about a person."""

from plein.lib.personal_data import Fields, not_personal

FIELDS: Fields = {
    **not_personal("area", "id", "code", "name", "outline", "lat", "lon", "inhabitants"),
    **not_personal("postcode", "id", "code", "lat", "lon", "wijk"),
}
