"""The operator of an installation may look, and a look is a light question."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.foundation.accounts.models import Account

pytestmark = pytest.mark.django_db
LISTS = ["community", "member", "role"]


@pytest.fixture
def operator(as_member, noor):
    Account.objects.filter(pk=noor.account_id).update(is_operator=True)
    return as_member(noor)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_no_more_tables_than_its_rows_show(operator, fatima, name):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = operator.get(f"/beheer/communities/{name}/")

    assert page.status_code == 200
    joins = [
        query["sql"].count(" JOIN ") for query in asked if f"communities_{name}" in query["sql"]
    ]
    assert joins
    assert max(joins) <= 2


@pytest.mark.parametrize("name", LISTS)
def test_it_is_there_for_nobody_else(as_member, mila, client, name):
    for browser in (as_member(mila), client):
        assert "/beheer/login/" in browser.get(f"/beheer/communities/{name}/").url


def test_every_list_names_what_it_joins():
    for model, shown in admin.site._registry.items():
        keys = {field.name for field in model._meta.fields if field.is_relation}
        if keys & set(shown.list_display):
            assert shown.list_select_related, model
