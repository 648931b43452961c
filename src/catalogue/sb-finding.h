/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can be wrong with a catalogue. The order is that in which it is told:
 * what comes later means little when what comes first is found. */
typedef enum
{
  SB_FINDING_PAGES, /* the pages and indexes of the file */
  SB_FINDING_REFERENCE, /* rows, ties and texts whose record is not there */
  SB_FINDING_SEARCH_INDEX, /* the full-text index does not fit the records */
  SB_FINDING_NO_FIELDS, /* records without their fields */
  SB_FINDING_KIND, /* records whose fields are those of another kind */
  SB_FINDING_UUID, /* records whose UUID is none */
  SB_FINDING_DATE, /* dates whose days are not those of their expression */
  SB_FINDING_TEXT, /* documents whose text is not the one that was stored */
  SB_FINDING_BLOCKS, /* documents whose blocks do not fit their text */
  SB_FINDING_EXTRACT, /* extracts that are not where they say */
  SB_FINDING_ORIGINAL, /* originals whose bytes are not those of their hash */
  SB_FINDING_ORPHAN, /* originals that belong to no document */
  SB_FINDING_ISSUE, /* issues of briefings that are not what was issued */
  SB_FINDING_HISTORY, /* units of work that cannot be read */
  SB_N_FINDINGS
} SbFindingCode;

/* How many records a finding names at most. */
#define SB_FINDING_MAX_RECORDS 20

/**
 * SbFinding:
 *
 * One thing that is wrong with a catalogue, however often. Filled by who makes
 * it, then left alone; owned by one. It is worded for the reader in
 * sb-finding-text.h of the layer sync.
 */
typedef struct
{
  SbFindingCode code;
  guint64 count; /* how often */
  GArray *records; /* (owned) (element-type gint64) ids of the first of them;
                      empty where no record is at fault */
  char *detail; /* (owned) (nullable) of the first, in English: for the log */
} SbFinding;

SbFinding *sb_finding_new (SbFindingCode code) G_GNUC_WARN_UNUSED_RESULT;
void sb_finding_free (SbFinding *self);

/* "pages", "extract": for other programs. */
const char *sb_finding_code_get_name (SbFindingCode code);

/* Whether sb_store_repair() can mend it without a loss. */
gboolean sb_finding_code_is_repairable (SbFindingCode code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFinding, sb_finding_free)

G_END_DECLS
