"""What the words of a claim tell besides: figures, stance, negation, day; and the figures that a page states itself."""
