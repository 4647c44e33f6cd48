"""A database for one drill, thrown away afterwards unless it is to be kept."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit, urlunsplit


@contextmanager
def fresh_database(
    *,
    postgres: bool = False,
    mail: str = "dummy:",
    settings: str = "benchmarks.drills.settings",
    keep: Path | None = None,
) -> Iterator[Path]:
    """Django is set up inside: on SQLite, on DATABASE_URL, or on a borrowed PostgreSQL.

    What a folder `keep` holds stays for the next time: the SQLite file, or with DATABASE_URL that
    very database.
    """
    with ExitStack() as stack:
        folder = keep or _passing_folder(stack)
        folder.mkdir(parents=True, exist_ok=True)
        url = _address(postgres, stack, kept=bool(keep))
        url = url or f"sqlite:///{folder.resolve() / 'drill.sqlite3'}"
        os.environ.update(
            DATABASE_URL=url,
            PLEIN_DATA_DIR=str(folder),
            PLEIN_MAIL_URL=mail,
            DJANGO_SETTINGS_MODULE=settings,
        )
        _set_up()
        yield folder


def _passing_folder(stack: ExitStack) -> Path:
    return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plein-drill-")))


def _address(postgres: bool, stack: ExitStack, *, kept: bool) -> str:
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        return given if kept else stack.enter_context(_own_database(given))
    if not postgres:
        return ""
    sys.path.insert(0, "script")
    from _postgres import borrowed_postgres

    return stack.enter_context(borrowed_postgres())


@contextmanager
def _own_database(server: str) -> Iterator[str]:
    import psycopg

    name = f"plein_drill_{token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            _close()
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _set_up() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, run_syncdb=True)


def _close() -> None:
    from django.db import connections

    connections.close_all()
