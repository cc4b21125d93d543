"""What Dask says while it works, tests/cli/test_batch_dask.py has the work itself."""

from __future__ import annotations

import logging

import pytest

from gapcheck.batch.cluster import load_dask

pytest.importorskip("distributed", reason="pip install 'gapcheck[dask]'")


def test_a_result_lost_and_computed_again_is_not_told(caplog: pytest.LogCaptureFixture) -> None:
    load_dask()
    client = logging.getLogger("distributed.client")
    client.warning("Couldn't gather %s keys, rescheduling %s", 1, ("run_chunk-1",))
    client.error("Cannot connect")
    assert [record.levelname for record in caplog.records] == ["ERROR"]
