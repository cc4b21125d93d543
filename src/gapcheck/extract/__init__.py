"""Extraction: the keywords of a posting, each with its mentions, from lexicon, language model, phrases and acronyms.

Empty, for the values in `gapcheck.extract.model` are wanted where nothing is extracted.
"""
