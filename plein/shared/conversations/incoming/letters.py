"""A mail as it came in: for whom, from whom, and the words in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses
from hashlib import sha256

from django.conf import settings

from plein.shared.conversations.incoming.plain import words_of
from plein.shared.conversations.incoming.replies import own_words
from plein.shared.conversations.incoming.returned import message_id_of_returned
from plein.shared.conversations.incoming.robots import is_robot

BIGGEST = 15 * 1024 * 1024
LONGEST_TEXT = 50_000
MOST_PARTS = 100
TO_HEADERS = ("X-Original-To", "Delivered-To", "Envelope-To", "To", "Cc")


@dataclass(frozen=True)
class Letter:
    reply_key: str
    sender: str
    words: str
    by_robot: bool
    dropped_files: bool
    digest: str
    returned: str
    """Message-ID of a mail of ours that could not be delivered and now came back."""


class NotReadable(ValueError):
    """Not a mail, or one made so wrong that nobody can read it."""


def read(raw: bytes, recipient: str = "") -> Letter:
    """What stands in a mail. Raises NotReadable, never anything else."""
    try:
        return _read(raw, recipient)
    except NotReadable:
        raise
    except Exception as error:
        # The library raises errors of many kinds over a mail that was made wrong. None of them
        # may reach the mail server, which would send the mail again and again.
        raise NotReadable(type(error).__name__) from error


def _read(raw: bytes, recipient: str) -> Letter:
    mail = message_from_bytes(raw[:BIGGEST], policy=policy.default)
    key = _reply_key(mail, recipient)
    senders = [address for _name, address in _addresses(mail, "From") if "@" in address]
    if len(senders) != 1:
        raise NotReadable("From")
    words, dropped = _words(mail)
    identity = str(mail.get("Message-ID", "")).strip().encode() or raw
    return Letter(
        reply_key=key,
        sender=senders[0].strip().lower(),
        words=own_words(words),
        by_robot=is_robot(mail, senders[0]),
        dropped_files=dropped,
        digest=sha256(key.encode() + b"\n" + identity).hexdigest(),
        returned=message_id_of_returned(mail),
    )


def _reply_key(mail: EmailMessage, recipient: str) -> str:
    domain = re.escape(settings.MAIL_REPLY_DOMAIN)
    pattern = re.compile(rf"gesprek\+([0-9a-f]{{32}})@{domain}", re.IGNORECASE)
    given = [recipient] + [address for name in TO_HEADERS for _n, address in _addresses(mail, name)]
    for address in given:
        if found := pattern.fullmatch(address.strip()):
            return found.group(1).lower()
    return ""


def _addresses(mail: EmailMessage, name: str) -> list[tuple[str, str]]:
    return getaddresses([str(value) for value in mail.get_all(name, [])])


def _words(mail: EmailMessage) -> tuple[str, bool]:
    """The text, and whether pictures or files came with it that we leave out."""
    plain, html, files = "", "", False
    for part in _parts(mail):
        kind = part.get_content_type()
        if part.get_filename() or part.get_content_disposition() == "attachment":
            files = True
        elif kind == "text/plain" and not plain.strip():
            plain = _text(part)
        elif kind == "text/html" and not html:
            html = _text(part)
        elif part.get_content_maintype() != "text":
            files = True
    return plain if plain.strip() else words_of(html), files


def _parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(mail.walk()):
        if number >= MOST_PARTS:
            raise NotReadable("TooManyParts")
        if not part.is_multipart():
            yield part


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        text = data.decode(charset, "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    return text.replace("\0", "")[:LONGEST_TEXT]
