"""An address as a QR code, to go on with on a phone."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr(adres: str, titel: str | None = None) -> SafeString | str:
    """Return `adres` as a QR code: an SVG without a style of its own; empty when it does not fit."""
    try:
        code = segno.make(adres, error="l", micro=False)
    except segno.DataOverflowError:
        return ""
    return mark_safe(code.svg_inline(title=titel, light="#fff", svgclass="qr", lineclass=None, omitsize=True))
