"""People to greet in Waterdrecht, for a stranger from another town."""

FENCE = {"dayboard:greet": lambda cast: {"key": cast.nadia.pk}}
