"""The gates: what a machine can see without running a single test."""

from _places import BIN, CACHE, PYTHON

MANAGE = [str(PYTHON), "manage.py"]
TOOL = {name: str(BIN / name) for name in ("ruff", "djlint", "lint-imports")}


def style() -> list[list[str]]:
    return [
        [TOOL["ruff"], "format", "--check", "--quiet", "."],
        [TOOL["ruff"], "check", "--quiet", "."],
        [TOOL["lint-imports"], "--no-logo", "--cache-dir", str(CACHE / "import-linter")],
    ]


def types() -> list[list[str]]:
    return [[str(PYTHON), "script/_types.py"]]


def everything() -> list[list[str]]:
    """The slowest first, so that the others fit beside it."""
    return [
        *types(),
        [TOOL["djlint"], "--lint", "--quiet", "plein"],
        *style(),
        [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
        [*MANAGE, "makemigrations", "--check", "--dry-run"],
        [*MANAGE, "draw_map", "--check"],
        [str(PYTHON), "script/_messages.py", "--check"],
    ]


def production_like() -> dict[str, str]:
    """Settings as a real place has them, for `check --deploy`."""
    return {
        "PLEIN_SECRET_KEY": "a-long-key-made-up-for-the-check-only-0123456789-abcdefghijklmnop",
        "PLEIN_SECURE": "1",
        "PLEIN_DEBUG": "0",
        "PLEIN_DEMO": "0",
    }
