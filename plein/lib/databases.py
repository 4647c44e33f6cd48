"""How a process talks to its database: what suits many short questions at the same time."""

from typing import Any

SQLITE: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;"
    ),
}
SECONDS_OPEN = 600
"""A connection of SQLite plans by what was counted before it was opened."""
POSTGRES: dict[str, Any] = {
    "pool": {"min_size": 1, "max_size": 10},
    # No helpers beside each question, no compiling of it, and a disk that reads anywhere alike.
    "options": "-c max_parallel_workers_per_gather=0 -c jit=off -c random_page_cost=1.1",
}


def tuned(database: dict[str, Any]) -> dict[str, Any]:
    """A database from its address, with our options; what the address itself says, stays so."""
    if database["ENGINE"].endswith("sqlite3"):
        return {**database, "OPTIONS": SQLITE, "CONN_MAX_AGE": SECONDS_OPEN}
    return {**database, "OPTIONS": POSTGRES | database.get("OPTIONS", {})}
