"""What neighbours do on the board: ask, offer, answer, agree, thank, close."""

from plein.features.noticeboard.actions.agreeing import (
    AlreadyAgreed,
    NotAgreed,
    NotTheDayYet,
    cancel,
    confirm,
    done,
    propose,
    stop,
    thank,
)
from plein.features.noticeboard.actions.answering import (
    YourOwnPost,
    begin_all_waiting,
    begin_waiting,
    respond,
    withdraw,
)
from plein.features.noticeboard.actions.arranging import (
    AlreadyOnClock,
    be_away,
    change_rules,
    put_on_clock,
    take_off_clock,
)
from plein.features.noticeboard.actions.climbing import climb_due, look, look_again
from plein.features.noticeboard.actions.closing import close, close_expired, renew
from plein.features.noticeboard.actions.concern import NotHeard
from plein.features.noticeboard.actions.concern import hear as hear_concern
from plein.features.noticeboard.actions.concern import settle as settle_concern
from plein.features.noticeboard.actions.concern import tell as tell_concern
from plein.features.noticeboard.actions.contacting import NotSpoken, admit_unmet, note_contact
from plein.features.noticeboard.actions.drafting import (
    adopt,
    again_with,
    keep,
    keep_answer,
    send,
    throw_away,
)
from plein.features.noticeboard.actions.farewell import told as farewell_told
from plein.features.noticeboard.actions.following import answer as answer_follow_up
from plein.features.noticeboard.actions.following import ask_due as ask_how_it_went
from plein.features.noticeboard.actions.following import seen as follow_up_seen
from plein.features.noticeboard.actions.hearing import climb_due as concerns_climb
from plein.features.noticeboard.actions.missing import looked as no_show_seen
from plein.features.noticeboard.actions.missing import nobody_came
from plein.features.noticeboard.actions.on_behalf import (
    MandateIsUsed,
    NoWordAnyMore,
    keep_draft,
    publish_for_client,
    publish_for_somebody,
)
from plein.features.noticeboard.actions.opening import (
    NameFirst,
    OpenToSomebodyElse,
    choose_who_knows,
    open_to,
    take_back,
)
from plein.features.noticeboard.actions.opening import (
    look as look_at,
)
from plein.features.noticeboard.actions.posting import (
    MayNotPost,
    PlaceRests,
    PostIsClosed,
    Wanted,
    add_picture,
    describe_picture,
    edit,
    publish,
    publish_draft,
)
from plein.features.noticeboard.actions.replying import climb_due as climb_replies
from plein.features.noticeboard.actions.resting import (
    NotEnoughNamed,
    check_places,
    close_place,
    open_place,
    watched_by,
)
from plein.features.noticeboard.actions.thanking import thank_for_the_place
from plein.features.noticeboard.client_words import NamesSomebody, TellsTheClient

__all__ = [
    "AlreadyAgreed",
    "AlreadyOnClock",
    "MandateIsUsed",
    "MayNotPost",
    "NameFirst",
    "NamesSomebody",
    "NoWordAnyMore",
    "NotAgreed",
    "NotEnoughNamed",
    "NotHeard",
    "NotSpoken",
    "NotTheDayYet",
    "OpenToSomebodyElse",
    "PlaceRests",
    "PostIsClosed",
    "TellsTheClient",
    "Wanted",
    "YourOwnPost",
    "add_picture",
    "admit_unmet",
    "adopt",
    "again_with",
    "answer_follow_up",
    "ask_how_it_went",
    "be_away",
    "begin_all_waiting",
    "begin_waiting",
    "cancel",
    "change_rules",
    "check_places",
    "choose_who_knows",
    "climb_due",
    "climb_replies",
    "close",
    "close_expired",
    "close_place",
    "concerns_climb",
    "confirm",
    "describe_picture",
    "done",
    "edit",
    "farewell_told",
    "follow_up_seen",
    "hear_concern",
    "keep",
    "keep_answer",
    "keep_draft",
    "look",
    "look_again",
    "look_at",
    "no_show_seen",
    "nobody_came",
    "note_contact",
    "open_place",
    "open_to",
    "propose",
    "publish",
    "publish_draft",
    "publish_for_client",
    "publish_for_somebody",
    "put_on_clock",
    "renew",
    "respond",
    "send",
    "settle_concern",
    "stop",
    "take_back",
    "take_off_clock",
    "tell_concern",
    "thank",
    "thank_for_the_place",
    "throw_away",
    "watched_by",
    "withdraw",
]
