"""A form counts once, also when it is sent twice by an impatient thumb or a slow network.

    if not jobs.first_time(form_key):
        return redirect(jobs.remembered(form_key) or "/")
    post = actions.publish(…)
    jobs.remember(form_key, post.get_absolute_url())

in one transaction: then what is rolled back may be sent again.
"""

import re
import secrets

from plein.foundation.jobs.models import OnceKey

WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{16,64}")


def new_form_key() -> str:
    """For the hidden field `form_key` of a form that is shown."""
    return secrets.token_urlsafe(16)


def first_time(key: str) -> bool:
    """True once per key. A form without a proper key cannot be counted and always passes."""
    if not WELL_FORMED.fullmatch(key or ""):
        return True
    return OnceKey.objects.get_or_create(key=key)[1]


def remember(key: str, url: str) -> None:
    """Where the second submit of this form is led to."""
    OnceKey.objects.filter(key=key).update(url=url)


def remembered(key: str) -> str:
    """The remembered address, or nothing."""
    if not WELL_FORMED.fullmatch(key or ""):
        return ""
    return OnceKey.objects.filter(key=key).values_list("url", flat=True).first() or ""
