"""What people do with pages, notes and questions."""

from plein.features.pages.actions.asking import answer, ask, mark_helped, take_answer, take_question
from plein.features.pages.actions.noting import (
    MayNotWrite,
    NoteIsOver,
    TooMany,
    let_in,
    nobody_looked,
    react,
    send_note,
    take_note,
)
from plein.features.pages.actions.picturing import (
    add_picture,
    describe_picture,
    forget_taken,
    take_picture,
    use_as_cover,
)
from plein.features.pages.actions.publishing import publish, tell_published, withdraw
from plein.features.pages.actions.writing import Said, put_back, save, write

__all__ = [
    "MayNotWrite",
    "NoteIsOver",
    "Said",
    "TooMany",
    "add_picture",
    "answer",
    "ask",
    "describe_picture",
    "forget_taken",
    "let_in",
    "mark_helped",
    "nobody_looked",
    "publish",
    "put_back",
    "react",
    "save",
    "send_note",
    "take_answer",
    "take_note",
    "take_picture",
    "take_question",
    "tell_published",
    "use_as_cover",
    "withdraw",
    "write",
]
