"""A member chooses who hears their news; that person says yes or no, to a connector or by text."""

from datetime import timedelta
from uuid import UUID

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation import jobs, outbox
from plein.foundation.accounts.addresses import is_landline
from plein.foundation.audit.actions import record
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community, Member
from plein.lib.formality import tongue
from plein.shared.notifications.actions import notify
from plein.shared.notifications.go_betweens import SOMEBODY, forget
from plein.shared.notifications.models import GoBetween

SALT = "notifications.go_between"
LIVES = timedelta(days=7)


@transaction.atomic
def choose_somebody(member: Member, *, name: str, phone: str, may_hear: bool, by: Member) -> bool:
    """Says whether this person said yes already; until then news goes as it went.

    `phone` as `addresses.clean` wrote it. Another number is another person, who is asked anew.
    """
    row = GoBetween.objects.filter(town=member.town_id, member=member).first()
    row = row or GoBetween(town_id=member.town_id, member=member)
    if row.phone != phone:
        row.agreed_at, row.made_at = None, timezone.now()
        _own_way(member)
    row.name, row.phone, row.may_hear = name, phone, may_hear
    row.save()
    record("notifications.go_between.asked", on=member, by=by)
    if row.agreed_at:
        _through_them(member)
    jobs.changed("notifications.go_between", member.pk)
    return row.agreed_at is not None


@transaction.atomic
def said_yes(row: GoBetween, *, by: Member | None) -> None:
    """From now on we call this person. `by` heard it; None: answered the text themselves."""
    waits = GoBetween.objects.filter(town=row.town_id, pk=row.pk, agreed_at=None)
    if not waits.update(agreed_at=timezone.now()):
        return
    record("notifications.go_between.agreed", on=row.member, by=by)
    _tell(row, "agreed", gettext_lazy("Somebody hears your news for you now"))
    _through_them(row.member)
    jobs.changed("notifications.go_between", row.member_id)


@transaction.atomic
def said_no(row: GoBetween, *, by: Member | None) -> None:
    """Also later: who does not want it any more says no. Nothing of this person stays."""
    member = row.member
    record("notifications.go_between.refused", on=member, by=by)
    row.delete()
    _own_way(member)
    _tell(row, "refused", gettext_lazy("The person you chose does not hear your news"))
    jobs.changed("notifications.go_between", member.pk)


@transaction.atomic
def hear_myself(member: Member, *, by: Member) -> None:
    """The member hears it without anybody between again; the name and number go."""
    if forget(member):
        record("notifications.go_between.stopped", on=member, by=by)
    _own_way(member)


def can_text(row: GoBetween) -> bool:
    return not is_landline(row.phone)


@transaction.atomic
def send_text(row: GoBetween, *, by: Member) -> None:
    """The same question in a text message, with a page to say yes or no."""
    place = row.member.home.tree.site_of(row.member.home)
    said = {"name": row.member.name, "place": place.name, "url": _url(row)}
    with translation.override(tongue("nl", formal=True)):
        words = _(
            "%(name)s asks whether %(place)s may call you with news for %(name)s. "
            "Say yes or no here: %(url)s"
        )
        outbox.post_text(
            to=row.phone,
            text=words % said,
            key=f"notifications.go_between:{row.pk}:{timezone.localdate():%Y%m%d}",
            town=row.town_id,
            category="code",
            good_until=timezone.now() + LIVES,
        )
    record("notifications.go_between.texted", on=row.member, by=by)


def key_of(row: GoBetween) -> str:
    return signing.dumps([row.pk.hex, row.phone[-4:]], salt=SALT)


def with_key(key: str, community: Community) -> GoBetween | None:
    """Who was asked so, in the town of this page, while the number is still the same."""
    try:
        pk, end = signing.loads(key, salt=SALT, max_age=LIVES)
        found = GoBetween.objects.filter(town=community.town_id, pk=UUID(pk))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    row = found.select_related("member__account", "member__home").first()
    return row if row and row.phone.endswith(end) and row.member.is_here else None


def _url(row: GoBetween) -> str:
    path = reverse("notifications:say-yes", args=[key_of(row)])
    return absolute(row.member.home, path)


def _own_way(member: Member) -> None:
    """Without a yes nobody else hears the news."""
    if member.channel == SOMEBODY:
        account, channel = member.account, Member.Channel
        mail = bool(account and account.email)
        member.channel = channel.MAIL if mail else channel.PHONE if member.phone else channel.PAPER
        member.save(update_fields=["channel"])


def _through_them(member: Member) -> None:
    member.channel = SOMEBODY
    member.save(update_fields=["channel"])


def _tell(row: GoBetween, what: str, subject: "str | object") -> None:
    notify(
        row.member,
        key=f"notifications.go_between.{what}",
        url=reverse("notifications:choose"),
        subject=subject,  # type: ignore[arg-type]
        text=subject,  # type: ignore[arg-type]
        once=f"go_between:{row.member_id}:{what}:{row.made_at:%Y%m%d%H%M%S}",
    )
