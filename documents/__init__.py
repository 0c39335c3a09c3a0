"""Papers and pictures of the route: data in, bytes out; no database, clock or network."""
