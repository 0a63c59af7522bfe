"""Sectors to test with. `BAKKERIJ` is the neutral one: eight functies that have nothing to do with our first sector."""

from pathlib import Path

BAKKERIJ = Path(__file__).parent / "bakkerij"
