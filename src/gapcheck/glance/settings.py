"""The constants of the ten-second reader, each with its unit and where it comes from.

None of them was fitted to our own labels. The Ladders studies are vendor reports without published data;
where a number rests on them alone, or on judgement, it says so.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How long the reader looks, how fast, and what makes them say yes."""

    total_seconds: float = 10.0
    """Seconds until the first decision, reading and scanning. Ladders measured about 6 s (2012, 30
    recruiters, vendor) and 7.4 s (2018, vendor); ten is the figure job seekers are told and leaves room
    for a slow reader."""

    reading_seconds: float = 8.0
    """Seconds of it spent reading name, titles, employers, dates and education: 80 %, the share Ladders 2012
    (vendor) reports for these fields."""

    reading_words_per_minute: float = 238.0
    """Silent reading of English by adults (Brysbaert 2019, J. Mem. Lang. 109:104047; most people 175 to
    300)."""

    scanning_words_per_minute: float = 600.0
    """Skimming and scanning (Carver 1990, Reading Rate: 450 skimming, 600 scanning)."""

    fixation_seconds: float = 0.25
    """Seconds to land on a new place of the page: a fixation (Rayner 1998, Psychol. Bull. 124:372, 225 to
    250 ms) and the saccade to it."""

    edge_words: int = 3
    """Words taken in at the left edge of a line that is scanned: the lower bars of the F-pattern (Nielsen
    Norman Group 2006), and about what a fixation's span of 15 letters to the right holds (Rayner 1998)."""

    line_words: int = 15
    """Words in the longest stretch read in one go. A line on paper holds 12 to 15; formats without lines on a
    page keep a paragraph in one line, of which no more is read. Judgement."""

    field_words: int = 8
    """Words read of one field (a title, an employer, a date): longer ones are left early. Judgement."""

    mostly_bold: float = 0.5
    """Share of the page's words in bold from which boldness marks nothing. Judgement."""

    heaviest: int = 5
    """How many of the heaviest required keywords the reader has in mind: what working memory holds (Cowan
    2001, Behav. Brain Sci. 24:87, about four; five leaves one to spare)."""

    enough_seen: int = 2
    """So many of them seen convince, besides a title. Judgement, with `enough_share` for short lists."""

    enough_share: float = 0.4
    """So large a share of them seen convinces too."""

    most_suggestions: int = 3
    """Suggestions shown, at most."""

    @property
    def reading_pace(self) -> float:
        """Seconds a word takes when reading."""
        return 60.0 / self.reading_words_per_minute

    @property
    def scanning_pace(self) -> float:
        """Seconds a word takes when scanning."""
        return 60.0 / self.scanning_words_per_minute


DEFAULTS = Settings()
