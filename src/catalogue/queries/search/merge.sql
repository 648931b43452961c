-- Goes on putting the full-text index in order.
-- Parameters: pages, at most so many of the file; below 0 to begin. No columns.
INSERT INTO search (search, rank) VALUES ('merge', :pages)
