-- How far the whole article of an entry is.
-- Parameters: document, text_hash, state, failures, next_due, code, message. No columns.
INSERT INTO article (document, text_hash, state, failures, next_due, code, message)
VALUES (:document, :text_hash, :state, :failures, :next_due, :code, :message)
ON CONFLICT (document) DO UPDATE SET
  text_hash = excluded.text_hash,
  state = excluded.state,
  failures = excluded.failures,
  next_due = excluded.next_due,
  code = excluded.code,
  message = excluded.message
