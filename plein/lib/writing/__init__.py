"""What a text tells that its writer may not want to tell: a kind hint before it is published.

    check("Ik ben twee weken weg.")   # [Finding(kind="absence", start=3, end=21, hint=…)]

Classes of words that tell something together (`clues.py`, `meaning/`), phrases (`patterns.py`,
`private/`), both as data, and a corpus beside the tests.
It only warns: a person may publish what they like. `voices.py` says who is warned of what.
"""

from plein.lib.writing.checking import Finding, check
from plein.lib.writing.voices import Voice

__all__ = ["Finding", "Voice", "check"]
