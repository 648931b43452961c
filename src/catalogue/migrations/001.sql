-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- The catalogue's tables. Times are seconds since 1970 in UTC. A date is four
-- columns: the EDTF expression, the wording of the document, the first and the
-- last day that it covers, counted from 1970 and very far away where it is
-- open. A text in French and English is two columns. A term is stored by its
-- name, a reference by the id of the record. The columns are those of the
-- schemas in src/domain.

-- "SaBr": tells the file from other SQLite databases.
PRAGMA application_id = 1398882930;

-- Every record of every kind, in one series of ids that are never used again,
-- so that undoing a removal brings the record back under its own.
CREATE TABLE record (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  -- 1 when the source of the record has taken it back.
  withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;

-- They are few, and every list leaves them out.
CREATE INDEX record_withdrawn_index ON record (id) WHERE withdrawn;

-- Who publishes: a medium, an institute, a government, an armed group.
CREATE TABLE source (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT,
  country TEXT,
  languages TEXT,
  url TEXT,
  reliability TEXT,
  descriptor_fr TEXT,
  descriptor_en TEXT,
  note_fr TEXT,
  note_en TEXT
) STRICT;

-- An address that is polled for documents or events. What became of the last
-- poll is a part of it.
CREATE TABLE feed (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  title TEXT,
  home TEXT,
  folder TEXT,
  source INTEGER REFERENCES record (id) ON DELETE SET NULL,
  state TEXT,
  last_attempt INTEGER,
  last_good INTEGER,
  next_due INTEGER,
  failures INTEGER,
  error_code TEXT,
  error_message TEXT,
  etag TEXT,
  last_modified TEXT,
  interval INTEGER,
  paused INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One published text. Its blocks and its original bytes are kept apart from
-- it.
CREATE TABLE document (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  byline TEXT,
  source INTEGER REFERENCES record (id) ON DELETE SET NULL,
  feed INTEGER REFERENCES record (id) ON DELETE SET NULL,
  url TEXT,
  entry TEXT,
  language TEXT,
  date TEXT,
  date_text TEXT,
  date_first INTEGER,
  date_last INTEGER,
  fetched INTEGER,
  kind TEXT,
  reference TEXT,
  lead TEXT,
  words INTEGER,
  pages INTEGER,
  media_type TEXT,
  hash TEXT,
  text_hash TEXT,
  read INTEGER,
  starred INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Documents that this one republishes, translates, cites or supersedes.
CREATE TABLE document_link (
  owner INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  relation TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- A passage lifted from a document: the quotation, what stands around it,
-- where it is, and the text that it was taken from. Positions are in
-- characters of the joined blocks.
CREATE TABLE extract (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT,
  suffix TEXT,
  text_hash TEXT,
  page INTEGER,
  note TEXT,
  tags TEXT
) STRICT;

-- A town, area, country, river or forest.
CREATE TABLE place (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  name_fr TEXT,
  name_en TEXT,
  kind TEXT,
  country TEXT,
  parent INTEGER REFERENCES record (id) ON DELETE SET NULL,
  latitude REAL,
  longitude REAL,
  precision TEXT,
  population INTEGER,
  pcode TEXT,
  geonames INTEGER,
  key TEXT,
  note_fr TEXT,
  note_en TEXT,
  CHECK (name_fr IS NOT NULL OR name_en IS NOT NULL)
) STRICT;

-- Other names of a place, by language.
CREATE TABLE place_name (
  owner INTEGER NOT NULL REFERENCES place (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  language TEXT,
  kind TEXT,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- A road of ordered places, with what it carries.
CREATE TABLE corridor (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  name_fr TEXT,
  name_en TEXT,
  code TEXT,
  country TEXT,
  carries_fr TEXT,
  carries_en TEXT,
  key TEXT,
  note_fr TEXT,
  note_en TEXT,
  CHECK (name_fr IS NOT NULL OR name_en IS NOT NULL)
) STRICT;

-- The places of a road, in their order.
CREATE TABLE corridor_stop (
  owner INTEGER NOT NULL REFERENCES corridor (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  km REAL,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Who acts: an armed group, a state, a force, an organisation, a company, a
-- community, a person.
CREATE TABLE actor (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  name_fr TEXT,
  name_en TEXT,
  short_name TEXT,
  kind TEXT,
  family TEXT,
  country TEXT,
  parent INTEGER REFERENCES record (id) ON DELETE SET NULL,
  founded TEXT,
  founded_text TEXT,
  founded_first INTEGER,
  founded_last INTEGER,
  dissolved TEXT,
  dissolved_text TEXT,
  dissolved_first INTEGER,
  dissolved_last INTEGER,
  status TEXT,
  summary_fr TEXT,
  summary_en TEXT,
  CHECK (name_fr IS NOT NULL OR name_en IS NOT NULL)
) STRICT;

-- Other names of an actor: full, short, former, loose.
CREATE TABLE actor_alias (
  owner INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  language TEXT,
  kind TEXT,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Offices that a person held, with their dates.
CREATE TABLE actor_role (
  owner INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title_fr TEXT,
  title_en TEXT,
  body INTEGER REFERENCES record (id) ON DELETE SET NULL,
  since TEXT,
  since_text TEXT,
  since_first INTEGER,
  since_last INTEGER,
  until TEXT,
  until_text TEXT,
  until_first INTEGER,
  until_last INTEGER,
  CHECK (title_fr IS NOT NULL OR title_en IS NOT NULL),
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Where an actor is at work.
CREATE TABLE actor_area (
  owner INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- A dated tie of two actors: the subject to the object.
CREATE TABLE relation (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  subject INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  since TEXT,
  since_text TEXT,
  since_first INTEGER,
  since_last INTEGER,
  until TEXT,
  until_text TEXT,
  until_first INTEGER,
  until_last INTEGER,
  summary_fr TEXT,
  summary_en TEXT
) STRICT;

-- A dated alliance of two parties or more: what each source calls it, what
-- holds it together, what divides it, and how long it is judged to last.
CREATE TABLE alliance (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  name_fr TEXT,
  name_en TEXT,
  adversary INTEGER REFERENCES record (id) ON DELETE SET NULL,
  goal_fr TEXT,
  goal_en TEXT,
  first_act INTEGER REFERENCES record (id) ON DELETE SET NULL,
  since TEXT,
  since_text TEXT,
  since_first INTEGER,
  since_last INTEGER,
  until TEXT,
  until_text TEXT,
  until_first INTEGER,
  until_last INTEGER,
  instrument INTEGER REFERENCES record (id) ON DELETE SET NULL,
  durability TEXT,
  durability_reason_fr TEXT,
  durability_reason_en TEXT,
  judged_by INTEGER REFERENCES record (id) ON DELETE SET NULL,
  summary_fr TEXT,
  summary_en TEXT,
  CHECK (name_fr IS NOT NULL OR name_en IS NOT NULL)
) STRICT;

-- Who is in an alliance, and when.
CREATE TABLE alliance_party (
  owner INTEGER NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  since TEXT,
  since_text TEXT,
  since_first INTEGER,
  since_last INTEGER,
  until TEXT,
  until_text TEXT,
  until_first INTEGER,
  until_last INTEGER,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- What a source calls an alliance.
CREATE TABLE alliance_label (
  owner INTEGER NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label_fr TEXT,
  label_en TEXT,
  source INTEGER REFERENCES record (id) ON DELETE SET NULL,
  extract INTEGER REFERENCES record (id) ON DELETE SET NULL,
  CHECK (label_fr IS NOT NULL OR label_en IS NOT NULL),
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- What holds an alliance together, and what divides it.
CREATE TABLE alliance_trait (
  owner INTEGER NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text_fr TEXT,
  text_en TEXT,
  extract INTEGER REFERENCES record (id) ON DELETE SET NULL,
  CHECK (text_fr IS NOT NULL OR text_en IS NOT NULL),
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- What happened: when, where, by whom, to whom, with what effect. Types and
-- sub-types are those of ACLED (codebook of 2025), and one of ours for
-- politics.
CREATE TABLE event (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fr TEXT,
  title_en TEXT,
  type TEXT NOT NULL,
  subtype TEXT,
  date TEXT NOT NULL,
  date_text TEXT,
  date_first INTEGER NOT NULL,
  date_last INTEGER NOT NULL,
  fatalities_low INTEGER,
  fatalities_high INTEGER,
  fatalities_note_fr TEXT,
  fatalities_note_en TEXT,
  summary_fr TEXT,
  summary_en TEXT,
  effects_fr TEXT,
  effects_en TEXT,
  key_fact INTEGER NOT NULL DEFAULT 0,
  external_id TEXT,
  CHECK (title_fr IS NOT NULL OR title_en IS NOT NULL)
) STRICT;

-- Where an event happened.
CREATE TABLE event_place (
  owner INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  precision TEXT,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Who acted in an event, in which role.
CREATE TABLE event_actor (
  owner INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  role TEXT,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- A blockade, curfew, ban, closure or suspension: by whom, on what, from when
-- to when, on what terms.
CREATE TABLE restriction (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fr TEXT,
  title_en TEXT,
  kind TEXT NOT NULL,
  imposed_by INTEGER REFERENCES record (id) ON DELETE SET NULL,
  since TEXT NOT NULL,
  since_text TEXT,
  since_first INTEGER NOT NULL,
  since_last INTEGER NOT NULL,
  until TEXT,
  until_text TEXT,
  until_first INTEGER,
  until_last INTEGER,
  terms_fr TEXT,
  terms_en TEXT,
  exemptions_fr TEXT,
  exemptions_en TEXT,
  announced_fr TEXT,
  announced_en TEXT,
  announced_by INTEGER REFERENCES record (id) ON DELETE SET NULL,
  denied_by INTEGER REFERENCES record (id) ON DELETE SET NULL,
  severity TEXT,
  effects_fr TEXT,
  effects_en TEXT,
  CHECK (title_fr IS NOT NULL OR title_en IS NOT NULL)
) STRICT;

-- Roads that a restriction lies on, from a place to a place.
CREATE TABLE restriction_stretch (
  owner INTEGER NOT NULL REFERENCES restriction (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  corridor INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  origin INTEGER REFERENCES record (id) ON DELETE SET NULL,
  destination INTEGER REFERENCES record (id) ON DELETE SET NULL,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Places that a restriction lies on.
CREATE TABLE restriction_place (
  owner INTEGER NOT NULL REFERENCES restriction (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Who holds a place on a day, as one source has it. Versions that disagree
-- stand side by side.
CREATE TABLE control (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  place INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  holder INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  since TEXT,
  since_text TEXT,
  since_first INTEGER,
  since_last INTEGER,
  until TEXT,
  until_text TEXT,
  until_first INTEGER,
  until_last INTEGER,
  retained INTEGER NOT NULL DEFAULT 0,
  summary_fr TEXT,
  summary_en TEXT
) STRICT;

-- A proposition, and who asserts, denies, minimises or confirms it.
CREATE TABLE claim (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  proposition_fr TEXT,
  proposition_en TEXT,
  about INTEGER REFERENCES record (id) ON DELETE SET NULL,
  date TEXT,
  date_text TEXT,
  date_first INTEGER,
  date_last INTEGER,
  retained_fr TEXT,
  retained_en TEXT,
  CHECK (proposition_fr IS NOT NULL OR proposition_en IS NOT NULL)
) STRICT;

-- Who said what about a claim.
CREATE TABLE claim_statement (
  owner INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  speaker INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  role_fr TEXT,
  role_en TEXT,
  stance TEXT NOT NULL,
  date TEXT,
  date_text TEXT,
  date_first INTEGER,
  date_last INTEGER,
  venue_fr TEXT,
  venue_en TEXT,
  words TEXT,
  language TEXT,
  extract INTEGER REFERENCES record (id) ON DELETE SET NULL,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- A treaty, charter, law or strategy.
CREATE TABLE instrument (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fr TEXT,
  title_en TEXT,
  kind TEXT,
  date TEXT,
  date_text TEXT,
  date_first INTEGER,
  date_last INTEGER,
  status TEXT,
  summary_fr TEXT,
  summary_en TEXT,
  CHECK (title_fr IS NOT NULL OR title_en IS NOT NULL)
) STRICT;

-- Who is bound by an instrument.
CREATE TABLE instrument_party (
  owner INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Clauses or pillars of an instrument.
CREATE TABLE instrument_clause (
  owner INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT,
  text_fr TEXT,
  text_en TEXT,
  CHECK (text_fr IS NOT NULL OR text_en IS NOT NULL),
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- A number with what it counts, where, when, and how surely.
CREATE TABLE figure (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  label_fr TEXT,
  label_en TEXT,
  low REAL NOT NULL,
  high REAL,
  unit_fr TEXT,
  unit_en TEXT,
  qualifier_fr TEXT,
  qualifier_en TEXT,
  place INTEGER REFERENCES record (id) ON DELETE SET NULL,
  about INTEGER REFERENCES record (id) ON DELETE SET NULL,
  date TEXT,
  date_text TEXT,
  date_first INTEGER,
  date_last INTEGER,
  note_fr TEXT,
  note_en TEXT,
  CHECK (label_fr IS NOT NULL OR label_en IS NOT NULL)
) STRICT;

-- A sign to watch for, and when it was seen.
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  statement_fr TEXT,
  statement_en TEXT,
  scenario INTEGER REFERENCES record (id) ON DELETE SET NULL,
  polarity TEXT,
  state TEXT,
  CHECK (statement_fr IS NOT NULL OR statement_en IS NOT NULL)
) STRICT;

-- When an indicator was seen.
CREATE TABLE indicator_sign (
  owner INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  date TEXT,
  date_text TEXT,
  date_first INTEGER,
  date_last INTEGER,
  text_fr TEXT,
  text_en TEXT,
  extract INTEGER REFERENCES record (id) ON DELETE SET NULL,
  CHECK (text_fr IS NOT NULL OR text_en IS NOT NULL),
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- What could come.
CREATE TABLE scenario (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fr TEXT,
  title_en TEXT,
  text_fr TEXT,
  text_en TEXT,
  horizon_fr TEXT,
  horizon_en TEXT,
  scale TEXT,
  band INTEGER,
  confidence TEXT,
  drivers_fr TEXT,
  drivers_en TEXT,
  CHECK (title_fr IS NOT NULL OR title_en IS NOT NULL)
) STRICT;

-- How likely something is held to be, by whom and when.
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  proposition_fr TEXT,
  proposition_en TEXT,
  scenario INTEGER REFERENCES record (id) ON DELETE SET NULL,
  horizon_fr TEXT,
  horizon_en TEXT,
  scale TEXT,
  band INTEGER,
  confidence TEXT,
  judged_by INTEGER REFERENCES record (id) ON DELETE SET NULL,
  date TEXT,
  date_text TEXT,
  date_first INTEGER,
  date_last INTEGER,
  reasons_fr TEXT,
  reasons_en TEXT,
  topic TEXT,
  CHECK (proposition_fr IS NOT NULL OR proposition_en IS NOT NULL)
) STRICT;

-- What someone is advised to do.
CREATE TABLE recommendation (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  action_fr TEXT,
  action_en TEXT,
  addressee_fr TEXT,
  addressee_en TEXT,
  horizon_fr TEXT,
  horizon_en TEXT,
  priority INTEGER,
  audience TEXT,
  CHECK (action_fr IS NOT NULL OR action_en IS NOT NULL)
) STRICT;

-- A named set of all this: a case.
CREATE TABLE dossier (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fr TEXT,
  title_en TEXT,
  summary_fr TEXT,
  summary_en TEXT,
  first TEXT,
  first_text TEXT,
  first_first INTEGER,
  first_last INTEGER,
  last TEXT,
  last_text TEXT,
  last_first INTEGER,
  last_last INTEGER,
  country TEXT,
  CHECK (title_fr IS NOT NULL OR title_en IS NOT NULL)
) STRICT;

-- A printed product: its template, languages, period and text.
CREATE TABLE briefing (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fr TEXT,
  title_en TEXT,
  template TEXT NOT NULL,
  languages TEXT,
  dossier INTEGER REFERENCES record (id) ON DELETE SET NULL,
  first TEXT,
  first_text TEXT,
  first_first INTEGER,
  first_last INTEGER,
  last TEXT,
  last_text TEXT,
  last_first INTEGER,
  last_last INTEGER,
  as_of TEXT,
  as_of_text TEXT,
  as_of_first INTEGER,
  as_of_last INTEGER,
  cutoff INTEGER,
  tag_fr TEXT,
  tag_en TEXT,
  marking TEXT,
  author TEXT,
  institution TEXT,
  number INTEGER,
  issued INTEGER,
  CHECK (title_fr IS NOT NULL OR title_en IS NOT NULL)
) STRICT;

-- The text of a briefing, block by block.
CREATE TABLE briefing_section (
  owner INTEGER NOT NULL REFERENCES briefing (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  block TEXT NOT NULL,
  title_fr TEXT,
  title_en TEXT,
  text_fr TEXT,
  text_en TEXT,
  manual INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Every reference has an index: records are looked up by what they name, and
-- removing a record looks for what names it.
CREATE INDEX feed_source_index ON feed (source);
CREATE INDEX document_source_index ON document (source);
CREATE INDEX document_link_document_index ON document_link (document);
CREATE INDEX extract_document_index ON extract (document);
CREATE INDEX place_parent_index ON place (parent);
CREATE INDEX corridor_stop_place_index ON corridor_stop (place);
CREATE INDEX actor_parent_index ON actor (parent);
CREATE INDEX actor_role_body_index ON actor_role (body);
CREATE INDEX actor_area_place_index ON actor_area (place);
CREATE INDEX relation_subject_index ON relation (subject);
CREATE INDEX relation_object_index ON relation (object);
CREATE INDEX alliance_adversary_index ON alliance (adversary);
CREATE INDEX alliance_first_act_index ON alliance (first_act);
CREATE INDEX alliance_instrument_index ON alliance (instrument);
CREATE INDEX alliance_judged_by_index ON alliance (judged_by);
CREATE INDEX alliance_party_actor_index ON alliance_party (actor);
CREATE INDEX alliance_label_source_index ON alliance_label (source);
CREATE INDEX alliance_label_extract_index ON alliance_label (extract);
CREATE INDEX alliance_trait_extract_index ON alliance_trait (extract);
CREATE INDEX event_place_place_index ON event_place (place);
CREATE INDEX event_actor_actor_index ON event_actor (actor);
CREATE INDEX restriction_imposed_by_index ON restriction (imposed_by);
CREATE INDEX restriction_announced_by_index ON restriction (announced_by);
CREATE INDEX restriction_denied_by_index ON restriction (denied_by);
CREATE INDEX restriction_stretch_corridor_index ON restriction_stretch (corridor);
CREATE INDEX restriction_stretch_origin_index ON restriction_stretch (origin);
CREATE INDEX restriction_stretch_destination_index ON restriction_stretch (destination);
CREATE INDEX restriction_place_place_index ON restriction_place (place);
CREATE INDEX control_place_index ON control (place);
CREATE INDEX control_holder_index ON control (holder);
CREATE INDEX claim_about_index ON claim (about);
CREATE INDEX claim_statement_speaker_index ON claim_statement (speaker);
CREATE INDEX claim_statement_extract_index ON claim_statement (extract);
CREATE INDEX instrument_party_actor_index ON instrument_party (actor);
CREATE INDEX figure_place_index ON figure (place);
CREATE INDEX figure_about_index ON figure (about);
CREATE INDEX indicator_scenario_index ON indicator (scenario);
CREATE INDEX indicator_sign_extract_index ON indicator_sign (extract);
CREATE INDEX judgement_scenario_index ON judgement (scenario);
CREATE INDEX judgement_judged_by_index ON judgement (judged_by);
CREATE INDEX briefing_dossier_index ON briefing (dossier);

-- Events between two days. Those that cover more than 400 days are few: they
-- have an index of their own so that a search by day need not reach back to
-- the first one.
CREATE INDEX event_date_index ON event (date_first, date_last);
CREATE INDEX event_long_index ON event (date_first, date_last) WHERE date_last - date_first > 400;
CREATE INDEX event_key_fact_index ON event (date_first) WHERE key_fact;
CREATE INDEX event_external_index ON event (external_id) WHERE external_id IS NOT NULL;

-- Documents, newest first: by their date or else by the day they were fetched.
CREATE INDEX document_day_index ON document (coalesce (date_first, fetched / 86400, 0));
CREATE INDEX document_unread_index ON document (coalesce (date_first, fetched / 86400, 0)) WHERE read IS NULL;
CREATE INDEX document_feed_index ON document (feed, coalesce (date_first, fetched / 86400, 0));
CREATE INDEX document_entry_index ON document (feed, entry) WHERE entry IS NOT NULL;
CREATE INDEX document_url_index ON document (url) WHERE url IS NOT NULL;
CREATE INDEX document_hash_index ON document (hash) WHERE hash IS NOT NULL;
CREATE INDEX document_text_hash_index ON document (text_hash) WHERE text_hash IS NOT NULL;

CREATE INDEX relation_since_index ON relation (since_first, until_last);
CREATE INDEX alliance_since_index ON alliance (since_first, until_last);
CREATE INDEX restriction_since_index ON restriction (since_first, until_last);
CREATE INDEX control_since_index ON control (since_first, until_last);
CREATE INDEX claim_date_index ON claim (date_first, date_last);
CREATE INDEX figure_date_index ON figure (date_first, date_last);

CREATE INDEX feed_url_index ON feed (url);
CREATE INDEX place_key_index ON place (key) WHERE key IS NOT NULL;
CREATE INDEX place_geonames_index ON place (geonames) WHERE geonames IS NOT NULL;
CREATE INDEX corridor_key_index ON corridor (key) WHERE key IS NOT NULL;

-- The text of a document: its blocks joined, as positions are counted in it,
-- and the blocks as JSON without their text: [[kind, level, page, length,
-- [[span, start, end, target], …]], …], lengths in characters.
CREATE TABLE body (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL
) STRICT;

-- The bytes that documents were read from, by their SHA-256. One that only a
-- removed document had stays as long as the history can bring it back.
CREATE TABLE original (
  hash TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- What a record rests on. Extracts that are named in a list of a record (the
-- label of an alliance, the statement of a claim) are in that list's table.
CREATE TABLE evidence (
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  extract INTEGER NOT NULL REFERENCES extract (id) ON DELETE CASCADE,
  stance TEXT NOT NULL,
  -- Of the item, "1" to "6"; NULL when it was not judged.
  credibility TEXT,
  PRIMARY KEY (record, extract)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_extract_index ON evidence (extract);

-- What is a part of which dossier.
CREATE TABLE member (
  dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  PRIMARY KEY (dossier, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_record_index ON member (record);

-- The user's units of work, in their order.
CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  time INTEGER NOT NULL,
  -- A dropped one was undone and then overtaken by other work.
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX history_state_index ON history (state, id);

-- What a unit of work changed, as JSON (docs/dossier-format.md): before is NULL
-- for what it added, after for what it removed. Never a foreign key: the record
-- may be gone.
CREATE TABLE history_entry (
  history INTEGER NOT NULL REFERENCES history (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- 0 for evidence and membership.
  record INTEGER NOT NULL,
  -- The kind of the record, or "evidence" or "member".
  kind TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (history, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_entry_record_index ON history_entry (record);
