"""Other addresses that hear of what stands: asked first, and gone when they say so (BLOCK-10)."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from plein.bridges.publications import keys
from plein.bridges.publications.models import Reader, Standing
from plein.bridges.publications.shapes import BY_KEY
from plein.foundation import outbox
from plein.foundation.accounts import limits
from plein.foundation.audit.actions import record
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Member
from plein.foundation.outbox.letters import Letter, Link, Part
from plein.lib.formality import tongue

MOST_READERS = 5
"""Of one that stands."""
WAITS = timedelta(days=14)
"""Who has not answered by then is not asked again by itself."""
DUTCH = "nl"


class TooManyReaders(Exception):
    """Take one away first."""


@transaction.atomic
def add_reader(standing: Standing, mail: str, *, by: Member) -> Reader:
    """Ask an address whether it wants this each month. Raises `limits.TooOften`."""
    mail = mail.strip().lower()
    if known := standing.readers.filter(mail=mail).first():
        return known
    if standing.readers.count() >= MOST_READERS:
        raise TooManyReaders
    limits.count("reader.member", str(by.pk))
    limits.count("reader.address", mail)
    reader = standing.readers.create(town_id=standing.town_id, mail=mail)
    record("publications.reader.asked", on=standing, by=by)
    _ask(reader)
    return reader


@transaction.atomic
def confirm_reader(reader: Reader) -> None:
    """Who reads this address said yes."""
    if reader.confirmed_at is None:
        reader.confirmed_at = timezone.now()
        reader.save(update_fields=["confirmed_at"])
        record("publications.reader.confirmed", on=reader.standing)


@transaction.atomic
def drop_reader(reader: Reader, *, by: Member | None = None) -> None:
    """Nothing comes there any more; of the address nothing stays."""
    record("publications.reader.stopped", on=reader.standing, by=by)
    reader.delete()


def tell_readers(standing: Standing, today: date) -> None:
    """Word of this month's, once for each address that said yes."""
    place = standing.community
    with override(_tongue(standing)):
        what = str(BY_KEY[standing.shape].name)
        words = _("%(what)s of %(place)s is new again. You can print it now.")
        for reader in standing.readers.confirmed():
            button = Link(_("Look at it"), absolute(place, standing.get_absolute_url()))
            _post(
                reader,
                subject=_("New this month: %(what)s") % {"what": what},
                part=Part(words % {"what": what, "place": place.name}, button=button),
                key=f"publications.reader {reader.pk} {today:%Y-%m}",
                links=[Link(_("Do not send this any more"), keys.reader_url(reader, place))],
            )


def tell_stopped(standing: Standing) -> None:
    """Who said yes hears that no new one comes, and asks for another when they want one."""
    place = standing.community
    with override(_tongue(standing)):
        what = str(BY_KEY[standing.shape].name)
        words = _("%(what)s of %(place)s is not made any more. You get no mail about it.")
        for reader in standing.readers.confirmed():
            _post(
                reader,
                subject=_("This one stops: %(what)s") % {"what": what},
                part=Part(words % {"what": what, "place": place.name}),
                key=f"publications.reader {reader.pk} stopped",
            )


def forget_unanswered() -> None:
    Reader.objects.filter(confirmed_at=None, asked_at__lt=timezone.now() - WAITS).delete()


def _ask(reader: Reader) -> None:
    """No word of who asks stands in it: a name would make it a letter to strangers."""
    standing = reader.standing
    place = standing.community
    with override(_tongue(standing)):
        what = str(BY_KEY[standing.shape].name)
        said = {"what": what, "place": place.name}
        words = [
            _("Somebody of %(place)s thinks that you can use this each month: %(what)s.") % said,
            _("Do you want a mail about it once a month? Then say so. Else you hear nothing more."),
        ]
        button = Link(_("Look and choose"), keys.reader_url(reader, place))
        _post(
            reader,
            subject=_("Do you want this each month? %(what)s of %(place)s") % said,
            part=Part("\n\n".join(words), button=button),
            key=f"publications.reader {reader.pk} asked",
        )


def _post(
    reader: Reader, *, subject: str, part: Part, key: str, links: list[Link] | None = None
) -> None:
    outbox.post_letter(
        Letter(subject, head_of(reader.standing.community), [part], links or []),
        to=reader.mail,
        key=key,
        town=reader.town_id,
        category="publications",
    )


def _tongue(standing: Standing) -> str:
    """As the place speaks: it writes to somebody it does not know."""
    place = standing.community
    return tongue(DUTCH, formal=place.tree.speaks_formally(place.pk))
