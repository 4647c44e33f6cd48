"""`manage.py take_in_mail < message.eml`: the mail server pipes each answer into this."""

import sys
from typing import Any

import structlog
from django.core.management.base import BaseCommand, CommandParser

from plein.shared.conversations.incoming.letters import BIGGEST
from plein.shared.conversations.incoming.taking import take_in

log = structlog.get_logger(__name__)


class Command(BaseCommand):
    help = "Takes in one mail from standard input: an answer in a talk."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "recipient", nargs="?", default="", help="Address the mail server received it for."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Always ends well: a mail server that hears of a failure would send the mail back."""
        raw = sys.stdin.buffer.read(BIGGEST + 1)
        outcome = take_in(raw, options["recipient"])
        # Neither addresses nor words: only what became of it.
        log.info("conversations.mail", outcome=str(outcome), size=len(raw))
