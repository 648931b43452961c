-- Puts a document away, or back.
-- Parameters: document, marked. No columns.
UPDATE document SET archived = :marked WHERE id = :document AND archived <> :marked
