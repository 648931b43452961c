-- Gives a document a star, or takes it away.
-- Parameters: document, marked. No columns.
UPDATE document SET starred = :marked WHERE id = :document AND starred <> :marked
