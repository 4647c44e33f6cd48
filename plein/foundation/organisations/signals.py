"""What apps above may want to know at once."""

from django.dispatch import Signal

editor_let_in = Signal()
"""`editor`, `by`: a colleague or manager let this member keep the page, in this transaction."""

organisation_merged = Signal()
"""`kept`, `gone`: what stands in the name of `gone` goes over to `kept`, in this transaction."""
