"""A web process stays small: the heavy libraries are for the worker."""

import json
import os
import subprocess
import sys

import pytest

from tests.architecture.house import ROOT

HEAVY = ["numpy", "sentence_transformers", "onnxruntime", "torch", "simplemma", "snowballstemmer",
         "typst", "openpyxl", "xlsxwriter", "docx", "pypdf", "pandas"]  # fmt: skip
FIRST_REQUESTS = """
import io, json, sys
import django
from django.core.management import call_command
django.setup()
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
from plein.foundation.communities.models import Community
town = Community(kind="town", name="Waterdrecht", slug="waterdrecht", host="localhost")
town.town = town
town.save()
before = set(sys.modules)
from plein.config.wsgi import application
statuses = {}
for path in ["/gezond/", "/", "/prikbord/", "/is-er-niet/"]:
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "SERVER_NAME": "localhost",
               "SERVER_PORT": "80", "HTTP_HOST": "localhost", "wsgi.input": io.BytesIO(),
               "wsgi.url_scheme": "http", "wsgi.errors": sys.stderr, "QUERY_STRING": ""}
    application(environ, lambda status, headers: statuses.update({path: status}))
print(json.dumps({"modules": sorted(sys.modules), "statuses": statuses}))
"""


@pytest.fixture(scope="module")
def process(tmp_path_factory) -> dict:
    data = tmp_path_factory.mktemp("data")
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "plein.config.settings"}
    env |= {"DATABASE_URL": f"sqlite:///{data}/web.sqlite3", "PLEIN_DATA_DIR": str(data)}
    words = [sys.executable, "-c", FIRST_REQUESTS]
    ran = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout.strip().splitlines()[-1])


@pytest.mark.parametrize("name", HEAVY)
def test_a_web_process_does_not_load(name, process):
    assert name not in process["modules"]


def test_it_answered_its_first_requests(process):
    codes = {path: int(status.split()[0]) for path, status in process["statuses"].items()}

    assert codes["/gezond/"] == 200
    assert codes["/"] == 200
    assert codes["/is-er-niet/"] == 404
    assert max(codes.values()) < 500


def test_it_knows_nothing_of_tests(process):
    assert not [name for name in process["modules"] if name.startswith(("plein.testing", "pytest"))]
