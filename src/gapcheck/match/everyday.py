"""Terms and abbreviations that are also everyday words."""

from __future__ import annotations

EVERYDAY = frozenset(
    """access acting adoption assembly bamboo banner bill blender braces buffer bulk canvas casting chef chinese
    collections concrete concur containers corrections cursor dart degree determination discovery discretion
    emblem empower encompass epic excel exchange express fabric facets flask framing gong grants greenhouse
    groovy helm hive hoist indeed initiative ladders lambda lattice lean lever lifting magnet monday node notion
    nuke opera outlook outreach packing patience picking planner polish proactive prophet publisher puppet rails
    react reception relativity remedy removals research rust sage sentinel sketch slack spark spring swift tally
    toast turning unity vault vertex word zoom it or am pm ed us is be me he we do go so no of rest solid send
    stem far idea spa salt safe sit rag sim pal arc cat cap cot ant art ace age aid aim air all bar bat bed can
    car cell dash ears fact fast first gap get hot lamp map mass max may met mid nice part pass path plan post
    race ram ride rope sam sap scope set soap star tag tap team tea tip tom top trust wan was wise who""".split()
)
"""Words so common in another sense that seeing them in a resume proves nothing, though the posting means the term.

A cautious form that is none of them is believed where the posting has used the very same word.
"""
