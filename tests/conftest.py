"""What holds for all tests: nothing is timed."""

from hypothesis import settings

settings.register_profile("untimed")
settings.load_profile("untimed")
