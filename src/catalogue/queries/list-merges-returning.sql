-- Merges that hold again: one is done again, or its parting is undone.
-- Parameters: redone, undone, units of work, 0 for none. Columns: kind; kept, gone,
-- ids.
SELECT kind, kept, gone FROM merge WHERE history = :redone
UNION ALL
SELECT kind, kept, gone FROM merge WHERE parting = :undone
