"""Who did what: `record("noticeboard.post.closed", on=post, by=member, reason="found")`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plein.foundation.audit.actions import record as record
    from plein.foundation.audit.sealing import seal as seal

__all__ = ["record", "seal"]


def __getattr__(name: str) -> object:
    """Loaded when first asked for: models do not exist yet while Django is starting."""
    if name == "record":
        from plein.foundation.audit.actions import record

        return record
    if name == "seal":
        from plein.foundation.audit.sealing import seal

        return seal
    raise AttributeError(name)
