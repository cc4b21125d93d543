"""Randomness that repeats."""

import random


def seeded(seed: int) -> random.Random:
    """A generator of its own, so that no stage depends on what ran before it."""
    return random.Random(seed)  # noqa: S311 - nothing secret is drawn


def one_thread() -> None:
    """Let PyTorch use one thread: sums in another order would give other weights."""
    import torch  # type: ignore[import-not-found]

    torch.set_num_threads(1)
