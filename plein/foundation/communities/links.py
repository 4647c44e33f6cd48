"""Addresses with a host, for mails and text messages. Made from settings and the database only."""

from django.conf import settings

from plein.foundation.communities.models import Community


def origin(community: Community) -> str:
    """Scheme, host and port of the site on which this community is shown."""
    scheme = "https" if settings.SECURE else "http"
    host = community.tree.site_of(community).host or settings.OPERATOR_HOST
    port = f":{settings.SITE_PORT}" if settings.SITE_PORT else ""
    return f"{scheme}://{host}{port}"


def absolute(community: Community, path: str) -> str:
    """The whole address of a path. What is whole already stays as it is only when it is ours."""
    return origin(community) + "/" + path.lstrip("/")
