"""Draws docs/map.md: what stands where, read from the code itself."""

import ast
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, get_resolver

from plein.foundation.jobs import registry
from plein.operations.floors import FLOORS, App, all_apps

HEAD = """\
# The house, as it stands

Drawn by `manage.py draw_map` from the code; a test compares. Imports only point down this page.
"""


def drawing() -> str:
    lines = [HEAD]
    urls = list(addresses())
    apps = all_apps()
    for floor, about in FLOORS.items():
        here = [app for app in apps if app.floor == floor]
        if here:
            lines.append(f"## {floor}: {about}\n")
        for app in here:
            lines.extend(_app(app, urls))
    return "\n".join(lines).rstrip() + "\n"


def addresses() -> Iterator[tuple[str, str, str]]:
    """(module of the view, address, full name) of every page of ours."""
    yield from _walk(get_resolver(), "/", "")


def _walk(resolver: URLResolver, path: str, spaces: str) -> Iterator[tuple[str, str, str]]:
    for pattern in resolver.url_patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            space = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            yield from _walk(pattern, here, space)
        elif isinstance(pattern, URLPattern):
            module = getattr(pattern.callback, "__module__", "")
            yield module, here, f"{spaces}{pattern.name or ''}"


def _app(app: App, urls: list[tuple[str, str, str]]) -> Iterator[str]:
    if app.name != app.floor:
        yield f"### {app.name}\n"
    if app.about:
        yield f"{app.about}\n"
    rows = {
        "models": _models(app),
        "actions": _functions(app, "actions"),
        "pages": [
            f"`{path}`" for module, path, _name in urls if module.startswith(f"{app.module}.")
        ],
        "signals": _signals(app),
        "tasks": [
            f"`{name}`" for name, task in registry.handlers.items() if _is_of(app, task.work)
        ],
        "listens to": _listens(app),
    }
    filled = [f"- **{name}**: {', '.join(row)}" for name, row in rows.items() if row]
    if filled:
        yield "\n".join(filled) + "\n"


def _models(app: App) -> list[str]:
    if not app.config:
        return []
    models = app.config.get_models()
    return [f"`{model.__name__}`" for model in sorted(models, key=lambda model: model.__name__)]


def _functions(app: App, room: str) -> list[str]:
    """Public functions of a room, in the order of the file."""
    file = app.folder / f"{room}.py"
    files = [file] if file.exists() else sorted((app.folder / room).glob("*.py"))
    return [
        f"`{node.name}`"
        for path in files
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def _signals(app: App) -> list[str]:
    from django.dispatch import Signal

    if not find_spec(f"{app.module}.signals"):
        return []
    room = import_module(f"{app.module}.signals")
    return [f"`{name}`" for name, value in vars(room).items() if isinstance(value, Signal)]


def _listens(app: App) -> list[str]:
    return [
        f"`{kind}`"
        for kind, names in sorted(registry.listeners.items())
        if any(_is_of(app, registry.handlers[name].work) for name in names)
    ]


def _is_of(app: App, work: object) -> bool:
    return getattr(work, "__module__", "").startswith(f"{app.module}.")
