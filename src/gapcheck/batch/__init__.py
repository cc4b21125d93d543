"""One resume against many postings: inputs, worker processes, journal, and what is kept of each result."""
