"""Asks and offers of neighbours, their answers, what was agreed and how it went, and the clock."""

from plein.features.noticeboard.models.behalf import ReplyClock, VisitDraft
from plein.features.noticeboard.models.life import Concern, Farewell, FollowUp, HeardInTime, NoShow
from plein.features.noticeboard.models.opening import Look, Opening
from plein.features.noticeboard.models.posts import Draft, Post, PostQuerySet, PostTargetGroup
from plein.features.noticeboard.models.promise import AnswerRules, AskClock, Contact, OnClock
from plein.features.noticeboard.models.releases import Release
from plein.features.noticeboard.models.responses import (
    KeptAnswer,
    Match,
    Response,
    ResponseQuerySet,
)

__all__ = [
    "AnswerRules",
    "AskClock",
    "Concern",
    "Contact",
    "Draft",
    "Farewell",
    "FollowUp",
    "HeardInTime",
    "KeptAnswer",
    "Look",
    "Match",
    "NoShow",
    "OnClock",
    "Opening",
    "Post",
    "PostQuerySet",
    "PostTargetGroup",
    "Release",
    "ReplyClock",
    "Response",
    "ResponseQuerySet",
    "VisitDraft",
]
