"""Friendly questions at posting. Light enough for a page: no numpy, no word lists of the worker."""

from .direction import telling_words
from .said_limits import said_limits
from .shapes import Post, Question


def check(post: Post) -> list[Question]:
    """What to ask the poster: the direction first, then limits said but not filled in."""
    questions = []
    if words := telling_words(post):
        other = "ask" if post.kind == "offer" else "offer"
        questions.append(Question("direction", "kind", other, words))
    return questions + said_limits(post)
