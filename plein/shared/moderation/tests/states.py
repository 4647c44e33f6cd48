"""Thanks of who stands on a photo and does not want that."""

from plein.shared.moderation.tests.fence import _picture


def _not_me(cast, as_member):
    return as_member(cast.noor), f"/melden/foto/{_picture(cast)['pk']}/", {"words": "Dat ben ik."}


STATES = {"moderation/not_me_thanks.html": _not_me}
