"""Log lines that a machine reads: one JSON object for each event, without anything of who asked."""

import json
import logging
import re
from datetime import UTC, datetime

TOKEN = re.compile(r"(?<!/beheer)/voorbeeld/[^/\s'\"]+")  # what opens the preview for who has no account
VRAAG = re.compile(r"\?[^\s?=]+=\S*")  # the query string of an address, as in what Django says of a referrer


def verhuld(tekst: str) -> str:
    """Return a text without what was asked, and without what opens a preview."""
    return TOKEN.sub("/voorbeeld/…", VRAAG.sub("?…", tekst))


class Geweigerd(logging.Handler):
    """Makes of a request that Django distrusts one warning with its path, before another handler writes it.

    Django has an error with a traceback and what was asked: then any stranger could raise the alarm, and fill the log.
    """

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            pad = record.request.path if hasattr(record, "request") else record.name
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.msg, record.args, record.exc_info = "Bad Request: %s", (pad,), None


class JsonRegel(logging.Formatter):
    """Writes an event as one line of JSON: when, how bad, from where, and what.

    Of a request it has the path alone: no IP address, no query string and no browser; of a preview not what opens it.
    What a line of code adds under `extra={"meer": {…}}` stands in it under those names.
    """

    def format(self, record: logging.LogRecord) -> str:
        regel = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "bron": record.name,
            "bericht": verhuld(record.getMessage()),
            **getattr(record, "meer", {}),
        }
        if record.exc_info:
            regel["fout"] = verhuld(self.formatException(record.exc_info))
        return json.dumps(regel, ensure_ascii=False, default=str)
