"""The request as our views see it, after the middleware."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from plein.foundation.accounts.models import Account
from plein.foundation.communities.models import Community, Member


class PleinRequest(HttpRequest):
    """`community` from the host; `account` and `member` from the session, None for a stranger."""

    community: Community
    account: Account | None
    member: Member | None
    htmx: HtmxDetails


class MemberRequest(PleinRequest):
    """In a view behind `member_required`: there is somebody."""

    account: Account
    member: Member
