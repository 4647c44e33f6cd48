"""The front page of a region: it links towns, and owns nothing."""

from plein.foundation.communities import tree
from plein.testing.cast import make_town


def _region(cast, as_member):
    region = make_town("Merwestreek", "merwestreek", "streek.testserver")
    region.kind = "region"
    region.save()
    cast.waterdrecht.region = region
    cast.waterdrecht.save(update_fields=["region"])
    tree._trees.clear()
    return as_member(None, host=region.host), "/"


STATES = {"home/region.html": _region}
