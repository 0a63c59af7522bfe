"""How the files of `static/` are served: each named after what is in it, so that browsers may keep it for ever."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_, IMPORTS = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns
MET_IMPORT = ("gesprek*.js", "team.js", "beheer*.js")  # scripts of our own that import others
BASIS, BOVENAAN = "ontwikkelpad.css", b'@import "ontwikkelpad.css";'


class Statisch(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it has no types
    """Gives that name also where one of our scripts imports another, and makes one stylesheet for each page.

    A page shows nothing before all its stylesheets are there, and a browser opens a line of its own for a second one.
    """

    patterns = (*CompressedManifestStaticFilesStorage.patterns, *((naam, IMPORTS) for naam in MET_IMPORT))

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if BASIS in paths:
            bron, pad = paths[BASIS]
            with bron.open(pad) as bestand:
                basis = bestand.read()
            eigen = {naam: (Geheel(bron, basis), pad) for naam, (bron, pad) in paths.items() if naam.endswith(".css")}
            paths = paths | eigen
        return super().post_process(paths, dry_run, **options)  # type: ignore[no-any-return]


class Geheel:
    """Opens a stylesheet with the one of the whole site in place of the line that imports it."""

    def __init__(self, bron: Any, basis: bytes) -> None:
        self.bron, self.basis = bron, basis

    def open(self, pad: str) -> ContentFile:
        with self.bron.open(pad) as bestand:
            return ContentFile(bestand.read().replace(BOVENAAN, self.basis))
