"""Family and neighbours who ask for somebody else: it waits until that person said yes."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from plein.foundation import outbox
from plein.foundation.audit import record
from plein.foundation.care import codes
from plein.foundation.care.actions.taking_over import NoSuchCode
from plein.foundation.care.models import Voice
from plein.foundation.care.signals import voice_agreed, voice_refused
from plein.foundation.communities.models import Member


@transaction.atomic
def speak_for(relation: str, *, phone: str = "", by: Member) -> Voice:
    voice = Voice.objects.create(
        town_id=by.town_id, speaker=by, relation=Voice.Relation(relation), phone=phone
    )
    record("care.voice.made", on=voice, by=by)
    return voice


@transaction.atomic
def send_code(voice: Voice, *, url: str, place: str, by: Member) -> None:
    """A text message to that person: a code for the page `url`, where they say yes."""
    code = codes.new_code()
    voice.card_digest = codes.digest(code, voice.town_id)
    voice.card_until = timezone.now() + codes.LIVES
    voice.save(update_fields=["card_digest", "card_until"])
    said = {"name": by.name, "place": place, "url": url, "code": codes.in_halves(code)}
    with translation.override(by.tongue):
        words = _(
            "%(name)s asks something for you on the site of %(place)s. Is that all right? "
            "Then type %(code)s at %(url)s. Is it not? Then do nothing."
        )
        outbox.post_text(
            to=voice.phone,
            text=words % said,
            key=f"care.voice:{voice.pk}",
            town=voice.town,
            category="code",
            good_until=voice.card_until,
        )
    record("care.card.made", on=voice, by=by)


def hear_yes(voice: Voice, how: str, *, by: Member) -> None:
    """A connector spoke with that person, or holds the signed card."""
    _agreed(voice, Voice.Agreed(how), by)


def agree_by_code(code: str, *, town_id: UUID, by: Member | None) -> Voice:
    """The code that was sent to that person; typed by anybody but the one who asked."""
    voice = (
        Voice.objects.filter(town=town_id, card_digest=codes.digest(code, town_id))
        .filter(card_until__gt=timezone.now(), agreed_at=None, refused_at=None)
        .exclude(card_digest="")
        .first()
    )
    if voice is None or (by and by.pk == voice.speaker_id):
        raise NoSuchCode
    _agreed(voice, Voice.Agreed.CODE, by)
    return voice


@transaction.atomic
def refuse(voice: Voice, *, by: Member | None) -> None:
    """That person does not want it, or knows nothing of it; also later, after a yes.

    `by` None: nobody heard a yes in time.
    """
    stands = Voice.objects.filter(town=voice.town_id, pk=voice.pk, refused_at=None)
    if by is None:
        stands = stands.filter(agreed_at=None)
    if stands.update(refused_at=timezone.now(), phone="", card_digest="", card_until=None):
        voice.refresh_from_db()
        record("care.voice.refused" if by else "care.voice.unheard", on=voice, by=by)
        voice_refused.send(sender=Voice, voice=voice, by=by)


@transaction.atomic
def _agreed(voice: Voice, how: Voice.Agreed, by: Member | None) -> None:
    waits = Voice.objects.filter(town=voice.town_id, pk=voice.pk, agreed_at=None, refused_at=None)
    said = {"agreed_at": timezone.now(), "agreed_how": how, "heard_by": by}
    if waits.update(**said, phone="", card_digest="", card_until=None):
        voice.refresh_from_db()
        record("care.voice.agreed", on=voice, by=by, how=how.value)
        voice_agreed.send(sender=Voice, voice=voice)
