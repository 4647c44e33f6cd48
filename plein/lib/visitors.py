"""Where a visitor comes from, also behind servers of our own."""

from collections.abc import Mapping


def address_of(meta: Mapping[str, str], proxies: int) -> str:
    """The network address of a visitor, for limits.

    `meta` is `request.META`; `proxies` is how many servers of our own stand in front. Each of
    them adds the address it saw at the end of X-Forwarded-For (RFC 7239, section 8.1, tells why
    only those can be believed), so what a visitor wrote there in front is never read.
    """
    if proxies > 0:
        seen = [part.strip() for part in meta.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        if len(seen) >= proxies and seen[-proxies]:
            return seen[-proxies][:64]
    return meta.get("REMOTE_ADDR", "")
