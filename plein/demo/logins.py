"""Who a visitor of the demo can be, in a town that was filled."""

from django.conf import settings

from plein.demo.parts import CAST, OPERATOR, Part
from plein.foundation.accounts.models import Account
from plein.foundation.communities.models import Community


def parts_of(town: Community) -> list[Part]:
    """The cast of this town, in the order of the story."""
    emails = [part.email for part in CAST if part.town == town.slug]
    known = set(Account.objects.filter(email__in=emails).values_list("email", flat=True))
    return [part for part in CAST if part.email in known]


def part_account(key: str, town: Community) -> Account | None:
    """The account behind a part, or nobody."""
    email = next((p.email for p in CAST if p.key == key and p.town == town.slug), None)
    return Account.objects.filter(email=email, is_active=True).first() if email else None


def operator_account() -> Account | None:
    return Account.objects.filter(email=OPERATOR, is_operator=True).first()


def sites() -> list[tuple[Community, str]]:
    """Every place with a host of its own, and its address."""
    places = (
        Community.objects.exclude(host=None).select_related("town").order_by("town__name", "kind")
    )
    return [(place, site_url(place)) for place in places]


def site_url(place: Community, path: str = "/") -> str:
    scheme = "https" if settings.SECURE else "http"
    port = f":{settings.SITE_PORT}" if settings.SITE_PORT else ""
    return f"{scheme}://{place.host}{port}{path}"
