"""What apps above do at once, in the same transaction."""

from django.dispatch import Signal

mandate_ended = Signal()
"""`mandate`, `by` (None: the clock): what stood on its word is closed."""
mandate_handed_over = Signal()
"""`mandate`, `giver`, `taker`, `by` (None: by itself): what stood on its word is the
taker's from now on."""
mandate_taken_over = Signal()
"""`mandate`, `by`: the client themselves; what stood on its word becomes theirs."""
mandate_ends_soon = Signal()
"""`mandate`: somebody should tell its professional."""
client_gone = Signal()
"""`town`, `client`, `mandates` (keys), `by`: died or moved; all stops, and a person tells it."""
client_erased = Signal()
"""`town`, `client`, `mandates` (keys), `by`: nothing about this person may stay."""
voice_agreed = Signal()
"""`voice`: the person said yes; what waited for it may be seen."""
voice_refused = Signal()
"""`voice`, `by` (None: the clock): that person said no, does not know of it, takes an earlier yes
back, or was not heard."""
