"""Pages of the map that come after a form was sent, or with a letter in hand."""

import io

from PIL import Image

from plein.features.directory import actions
from plein.features.directory.models import Claim
from plein.features.directory.tests.fence import _confirm_key, _entry
from plein.foundation.organisations.actions import add_editor


def _code(cast, as_member):
    entry = _entry(cast)
    Claim.objects.filter(entry=entry, member=cast.noor).delete()
    actions.claim_by_letter(entry, by=cast.noor)
    return as_member(cast.noor), f"{entry.get_absolute_url()}beheren/code/"


def _thanks(cast, as_member):
    url = f"/organisaties/bevestigen/{_confirm_key(cast)['key']}/"
    return as_member(None), url, {"answer": "right"}


def _proposed(cast, as_member):
    said = {
        "name": "Koor De Lijster",
        "line": "Zingen op maandag",
        "words": "Ik zit in het bestuur",
    }
    browser = as_member(cast.noor)
    return browser, browser.post("/organisaties/aanmelden/", said)["Location"]


def _six_photos(cast, as_member):
    entry = _entry(cast)
    add_editor(entry.organisation, cast.noor, by=cast.mila)
    for number in range(1, 7):
        file = io.BytesIO()
        Image.new("RGB", (400, 300), (40 * number, 120, 90)).save(file, "PNG")
        file.seek(0)
        actions.add_picture(entry, file, alt=f"De winkel, foto {number}", by=cast.noor)
    return as_member(cast.noor), entry.get_absolute_url()


def _keeping_six(cast, as_member):
    browser, url = _six_photos(cast, as_member)
    return browser, f"{url}foto/"


STATES = {
    "directory/organisation.html": _six_photos,
    "directory/photos.html": _keeping_six,
    "directory/code.html": _code,
    "directory/confirm_thanks.html": _thanks,
    "directory/proposed.html": _proposed,
}
