"""A first visit: the word that both get, and what is said about money (TRUST-9, H25)."""

import secrets
from functools import cache
from pathlib import Path

from django.db.models import Q

from plein.features.noticeboard.models import Match, Post, Response

WORDS = Path(__file__).with_name("visit_words.txt")
MONEY_THEMES = ("boodschappen", "geld", "vervoer")
"""Beginnings of the keys of themes in which somebody pays for somebody else."""


@cache
def words() -> tuple[str, ...]:
    """Things everybody can say and hear on the phone, one on each line of the file."""
    return tuple(WORDS.read_text(encoding="utf-8").split())


def new_word() -> str:
    """By chance that nobody can guess."""
    return secrets.choice(words())


def is_first(response: Response) -> bool:
    """These two have never done something together here before."""
    author = response.post.author_id
    happened = Q(done_at__isnull=False) | Q(met_at__isnull=False)
    between = Match.objects.filter(happened, town=response.town_id)
    one_way = between.filter(response__author=response.author_id, response__post__author=author)
    other_way = between.filter(response__author=author, response__post__author=response.author_id)
    return not (one_way.exists() or other_way.exists())


def meet_first(post: Post) -> bool:
    """For what is done inside the house, meeting in a public place is the first step."""
    return post.task_class in (Post.TaskClass.INSIDE, Post.TaskClass.TRUST)


def about_money(post: Post) -> bool:
    """Also a place's own theme that means the same as one of these."""
    keys = (post.theme.key, post.theme.same_as)
    return post.task_class == Post.TaskClass.TRUST or any(k.startswith(MONEY_THEMES) for k in keys)
