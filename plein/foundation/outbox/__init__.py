"""Messages to an address: `outbox.post_letter(letter, to=…, key=…)` in a transaction."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plein.foundation.outbox.actions import came_back as came_back
    from plein.foundation.outbox.actions import cancel as cancel
    from plein.foundation.outbox.actions import forget as forget
    from plein.foundation.outbox.actions import post_letter as post_letter
    from plein.foundation.outbox.actions import post_mail as post_mail
    from plein.foundation.outbox.actions import post_text as post_text
    from plein.foundation.outbox.actions import take_back as take_back

NAMES = ("came_back", "cancel", "forget", "post_letter", "post_mail", "post_text", "take_back")


def __getattr__(name: str) -> object:
    """Loaded when first asked for: models do not exist yet while Django is starting."""
    if name in NAMES:
        from plein.foundation.outbox import actions

        return getattr(actions, name)
    raise AttributeError(name)
