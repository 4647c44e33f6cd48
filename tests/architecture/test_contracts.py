"""The import contracts cover the house as it stands."""

import tomllib

import pytest

from tests.architecture.house import PLEIN, ROOT, our_apps

CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
}
TOLD_ALWAYS = "plein.**.tests.** -> plein.testing.**"


def folders(floor: str) -> set[str]:
    return {path.parent.name for path in (PLEIN / floor).glob("*/__init__.py")}


@pytest.mark.parametrize("config", our_apps(), ids=lambda config: config.name)
def test_the_rooms_of_every_app_are_watched(config):
    floor = config.name.rsplit(".", 1)[0]
    alone = {"plein"}

    assert floor in alone or f"{floor}.*" in CONTRACTS["rooms"]["containers"]


@pytest.mark.parametrize("floor", ["foundation", "shared", "features", "bridges"])
def test_every_folder_on_a_floor_is_an_app(floor):
    apps = {config.name for config in our_apps()}

    assert {f"plein.{floor}.{name}" for name in folders(floor)} <= apps


@pytest.mark.parametrize("name", sorted(CONTRACTS))
def test_only_tests_are_let_through(name):
    exceptions = set(CONTRACTS[name].get("ignore_imports", [])) - {TOLD_ALWAYS}

    assert exceptions <= {"plein.testing.** -> plein.**"}


def test_every_floor_is_kept_from_the_tests():
    floors = {f"plein.{path.parent.name}" for path in PLEIN.glob("*/__init__.py")}

    assert floors - {"plein.testing"} == set(CONTRACTS["testing"]["source_modules"])
