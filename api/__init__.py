"""The ways in: HTTP routes, pages and the command line."""
