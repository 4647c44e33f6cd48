"""Asks and offers of neighbours, the answers they get, what was agreed, and the clock of an ask."""

from plein.features.noticeboard.models.posts import Draft, Post, PostQuerySet, PostTargetGroup
from plein.features.noticeboard.models.promise import AnswerRules, AskClock, Contact, OnClock
from plein.features.noticeboard.models.responses import Match, Response, ResponseQuerySet

__all__ = [
    "AnswerRules",
    "AskClock",
    "Contact",
    "Draft",
    "Match",
    "OnClock",
    "Post",
    "PostQuerySet",
    "PostTargetGroup",
    "Response",
    "ResponseQuerySet",
]
