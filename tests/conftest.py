"""What holds for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no test, nor any program it starts, touch the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
