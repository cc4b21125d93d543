"""A small network with fixed numbers drawn at random: what holds of any network holds of it."""

from __future__ import annotations

import numpy as np

from gapcheck.match.entailment import EntailmentNetwork, Layer

ROWS = 4
"""Numbers of a row of its word vectors."""

WIDTH = 6


def small_network() -> EntailmentNetwork:
    """A network for word vectors of `ROWS` numbers."""
    rng = np.random.default_rng(5)

    def layer(outputs: int, inputs: int) -> Layer:
        return Layer(
            rng.normal(size=(outputs, inputs)).astype(np.float32),
            rng.normal(size=outputs).astype(np.float32),
        )

    return EntailmentNetwork(
        embed=layer(WIDTH, 2 * ROWS),
        attend=layer(WIDTH, WIDTH),
        compare=layer(WIDTH, 3 * WIDTH + 2),
        aggregate=layer(WIDTH, WIDTH),
        decide=layer(1, WIDTH),
        same_family=1.5,
        cosine=2.0,
        scale=10.0,
    )
