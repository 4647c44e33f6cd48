"""Catalogs of texts: what one app says, in which languages. Used by script/messages."""

import argparse
import io
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

import _formal
from _places import ROOT
from _say import Stop, say

HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"

"""
Spec = tuple[int | tuple[int, str], ...]
KEYWORDS: dict[str, Spec] = {
    "_": (1,),
    "gettext": (1,),
    "gettext_lazy": (1,),
    "gettext_noop": (1,),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATES = ("*.html", "*.txt", "*.mjml", "*.xml", "*.svg")


def places() -> list[Path]:
    """Every app, and the two folders without models that also speak: lib and config."""
    apps = {file.parent for file in (ROOT / "plein").rglob("apps.py")}
    return sorted(apps | {ROOT / "plein" / "lib", ROOT / "plein" / "config"})


def refresh(folder: Path, options: argparse.Namespace) -> list[str]:
    """Bring the files of one app up to date; tell what a translator still has to do."""
    source = collect(folder)
    there = {path.name for path in (folder / "locale").glob("*")}
    languages = there - {"en", _formal.LANGUAGE} | {"nl"}
    complaints = []
    for language in sorted(languages):
        file = folder / "locale" / language / "LC_MESSAGES" / "django.po"
        if not len(source) and not file.exists():
            continue
        old, new = _read(file, language), Catalog(locale=language, fuzzy=False)
        _merge(source, old, new, keep=not options.clean)
        where = file.relative_to(ROOT)
        if options.check:
            complaints += [f"{where}: not up to date: {text!r}" for text in _unknown(source, old)]
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_as_text(new, language), encoding="utf-8")
        if language == "nl":
            dutch = old if options.check else new
            complaints += [f"{where}: {words}" for words in _wrong(dutch)]
            complaints += _refresh_formal(folder, dutch, options)
    return complaints


def _refresh_formal(folder: Path, dutch: Catalog, options: argparse.Namespace) -> list[str]:
    """The texts with "u". An app that is not marked as complete is only told of, not refused."""
    file = folder / "locale" / _formal.LANGUAGE / "LC_MESSAGES" / "django.po"
    where = file.relative_to(ROOT)
    old, new = _read(file, "nl"), Catalog(locale="nl", fuzzy=False)
    waiting = [f"{where}: {words}" for words in _formal.refresh(dutch, old, new)]
    text = _as_text(new, "nl") if len(new) else ""
    if not options.check and text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    elif options.check and text != (file.read_text(encoding="utf-8") if file.exists() else ""):
        waiting.append(f"{where}: not up to date")
    return (
        waiting if not options.check or _formal.is_complete(str(folder.relative_to(ROOT))) else []
    )


def compile_all(folders: list[Path]) -> None:
    for folder in folders:
        for file in folder.glob("locale/*/LC_MESSAGES/django.po"):
            compiled = file.with_suffix(".mo")
            if compiled.exists() and compiled.stat().st_mtime >= file.stat().st_mtime:
                continue
            try:
                catalog = _read(file, file.parts[-3].replace(_formal.LANGUAGE, "nl"))
            except Stop as wrong:
                say(f"  {wrong}")  # the rest must go on; --check is where this stops
                continue
            with compiled.open("wb") as out:
                write_mo(out, catalog)


def collect(folder: Path) -> Catalog:
    """All texts in the code and templates of one app, without where they stand."""
    catalog = Catalog()
    for file in sorted(folder.rglob("*.py")):
        if not {"tests", "migrations"} & set(file.relative_to(folder).parts):
            _add(catalog, file.read_text(encoding="utf-8"))
    if not settings.configured:
        settings.configure()
    for pattern in TEMPLATES:
        for file in sorted((folder / "templates").rglob(pattern)):
            # Brackets around it, or Python's reader stumbles over the template's indentation.
            _add(catalog, f"({templatize(file.read_text(encoding='utf-8'))}\n)")
    return catalog


def _add(catalog: Catalog, code: str) -> None:
    stream = io.BytesIO(code.encode())
    found: Iterable[tuple[Any, ...]] = extract_python(stream, KEYWORDS, [], {"encoding": "utf-8"})
    for _line, function, texts, _comments in found:
        wanted = list(texts) if isinstance(texts, tuple) else [texts]
        context, ids = _parts(function, wanted)
        if ids and all(ids):
            catalog.add(ids[0] if len(ids) == 1 else tuple(ids), context=context)


def _parts(function: str, texts: list[str | None]) -> tuple[str | None, list[str]]:
    """Which of the arguments are context and text, by the name of the function."""
    context, ids = None, list[str]()
    for part in KEYWORDS[function]:
        position = part[0] if isinstance(part, tuple) else part
        text = texts[position - 1] if position <= len(texts) else None
        if isinstance(part, tuple):
            context = text
        elif text is not None:
            ids.append(text)
    return context, ids


def _read(file: Path, language: str) -> Catalog:
    if not file.exists():
        return Catalog(locale=language, fuzzy=False)
    try:
        with file.open("rb") as stream:
            catalog = read_po(stream, locale=language)
    except (LookupError, PoFileError) as error:
        raise Stop(f"{file.relative_to(ROOT)} cannot be read: {error}") from error
    catalog.fuzzy = False
    return catalog


def _merge(source: Catalog, old: Catalog, new: Catalog, *, keep: bool) -> None:
    known = {_key(message): message for message in [*_obsolete(old), *_texts(old)]}
    for message in _texts(source):
        before = known.pop(_key(message), None)
        string = before.string if before and before.string else ""
        flags = before.flags & {"fuzzy"} if before else set()
        new.add(message.id, string, flags=flags | message.flags, context=message.context)
    for key, message in known.items():
        if key in texts_of_django():
            new.add(message.id, message.string, flags=message.flags, context=message.context)
        elif keep and _filled(message):
            new.obsolete[f"{message.context}|{message.id}"] = message


def _unknown(source: Catalog, old: Catalog) -> list[Any]:
    there = {_key(message) for message in _texts(old)}
    wanted = {_key(message): message.id for message in _texts(source)}
    return [text for key, text in wanted.items() if key not in there] + [
        message.id for message in _texts(old) if _key(message) not in wanted | texts_of_django()
    ]


@cache
def texts_of_django() -> dict[tuple[str, str | None], str]:
    """What Django says itself; an app may say it in kinder words."""
    folder = Path(django.__file__).parent / "conf" / "locale" / "nl" / "LC_MESSAGES"
    return {_key(message): "" for message in _texts(_read(folder / "django.po", "nl"))}


def _wrong(catalog: Catalog) -> Iterator[str]:
    for message in _texts(catalog):
        if message.fuzzy or not _filled(message):
            yield f"no Dutch yet: {message.id!r}"
        for error in message.check(catalog):
            yield f"{error}: {message.id!r}"


def _as_text(catalog: Catalog, language: str) -> str:
    out = io.BytesIO()
    write_po(out, catalog, width=100, no_location=True, omit_header=True, sort_output=True)
    header = HEADER.format(language=language, plurals=catalog.plural_forms)
    return header + out.getvalue().decode().strip() + "\n"


def _texts(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _obsolete(catalog: Catalog) -> list[Message]:
    return list(catalog.obsolete.values())


def _filled(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(strings)


def _key(message: Message) -> tuple[str, str | None]:
    first = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return str(first), message.context
