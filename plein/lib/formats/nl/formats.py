"""Dutch: 09.30 uur, with a point (Taalunie)."""

TIME_FORMAT = "H.i"
