"""A picture of Waterdrecht, for the test that opens every address as a stranger."""

from plein.foundation.media.models import Picture


def picture_of(member) -> dict:
    picture = Picture.objects.create(
        town_id=member.town_id, made_by=member.pk, alt="Een tuin", width=800, height=600
    )
    return {"pk": picture.pk, "size": 800}


FENCE = {"media:picture": lambda cast: picture_of(cast.noor)}
