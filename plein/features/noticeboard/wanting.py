"""From the answers of the wizard to what a post should say."""

from typing import Any

from plein.features.noticeboard.actions.posting import Wanted
from plein.features.noticeboard.forms.asking import Choices
from plein.features.noticeboard.models import Post

NEEDED = ("theme", "title", "when_bits", "task_class")


def wanted(choices: Choices, answers: dict[str, Any], **more: Any) -> Wanted | None:
    """None when something is missing, or was taken from the lists in the meantime."""
    theme = next((t for t in choices.themes if t.key == answers.get("theme")), None)
    if theme is None or any(name not in answers for name in NEEDED) or not answers["title"]:
        return None
    stands_for = answers.get("stands_for", "resident")
    organisation = next((o for o in choices.organisations if str(o.pk) == stands_for), None)
    chosen = set(answers.get("groups", ()))
    return Wanted(
        kind=choices.kind,
        theme=theme,
        title=answers["title"],
        text=answers.get("text", ""),
        when_bits=answers["when_bits"],
        again=answers.get("again", False),
        task_class=answers["task_class"],
        audience=answers.get("audience", ""),
        reach=answers.get("reach", ""),
        organisation=organisation,
        known_to=answers.get("known_to") or Post.KnownTo.READERS,
        age=answers.get("age") or Post.Age.UNTOLD,
        groups=[group for group in choices.groups if group.key in chosen],
        **more,
    )
