"""Lists of Waterdrecht, which nobody of another town arranges."""

from plein.foundation.taxonomy.models import Theme


def a_theme(cast):
    theme = Theme.objects.filter(town=cast.waterdrecht).first()
    return {"pk": theme.pk}


FENCE = {
    "taxonomy:change": a_theme,
    "taxonomy:step": a_theme,
}
OPEN = {}
