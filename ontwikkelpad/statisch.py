"""How the files of `static/` are named: each with a mark of what is in it, so that browsers may keep it for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

_, IMPORTS = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns
MET_IMPORT = ("gesprek*.js", "team.js")  # scripts of our own that import others


class Statisch(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it has no types
    """Gives that name also where one of our scripts imports another."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, *((naam, IMPORTS) for naam in MET_IMPORT))
