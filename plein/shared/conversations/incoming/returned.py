"""Mail of ours that came back later: which one, and only when it came back for good (RFC 3464)."""

import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage, Message

FAILED = re.compile(r"^\s*failed\b", re.IGNORECASE)
FOR_GOOD = re.compile(r"^\s*5\.\d{1,3}\.\d{1,3}")


def message_id_of_returned(mail: EmailMessage) -> str:
    """The Message-ID of what could not be delivered, ever; empty for all other mail."""
    if mail.get_content_type() != "multipart/report":
        return ""
    parts: list[Message] = list(mail.walk())
    return _original(parts) if any(_is_final(part) for part in _statuses(parts)) else ""


def _statuses(parts: Sequence[Message]) -> Iterator[Message]:
    """The library reads each block of a delivery status as a message of headers."""
    for part in parts:
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            yield from (block for block in part.get_payload() if isinstance(block, Message))


def _is_final(block: Message) -> bool:
    return bool(FAILED.match(str(block.get("Action", "")))) and bool(
        FOR_GOOD.match(str(block.get("Status", "")))
    )


def _original(parts: Sequence[Message]) -> str:
    """From the mail that was sent along, or from its headers."""
    for part in parts:
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            return str(part.get_payload(0).get("Message-ID", "")).strip()  # type: ignore[union-attr]
        if part.get_content_type() == "text/rfc822-headers":
            payload = part.get_payload(decode=True)
            text = payload.decode("ascii", "replace") if isinstance(payload, bytes) else ""
            found = re.search(r"^Message-ID:\s*(<[^>\s]{1,200}>)", text, re.I | re.M)
            return found.group(1) if found else ""
    return ""
