"""The whole public site as files: for any web server, for a disk, and for when the site itself is away."""
