"""Mail over one connection that is opened when needed and used again."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from plein.foundation.outbox.models import Message
from plein.foundation.outbox.refusals import NotReachable, RefusedForGood


class MailCarrier:
    """Carries mails to the server. One bad address never stops the next mail."""

    def __init__(self) -> None:
        self._connection: BaseEmailBackend | None = None

    def carry(self, message: Message) -> None:
        connection = self._open()
        try:
            as_mail(message, connection).send()
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as answer:
            if _is_final(answer):
                raise RefusedForGood(str(_code(answer))) from None
            raise
        except (smtplib.SMTPNotSupportedError, ValueError) as error:
            # An address or header that no mail server can take.
            raise RefusedForGood(type(error).__name__) from None
        except Exception:
            self.close()
            raise

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None

    def _open(self) -> BaseEmailBackend:
        if self._connection is None:
            connection = get_connection()
            try:
                connection.open()
            except (OSError, smtplib.SMTPException) as error:
                raise NotReachable(type(error).__name__) from error
            self._connection = connection
        return self._connection


def as_mail(message: Message, connection: BaseEmailBackend | None = None) -> EmailMultiAlternatives:
    """Text and HTML, with the headers that keep robots from answering."""
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[message.address],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={
            "Auto-Submitted": "auto-generated",
            "Message-ID": message.message_id,
            **message.headers,
        },
        connection=connection,
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    return mail


def _is_final(answer: smtplib.SMTPException) -> bool:
    return 500 <= _code(answer) < 600


def _code(answer: smtplib.SMTPException) -> int:
    if isinstance(answer, smtplib.SMTPRecipientsRefused):
        return min(code for code, _reason in answer.recipients.values())
    return answer.smtp_code if isinstance(answer, smtplib.SMTPResponseException) else 0
