"""Spreadsheets for tests, made here: good ones, and thirty broken ones."""

import io
import json
import zipfile

HEADER = "Naam;Wat doet het;KVK-nummer;Telefoon;Straat en nummer;Postcode;Plaats;Openingstijden"


def csv_of(*rows: str, header: str = HEADER) -> bytes:
    return "\r\n".join([header, *rows]).encode()


def xlsx_of(*rows, sheets=1) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for _extra in range(sheets - 1):
        book.create_sheet()
    page = book.worksheets[-1]
    for cells in rows:
        page.append(cells)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def packed(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return made.getvalue()


GOOD = xlsx_of(["Naam", "Telefoon"], ["Koor", "0184 555 030"])
BOMB = packed(xl__workbook_xml="<x/>", xl__big_xml=" " * 90_000_000)

BROKEN: dict[str, tuple[bytes, str]] = {
    "nothing in it": (b"", "leeg"),
    "only blanks": (b"  \r\n \r\n", "leeg"),
    "only separators": (b";;;\r\n;;;\r\n", "leeg"),
    "a workbook without words": (xlsx_of(), "leeg"),
    "only headings": (csv_of(), "alleen een rij met koppen"),
    "a workbook with only headings": (xlsx_of(["Naam", "Straat"]), "alleen een rij met koppen"),
    "no headings": (b"12;34;56\r\n78;90;12\r\n", "geen koppen"),
    "one long text": (b"Beste mensen,\r\nhierbij de lijst.\r\nGroet", "geen"),
    "one column": (b"Naam\r\nKoor\r\nClub\r\n", "kolommen"),
    "a PDF": (b"%PDF-1.7 ...", "PDF"),
    "a JPEG": (b"\xff\xd8\xff\xe0 jfif", "foto"),
    "a PNG": (b"\x89PNG\r\n\x1a\n", "foto"),
    "a GIF": (b"GIF89a", "foto"),
    "an RTF text": (b"{\\rtf1\\ansi tekst}", "tekstdocument"),
    "a Word text": (packed(word__document_xml="<w/>"), "tekstdocument"),
    "an old Excel file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oud Excel-bestand"),
    "a file with a password": (b"\xd0\xcf\x11\xe0EncryptedPackage", "wachtwoord"),
    "a LibreOffice file": (packed(mimetype="application/vnd.oasis"), "ander programma"),
    "a Numbers file": (packed(Index__Document="iwa"), "ander programma"),
    "a zip with things": (packed(foto="x"), "ingepakt"),
    "a gzip": (b"\x1f\x8b\x08\0\0", "ingepakt"),
    "a rar": (b"Rar!\x1a\x07\0", "ingepakt"),
    "half a workbook": (GOOD[: len(GOOD) // 2], "beschadigd"),
    "a workbook with broken insides": (
        packed(xl__workbook_xml="<geen xml", Content_Types_xml="<x/>"),
        "beschadigd",
    ),
    "a bomb": (BOMB, "te groot"),
    "six megabytes": (b"naam;straat\r\n" + b"a;b\r\n" * 1_300_000, "te groot"),
    "too many rows": (b"naam;straat\r\n" + b"a;b\r\n" * 20_001, "te lang"),
    "too many columns": (csv_of("a;b", header=";".join(f"k{chr(97 + n % 26)}" for n in range(90))),
                         "80 kolommen"),
    "a web page": (b"<!DOCTYPE html><html><table><tr><td>Naam", "webpagina"),
    "an XML file": (b"<?xml version='1.0'?><lijst/>", "webpagina"),
    "JSON": (json.dumps([{"naam": "Koor"}]).encode(), "ander programma"),
    "a quote that never closes": (
        csv_of('"Koor;x;y', *["Club;x;y" for _row in range(900)]), "aanhalingsteken",
    ),
    "a program": (b"MZ\x90\0\x03\0\0\0" + bytes(range(256)) * 8, "ander programma"),
    "torn UTF-16": (b"\xff\xfeN\0a\0\xd8", "beschadigd"),
}  # fmt: skip
