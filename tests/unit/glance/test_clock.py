"""When each word is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.document import Document
from gapcheck.glance.clock import follow
from gapcheck.glance.model import Gaze, Kind, Visit
from gapcheck.glance.settings import DEFAULTS, Settings
from tests.unit.glance.pages import Row, page, plain, scene_of

WORD = 60 / 238
SHORT = plain("Ann Lee\nPastry Chef\n\nExperience\nChef, Alpha Hotel\n2015 - 2019\n")


def seen(document: Document, gaze: Gaze, words: str) -> float | None:
    start = document.text.index(words)
    return gaze.seen_at(start, start + len(words))


def test_every_word_read_takes_the_time_of_a_word_and_every_block_a_fixation() -> None:
    gaze = follow(scene_of(SHORT), DEFAULTS)
    assert seen(SHORT, gaze, "Ann Lee") == pytest.approx(0.25 + 2 * WORD)
    assert seen(SHORT, gaze, "Pastry Chef") == pytest.approx(0.25 + 4 * WORD)
    assert seen(SHORT, gaze, "Chef, Alpha") == pytest.approx(0.5 + 6 * WORD)


def test_words_in_mind_take_no_time() -> None:
    gaze = follow(scene_of(SHORT, "Pastry"), DEFAULTS)
    assert seen(SHORT, gaze, "Ann Lee") == seen(SHORT, gaze, "Pastry")
    assert seen(SHORT, gaze, "Pastry Chef") == pytest.approx(0.25 + 3 * WORD)


def test_a_word_read_is_not_scanned_again() -> None:
    gaze = follow(scene_of(SHORT), DEFAULTS)
    starts = [start for visit in gaze.visits for start, _ in visit.words]
    assert len(starts) == len(set(starts)) == gaze.words_seen


def test_scanning_is_faster_and_follows_reading() -> None:
    gaze = follow(scene_of(SHORT), DEFAULTS)
    last_read = next(visit for visit in reversed(gaze.visits) if visit.kind is not Kind.HEADING)
    assert seen(SHORT, gaze, "Experience") == pytest.approx(last_read.at + 0.1)


def test_reading_stops_in_time_for_the_scan() -> None:
    document = plain(
        "Ann Lee\n" + "Chef of bread and cake and of sauce\n\nSummary\n" + "bread " * 14 + "\n\n"
    )
    document = plain(
        document.text + "\n\nExperience\nChef of everything sweet, Alpha Hotel of Leeds\n2015 - 2019\n"
    )
    gaze = follow(scene_of(document), DEFAULTS)
    read = [visit for visit in gaze.visits if visit.kind in (Kind.NAME, Kind.SUMMARY, Kind.TITLE, Kind.DATES)]
    assert all(visit.at <= DEFAULTS.reading_seconds + 1e-6 for visit in read)
    assert gaze.visits[-1].at <= DEFAULTS.total_seconds + 1e-6


def test_times_never_go_back() -> None:
    gaze = follow(scene_of(SHORT, "Alpha"), DEFAULTS)
    times = [at for visit in gaze.visits for at in visit.times]
    assert times == sorted(times)


@pytest.mark.parametrize("seconds", [0.5, 2.0, 5.0, 20.0])
def test_more_time_never_shows_less(seconds: float) -> None:
    document = page(Row("Ann Lee", size=20), "Chef", *("Baked for many guests every day" for _ in range(40)))
    short = follow(
        scene_of(document), replace(DEFAULTS, total_seconds=seconds, reading_seconds=seconds * 0.8)
    )
    longer = follow(
        scene_of(document), replace(DEFAULTS, total_seconds=seconds * 2, reading_seconds=seconds * 0.8)
    )
    assert short.words_seen <= longer.words_seen


def test_seen_at_wants_all_words_of_a_stretch() -> None:
    visits = (Visit(Kind.EDGE, 0, ((0, 3), (4, 7)), (1.0, 2.0)), Visit(Kind.EDGE, 0, ((12, 15),), (3.0,)))
    gaze = Gaze(visits)
    assert gaze.seen_at(0, 3) == 1.0
    assert gaze.seen_at(1, 2) == 1.0
    assert gaze.seen_at(0, 7) == 2.0
    assert gaze.seen_at(4, 15) is None
    assert gaze.seen_at(8, 11) is None
    assert gaze.seen_at(12, 20) is None
    assert gaze.seen_at(13, 14) == 3.0
    assert Gaze(()).seen_at(0, 1) is None


def test_the_paces_are_those_of_the_sources() -> None:
    assert pytest.approx(0.252, abs=0.001) == Settings().reading_pace
    assert pytest.approx(0.1) == Settings().scanning_pace
