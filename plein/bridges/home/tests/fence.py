"""Parts of Waterdrecht, for a stranger on the site of another town."""

FENCE = {"home:district": lambda cast: {"slug": cast.centrum.slug}}
