"""Who somebody is, what they may do and where they are: three questions to the database at most.

Counted by what each query reads first, on the second visit: what is kept per process is then there.
"""

import re

import pytest
from django.db import connection

from plein.features.activities.tests.making import make_activity
from plein.features.directory.tests.making import make_entry
from plein.features.noticeboard.tests.making import make_ask

WHO = {
    "django_session",
    "accounts_account",
    "communities_member",
    "communities_role",
    "communities_community",
}
"""Session, account and member, rights, and the tree of communities."""
FIRST = re.compile(r'\b(?:FROM|UPDATE|INTO) "(\w+)"')
MOST = 3


@pytest.fixture
def pages(noor):
    return {
        "front": "/",
        "board": "/prikbord/",
        "searched": "/prikbord/?zoek=brood&thema=tuin",
        "detail": make_ask(noor, audience="public").get_absolute_url(),
        "agenda": "/agenda/",
        "activity": make_activity(noor).get_absolute_url(),
        "organisations": "/organisaties/",
        "organisation": make_entry(noor.home.town).get_absolute_url(),
    }


def asked(browser, path):
    """The tables that the queries of one page read first."""
    read = []

    def note(execute, sql, *rest):
        read.extend(FIRST.findall(sql)[:1])
        return execute(sql, *rest)

    assert browser.get(path).status_code == 200, path
    with connection.execute_wrapper(note):
        assert browser.get(path).status_code == 200, path
    return read


@pytest.mark.parametrize("who", ["nobody", "noor", "fatima", "mila"])
def test_who_this_is_costs_three_queries_at_most(request, as_member, pages, who):
    browser = as_member(None if who == "nobody" else request.getfixturevalue(who))

    about = {
        name: [table for table in asked(browser, path) if table in WHO]
        for name, path in pages.items()
    }

    assert not {name: tables for name, tables in about.items() if len(tables) > MOST}
    assert who == "nobody" or all("django_session" in tables for tables in about.values())
