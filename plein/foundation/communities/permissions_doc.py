"""docs/permissions.md, made from the rights table."""

from plein.foundation.communities.models import RoleName
from plein.foundation.communities.rights import GIVES, RIGHTS

HEAD = """# Who may do what

Made by `manage.py make_permissions_doc` from `plein/foundation/communities/rights.py`; a test
compares. A role counts in its community and everything inside it. What a member may do with
their own things needs no role.
"""


def permissions_doc() -> str:
    roles = list(RoleName.values)
    lines = [HEAD, _row(["right", *roles]), _row(["---"] * (len(roles) + 1))]
    lines += [
        _row([f"`{right}`", *(_mark(role in RIGHTS[right]) for role in roles)])
        for right in sorted(RIGHTS)
    ]
    lines += ["", "## Who gives which role", ""]
    for role in roles:
        given = [each for each in roles if each in GIVES.get(role, frozenset())]
        if given:
            lines.append(f"- {role}: {', '.join(given)}")
    return "\n".join(lines) + "\n"


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _mark(yes: bool) -> str:
    return "yes" if yes else ""
