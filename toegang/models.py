"""No models of its own. Django tells only apps with this module that migrating is done (see apps.py)."""
