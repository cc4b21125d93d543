"""`python -m gapcheck`."""

from gapcheck.cli.start import main

if __name__ == "__main__":
    main()
