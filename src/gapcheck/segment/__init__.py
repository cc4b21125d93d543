"""Segmentation: which part of a posting or a resume each passage belongs to."""
