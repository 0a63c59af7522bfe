"""What tests read on a page: its text, and what a browser would send back."""

import re
from html import unescape
from typing import Any


def tekst(html: str) -> str:
    """The text of a page, without tags and double white space."""
    return " ".join(re.sub(r"<[^>]*>", " ", heel(html)).replace("&nbsp;", " ").split())


def heel(html: str) -> str:
    """A page with its long words in one piece, as they are read and copied."""
    return html.replace('<i class="breek"></i>', "")


def zonder_kop(html: str) -> str:
    """A page from its main part on."""
    return html[html.index("<main") :]


def formuliervelden(html: str) -> dict[str, Any]:
    """The fields of a change form as a browser would send them back."""
    velden: dict[str, Any] = {}
    for naam, waarde in re.findall(
        r'<input type="(?:text|hidden|number|email)" name="([^"]+)"(?:[^>]*?value="([^"]*)")?', html
    ):
        velden[naam] = unescape(waarde)
    for naam, waarde in re.findall(r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', html, re.S):
        velden[naam] = unescape(waarde)
    for naam in re.findall(r'<input type="checkbox" name="([^"]+)"[^>]*checked', html):
        velden[naam] = "on"
    for naam, opties in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', html, re.S):
        velden[naam] = [unescape(optie) for optie in re.findall(r'<option value="([^"]*)" selected', opties)]
    return {naam: waarde for naam, waarde in velden.items() if "__prefix__" not in naam}
