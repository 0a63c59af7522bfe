"""What a cell of a spreadsheet may begin with. Pure."""

import re

# A spreadsheet may take a cell that begins like this for a formula, whoever typed it here.
FORMULE = re.compile(r"[=+\-@＝＋－＠\t\r\n]|\s+[=+\-@]")


def veilig(cel: str) -> str:
    """Return `cel` so that no spreadsheet runs it: with a ' before what looks like a formula."""
    return f"'{cel}" if FORMULE.match(cel) else cel


def zoals_getypt(cel: str) -> str:
    """Return what a cell said before `veilig` made it safe."""
    return cel[1:] if cel.startswith("'") and FORMULE.match(cel[1:]) else cel
