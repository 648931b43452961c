-- The documents that the links which have changed matter to: those that have them,
-- and what republishes or translates these.
-- No parameters. Columns: id.
WITH RECURSIVE later (id) AS (
  SELECT document FROM group_pending
  UNION
  SELECT l.owner FROM document_link AS l JOIN later ON l.document = later.id
  WHERE l.relation IN ('republishes', 'translates')
)
SELECT id FROM later
