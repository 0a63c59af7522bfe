"""The steps between one schema of the document and the next (see `uitgave/schema.py`), a module for each.

`til` makes the later form of a document, as plain JSON values; `daal` the earlier form again, for who goes
back to an older release. Both may change what they get.
"""
