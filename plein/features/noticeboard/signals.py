"""What others may want to hear at once; the promise is `jobs.changed("noticeboard.post", pk)`."""

from django.dispatch import Signal

post_published = Signal()
"""With `post`, after commit."""
post_answered = Signal()
"""With `response`, after commit: somebody began to talk with the author."""
open_elsewhere = Signal()
"""With `community` and `theme` (or None); each receiver gives a list of `elsewhere.Elsewhere`:
who else may help now, for a place that takes no asks."""
