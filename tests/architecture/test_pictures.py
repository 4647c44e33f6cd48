"""Every picture belongs to something whose app says who may see it (H16)."""

from django.apps import apps
from django.db import models

from plein.foundation.media.models import Picture
from plein.foundation.media.uses import uses

NOT_SHOWN_BY_IT = {
    "moderation.Refusal": "said about a photo; the photo stands where it stood",
}


def pointing_at_pictures() -> set[tuple[str, str]]:
    return {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model is Picture
    }


def test_every_app_with_pictures_says_who_may_see_them():
    """Missing here? Write `picture_uses.py` in that app; see plein/foundation/media/uses.py."""
    said = {(use.model._meta.label, use.field) for use in uses()}

    missing = {
        f"{label}.{field}"
        for label, field in pointing_at_pictures() - said
        if label not in NOT_SHOWN_BY_IT
    }

    assert missing == set()


def test_what_is_said_exists():
    said = [(use.model._meta.label, use.field) for use in uses()]

    assert said
    assert set(said) <= pointing_at_pictures()
    assert len(said) == len(set(said))


def test_rows_with_a_picture_know_their_town():
    for use in uses():
        assert use.model._meta.get_field("town")
