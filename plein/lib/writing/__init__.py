"""What a text tells that its writer may not want to tell: a kind hint before it is published.

    check("Ik ben twee weken weg.")   # [Finding(kind="absence", start=0, end=21, hint=…)]

One engine (`patterns.py`), what it looks for as data (`private/*.toml`), a corpus beside the tests.
It only warns: a person may publish what they like.
"""

from plein.lib.writing.checking import Finding, check

__all__ = ["Finding", "check"]
