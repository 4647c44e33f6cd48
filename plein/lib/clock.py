"""Two times that stay together, on a screen and on paper."""

TO = "\N{NO-BREAK SPACE}–\N{WORD JOINER}\N{NO-BREAK SPACE}"
"""A line may break after a dash, even before a no-break space; the joiner forbids it."""


def from_until(start: str, end: str) -> str:
    """ "10.00 – 12.00", never with the second time on the next line."""
    return f"{start}{TO}{end}"
