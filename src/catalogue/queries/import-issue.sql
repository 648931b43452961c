-- Stores an issue that was frozen in another catalogue, whose history is not that of this
-- one. One of its number stays as it is.
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
  0,
  :findings,
  :reason_fr,
  :reason_en)
