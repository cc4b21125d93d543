"""Recipe of the pipeline that ships with gapcheck: `python -m recipe`, run from `models/`."""
