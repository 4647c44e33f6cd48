from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client


def test_a_healthy_site_says_ok(db):
    response = Client().get("/gezond/")

    assert response.status_code == 200
    assert response.content == b"ok"


def test_it_says_so_when_the_database_is_gone(db):
    with patch("plein.operations.views.connection.cursor", side_effect=OperationalError):
        response = Client().get("/gezond/")

    assert response.status_code == 503


def test_it_answers_on_a_host_nobody_knows(db):
    assert Client(headers={"host": "10.0.0.7"}).get("/gezond/").status_code == 200


def test_nobody_stores_the_answer(db):
    assert "no-store" in Client().get("/gezond/")["Cache-Control"]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_only_answers_to_looking(db, method):
    assert getattr(Client(), method)("/gezond/").status_code == 405
