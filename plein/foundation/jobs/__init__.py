"""Work that happens later or elsewhere, and forms that count once.

jobs.later("noticeboard.remind", post.pk, at=tomorrow)   # inside the transaction
jobs.changed("noticeboard.post", post.pk)

@jobs.task("noticeboard.remind")          in tasks.py
@jobs.every(minutes=5), @jobs.daily(at="06:00"), @jobs.weekly(on=0, at="06:00"),
@jobs.sweep("noticeboard.post"), @jobs.at_start
@jobs.listens("noticeboard.post")         in receivers.py

jobs.each(work, rows)                     each in a transaction of its own
jobs.whole(rows)                          all of them, in parts by key
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plein.foundation.jobs.actions import changed as changed
    from plein.foundation.jobs.actions import changed_many as changed_many
    from plein.foundation.jobs.actions import later as later
    from plein.foundation.jobs.form_keys import first_time as first_time
    from plein.foundation.jobs.form_keys import new_form_key as new_form_key
    from plein.foundation.jobs.form_keys import remember as remember
    from plein.foundation.jobs.form_keys import remembered as remembered
    from plein.foundation.jobs.registry import at_start as at_start
    from plein.foundation.jobs.registry import daily as daily
    from plein.foundation.jobs.registry import every as every
    from plein.foundation.jobs.registry import lane as lane
    from plein.foundation.jobs.registry import listens as listens
    from plein.foundation.jobs.registry import sweep as sweep
    from plein.foundation.jobs.registry import task as task
    from plein.foundation.jobs.registry import weekly as weekly
    from plein.foundation.jobs.rounds import each as each
    from plein.foundation.jobs.rounds import whole as whole
    from plein.foundation.jobs.running import run_pending as run_pending

ROOMS = {
    "actions": ("changed", "changed_many", "later"),
    "form_keys": ("first_time", "new_form_key", "remember", "remembered"),
    "registry": ("at_start", "daily", "every", "lane", "listens", "sweep", "task", "weekly"),
    "rounds": ("each", "whole"),
    "running": ("run_pending",),
}


def __getattr__(name: str) -> object:
    """Loaded when first asked for: models do not exist yet while Django is starting."""
    for room, names in ROOMS.items():
        if name in names:
            return getattr(import_module(f"plein.foundation.jobs.{room}"), name)
    raise AttributeError(name)
