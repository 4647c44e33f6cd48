"""Whether a name beside an ask fits so few people that it tells who asks. Values in, values out."""

FEWEST = 50
"""So many residents must fit wijk, theme and organisation together (HELP-12)."""
SHARE_OF_A_THEME = 0.25
"""Of the people an organisation helps at most one in four could ask for the same theme. On the
careful side: it makes the group smaller than it is."""


def could_be(*, wijk: int, town: int, serves: int) -> int:
    """How many residents it could be: of those the organisation helps in the town, the part that
    lives in this wijk, and of those the part for whom this theme fits. 0 when a number is unknown.
    """
    if min(wijk, town, serves) <= 0:
        return 0
    here = min(serves * min(wijk / town, 1), wijk)
    return int(here * SHARE_OF_A_THEME)


def crowd(residents: int) -> bool:
    """Whether so many live somewhere that the name of the place tells nobody. Unknown is no."""
    return residents >= FEWEST


SHARE_OF_AN_AGE = {
    "20": 0.128, "30": 0.131, "40": 0.119, "50": 0.138,
    "60": 0.129, "70": 0.098, "80": 0.042, "90": 0.008,
}  # fmt: skip
"""Part of all inhabitants in each ten years of age (CBS, the Netherlands, 2024)."""
CAREFUL = 0.5
"""A district may have half as many of an age as the country has."""


def ages_in(residents: int) -> list[str]:
    """The ages of which at least fifty people live among so many. None when that is unknown."""
    return [
        age for age, share in SHARE_OF_AN_AGE.items() if crowd(int(residents * share * CAREFUL))
    ]


def fits_enough(*, wijk: int, town: int, serves: int) -> bool:
    return could_be(wijk=wijk, town=town, serves=serves) >= FEWEST
