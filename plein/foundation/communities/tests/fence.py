"""Things of Waterdrecht that must not exist in another town."""

from plein.foundation.communities.models import Role

FENCE = {
    "communities:neighbour": lambda cast: {"pk": cast.noor.pk},
    "communities:greet": lambda cast: {"pk": cast.nadia.pk},
    "communities:take-away": lambda cast: {"pk": cast.nadia.pk},
    "communities:take-greeting": lambda cast: {"pk": cast.nadia.pk},
    "communities:activate": lambda cast: {"pk": cast.nadia.pk},
    "communities:gone": lambda cast: {"pk": cast.noor.pk},
    "communities:block": lambda cast: {"pk": cast.noor.pk},
    "communities:unblock": lambda cast: {"pk": cast.noor.pk},
    "communities:part": lambda cast: {"pk": cast.centrum.pk},
    "communities:part-colours": lambda cast: {"pk": cast.centrum.pk},
    "communities:part-logo": lambda cast: {"pk": cast.centrum.pk},
    "communities:part-host": lambda cast: {"pk": cast.centrum.pk},
    "communities:part-reach": lambda cast: {"pk": cast.centrum.pk},
    "communities:part-call-hours": lambda cast: {"pk": cast.centrum.pk},
    "communities:training": lambda cast: {"pk": Role.objects.get(member=cast.fatima).pk},
    "communities:take-role": lambda cast: {"pk": Role.objects.get(member=cast.fatima).pk},
}
OPEN = {"communities:profile-part": "a part of one's own profile, the same names for everybody"}
