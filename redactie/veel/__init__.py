"""Work on many rows at once: finding them, and changing them in one change that is shown first."""
