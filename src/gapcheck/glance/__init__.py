"""The ten-second reader: what somebody who glances at page 1 of a resume sees, and whether they see a fit."""

from __future__ import annotations

from gapcheck.glance.look import look
from gapcheck.glance.model import Glance
from gapcheck.glance.scene import KeywordView
from gapcheck.glance.settings import DEFAULTS, Settings
from gapcheck.glance.titles import same_title

__all__ = ["DEFAULTS", "Glance", "KeywordView", "Settings", "look", "same_title"]
