"""Randomness that repeats."""

import random


def seeded(seed: int) -> random.Random:
    """A generator of its own, so that no stage depends on what ran before it."""
    return random.Random(seed)  # noqa: S311 - nothing secret is drawn
