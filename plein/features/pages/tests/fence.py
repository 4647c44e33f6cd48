"""How a stranger from another town could try to open what is told here."""

from plein.features.pages import actions
from plein.features.pages.tests.making import make_note, make_page, make_question


def _page(cast):
    return {"address": make_page(cast.mila).address}


def _version(cast):
    return {"address": make_page(cast.mila).address, "number": 1}


def _note(cast):
    return {"code": make_note(cast.noor).code}


def _question(cast):
    return {"code": make_question(cast.noor).code}


def _answer(cast):
    question = make_question(cast.noor)
    return {"code": question.code, "key": actions.answer(question, "Ja, Jan.", by=cast.bram).pk}


FENCE = {
    **dict.fromkeys(
        (
            "pages:page",
            "pages:edit",
            "pages:photos",
            "pages:publish",
            "pages:withdraw",
            "pages:versions",
        ),
        _page,
    ),
    "pages:version": _version,
    **dict.fromkeys(("pages:note", "pages:react", "pages:let-in", "pages:take-note"), _note),
    **dict.fromkeys(("pages:question", "pages:answer", "pages:take-question"), _question),
    **dict.fromkeys(("pages:helped", "pages:take-answer"), _answer),
}
