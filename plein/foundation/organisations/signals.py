"""What apps above may want to know at once."""

from django.dispatch import Signal

organisation_merged = Signal()
"""`kept`, `gone`: what stands in the name of `gone` goes over to `kept`, in this transaction."""
