"""The words that line kinds and background frequencies count, and those that count for nothing."""

from gapcheck.counting import counted_words

_STOP = """
    a about above across after all also am an and any are as at be because been before being below between
    both but by can could did do does doing done each either etc for from had has have having he her here
    hers him his how i if in including into is it its just like ll may me might more most must my no nor not
    of off on once only or other our ours out over own per re s same shall she should so some such t than
    that the their theirs them then there these they this those through to too under until up upon us ve
    very via was we were what when where whether which while who whom why will with within without would you
    your yours
"""
STOP = frozenset(_STOP.split())


words = counted_words
"""The words of a text, lower-cased, in order."""
