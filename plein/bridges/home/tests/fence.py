"""Parts of Waterdrecht, and what is in its index, for a stranger on the site of another town."""

from plein.bridges.overviews.actions import index_town
from plein.features.noticeboard.tests.making import make_offer


def _row(cast) -> dict[str, object]:
    post = make_offer(cast.noor)
    index_town(cast.waterdrecht.pk)
    return {"key": post.pk}


FENCE = {
    "home:district": lambda cast: {"slug": cast.centrum.slug},
    "home:part-arrange": lambda cast: {"pk": cast.centrum.pk},
    "home:also-here": _row,
}
