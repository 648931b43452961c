-- Documents that say of each other, or of one of their groups, what one is of the
-- other: the analyst has said so.
-- Parameters: document, other. Columns: relation.
WITH
one (id) AS (
  SELECT :document),
group_of_other (id) AS (
  SELECT :other
  UNION SELECT first FROM document_group WHERE document = :other
  UNION SELECT document FROM document_group WHERE first = :other
  UNION SELECT document FROM document_group WHERE first = (SELECT first FROM document_group WHERE document = :other))
SELECT relation FROM document_link WHERE NOT found AND owner IN one AND document IN group_of_other
UNION ALL
SELECT relation FROM document_link WHERE NOT found AND document IN one AND owner IN group_of_other
