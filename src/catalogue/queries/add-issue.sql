-- Freezes an issue of a briefing, with the last unit of work of the history.
-- Parameters: briefing, number, time, record, hash, findings, reason_fr, reason_en. No
-- columns.
INSERT INTO briefing_issue (
  briefing,
  number,
  time,
  record,
  hash,
  history,
  findings,
  reason_fr,
  reason_en)
VALUES (
  :briefing,
  :number,
  :time,
  :record,
  :hash,
  (SELECT coalesce (max (id), 0) FROM history),
  :findings,
  :reason_fr,
  :reason_en)
