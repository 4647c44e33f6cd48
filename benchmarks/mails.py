"""Send mails while the worker is killed: none lost, none for work that was rolled back."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.drills.databases import fresh_database
from benchmarks.drills.sink import mail_server


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench mails", description=__doc__)
    parser.add_argument("--mails", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plein-sink-") as folder:
        came = Path(folder) / "came"
        with (
            mail_server(came) as port,
            fresh_database(postgres=options.postgres, mail=f"smtp://127.0.0.1:{port}"),
        ):
            return drill(options.mails, options.kills, came)


def drill(mails: int, kills: int, came: Path) -> int:
    from django.db import connection

    from benchmarks.drills.killing import Workers, kill_many, wait_until
    from plein.foundation.outbox.models import Message

    start, given = time.monotonic(), Given(each=-(-mails // kills))
    workers = Workers()
    kill_many(workers, kills, given.feed)
    wait_until(lambda: not Message.objects.waiting().exists(), seconds=120 + mails / 50)
    workers.stop()
    arrived = Counter(came.read_text().split())
    lost = [sent for sent in given.posted if not arrived[sent]]
    strange = [sent for sent in arrived if sent not in given.posted]
    again = sum(times - 1 for times in arrived.values())
    print(
        f"{connection.vendor}: {len(given.posted)} mails, {workers.kills} kills, "
        f"{given.undone} rolled back, {time.monotonic() - start:.0f} s; lost {len(lost)}, "
        f"sent though rolled back {len(strange)}, sent again with the same Message-ID {again}"
    )
    return int(bool(lost or strange or again > kills))


class Given:
    """The mails that were written."""

    def __init__(self, each: int) -> None:
        self.each = each
        self.undone = 0
        self.posted: set[str] = set()

    def feed(self) -> None:
        from django.db import transaction

        with transaction.atomic():
            written = [self._post(f"mail {len(self.posted) + n}") for n in range(self.each)]
        self.posted.update(written)
        with transaction.atomic():
            self.undone += 1
            self._post(f"undone {self.undone}")
            transaction.set_rollback(True)

    def _post(self, key: str) -> str:
        from plein.foundation import outbox

        return outbox.post_mail(
            to="noor@waterdrecht.example",
            subject="Iemand wil je helpen",
            text="Bram doet het graag.",
            html="<p>Bram doet het graag.</p>",
            key=key,
        ).message_id


if __name__ == "__main__":
    sys.exit(main())
