"""What neighbours do on the board: ask, offer, answer, agree, thank, close."""

from plein.features.noticeboard.actions.agreeing import (
    AlreadyAgreed,
    NotAgreed,
    cancel,
    confirm,
    done,
    propose,
    thank,
)
from plein.features.noticeboard.actions.answering import (
    YourOwnPost,
    begin_waiting,
    respond,
    withdraw,
)
from plein.features.noticeboard.actions.closing import close, close_expired, renew
from plein.features.noticeboard.actions.drafting import adopt, again_with, keep, send, throw_away
from plein.features.noticeboard.actions.posting import (
    MayNotPost,
    PostIsClosed,
    Wanted,
    add_picture,
    edit,
    publish,
    publish_draft,
)

__all__ = [
    "AlreadyAgreed",
    "MayNotPost",
    "NotAgreed",
    "PostIsClosed",
    "Wanted",
    "YourOwnPost",
    "add_picture",
    "adopt",
    "again_with",
    "begin_waiting",
    "cancel",
    "close",
    "close_expired",
    "confirm",
    "done",
    "edit",
    "keep",
    "propose",
    "publish",
    "publish_draft",
    "renew",
    "respond",
    "send",
    "thank",
    "throw_away",
    "withdraw",
]
