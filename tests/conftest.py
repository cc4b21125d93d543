"""What holds for every test."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

# As the command does: the threads of NumPy's linear algebra stand in each other's way where tests run side by side.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no test, nor any program it starts, touch the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
