-- What a record rests on: supporting extracts first, newest document first.
-- Parameters: record. Columns: those of evidence_row, references by id and the days
-- of dates not; origin_source.
-- Said anew here, as the view makes each reference for each row and goes back along
-- the links of every document three times, though few are republications.
WITH given (extract, stance, credibility) AS (
  SELECT extract, stance, credibility FROM evidence WHERE record = :record
  UNION ALL
  -- What an item of a list gives as its extract supports it.
  SELECT DISTINCT extract, 'supports', NULL FROM (
    SELECT extract FROM alliance_label WHERE owner = :record
    UNION ALL SELECT extract FROM alliance_trait WHERE owner = :record
    UNION ALL SELECT extract FROM claim_statement WHERE owner = :record
    UNION ALL SELECT extract FROM indicator_sign WHERE owner = :record
    UNION ALL SELECT extract FROM judgement_point WHERE owner = :record) AS i
  WHERE extract IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evidence WHERE record = :record AND extract = i.extract)),
placed AS (
  SELECT
    :record AS record, e.extract, e.stance, e.credibility, x.quote, x.page, x.start,
    d.id AS document, d.byline, d.date, d.date_text, d.date_first, d.language, d.url, d.fetched,
    d.reference_fr, d.reference_en, d.source,
    -- Back along republications and translations to one that is neither; in a
    -- ring of them, the one stored first.
    CASE WHEN EXISTS (SELECT 1 FROM document_link WHERE owner = d.id AND relation IN ('republishes', 'translates')) THEN (
      WITH RECURSIVE earlier (id) AS (
        SELECT d.id
        UNION
        SELECT l.document FROM document_link AS l JOIN earlier ON l.owner = earlier.id
        WHERE l.relation IN ('republishes', 'translates'))
      SELECT earlier.id FROM earlier
      ORDER BY EXISTS (SELECT 1 FROM document_link WHERE owner = earlier.id AND relation IN ('republishes', 'translates')), earlier.id
      LIMIT 1)
    ELSE d.id END AS origin
  FROM given AS e JOIN extract AS x ON x.id = e.extract JOIN document AS d ON d.id = x.document)
SELECT
  record, extract, stance, credibility, quote, page, start, document, byline, date, date_text, language, url,
  fetched, reference_fr, reference_en, source, (SELECT reliability FROM source WHERE id = p.source) AS reliability,
  origin, (SELECT source FROM document WHERE id = p.origin) AS origin_source
FROM placed AS p
ORDER BY stance = 'supports' DESC, date_first DESC NULLS LAST, start
