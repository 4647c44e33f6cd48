"""What an operator says in the address of the database, holds."""

import dj_database_url

from plein.lib.databases import SQLITE, tuned

ADDRESS = "postgres://plein:secret@localhost/plein"


def options(address):
    return tuned(dj_database_url.parse(address))["OPTIONS"]


def test_postgresql_gets_no_helpers_for_a_short_question():
    assert "-c max_parallel_workers_per_gather=0 -c jit=off" in options(ADDRESS)["options"]


def test_what_the_address_says_of_safety_stays_beside_it():
    told = options(f"{ADDRESS}?sslmode=verify-full&sslrootcert=/etc/ca.pem")

    assert (told["sslmode"], told["sslrootcert"]) == ("verify-full", "/etc/ca.pem")
    assert "jit=off" in told["options"]


def test_the_address_may_choose_otherwise():
    assert options(f"{ADDRESS}?options=-c%20jit%3Don")["options"] == "-c jit=on"


def test_sqlite_waits_for_its_turn_and_stays_open_for_ten_minutes():
    told = tuned(dj_database_url.parse("sqlite:///plein.sqlite3"))

    assert (told["OPTIONS"], told["CONN_MAX_AGE"]) == (SQLITE, 600)
