-- The documents that are attached to a document, by the addresses that they were
-- fetched from.
-- Parameters: document. Columns: id, url; a row for each address.
SELECT d.id, d.url
FROM document_link AS l JOIN document AS d ON d.id = l.owner
WHERE l.document = :document AND l.relation = 'attached' AND d.url IS NOT NULL
UNION
SELECT c.owner, c.url
FROM document_link AS l JOIN document_capture AS c ON c.owner = l.owner
WHERE l.document = :document AND l.relation = 'attached'
