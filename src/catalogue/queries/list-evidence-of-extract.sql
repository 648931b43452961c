-- What an extract is by itself: evidence of nothing but what it says.
-- Parameters: extract. Columns: those of list-evidence.
SELECT
  x.id AS record, x.id AS extract, 'supports' AS stance, NULL AS credibility, x.quote, x.page, x.start,
  d.id AS document, d.byline, d.date, d.date_text, d.language, d.url,
  d.fetched, d.reference_fr, d.reference_en,
  d.source, s.reliability,
  coalesce (g.first, d.id) AS origin, (SELECT source FROM document WHERE id = coalesce (g.first, d.id)) AS origin_source
FROM extract AS x
JOIN document AS d ON d.id = x.document
LEFT JOIN source AS s ON s.id = d.source
LEFT JOIN document_group AS g ON g.document = d.id
WHERE x.id = :extract
