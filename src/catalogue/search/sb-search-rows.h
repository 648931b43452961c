/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"
#include "sb-store-private.h"

G_BEGIN_DECLS

/* The languages of a record, as bits. */
typedef enum
{
  SB_SEARCH_LANGUAGE_FR = 1 << 0,
  SB_SEARCH_LANGUAGE_EN = 1 << 1,
  SB_SEARCH_LANGUAGE_OTHER = 1 << 2,
} SbSearchLanguages;

/* What is known of a row of the index without looking into it. */
typedef struct
{
  gint64 key;
  gint64 record; /* 0 when the row is out of date */
  int first_day; /* SB_DATE_DAY_MIN when the record has no day */
  int last_day;
  guint16 n_words; /* G_MAXUINT16 for more */
  guint8 kind; /* SbKind */
  guint8 languages; /* SbSearchLanguages */
} SbSearchRow;

/**
 * SbSearchRows:
 *
 * The rows of the index in memory, in the order of their keys, which is newest
 * first: what ranking asks of every hit is then an array away. Read when a
 * search begins and the catalogue has changed since: only what has changed, unless
 * that is much. Belongs to one connection.
 */
typedef struct
{
  GArray *rows; /* (owned) (element-type SbSearchRow) */
  double n_words; /* of all rows */
  gint64 n_live; /* rows that are of a record */
  gint64 record_max; /* the highest id of a record */
  gint64 change; /* the number of the last change that is in them */
  gint64 mark; /* of that change; another one is of another file */
  gint64 version; /* of the file, when they were read */
  gint64 n_changes; /* of the connection, when they were read */
} SbSearchRows;

SbSearchRows *_sb_search_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_search_rows_free (SbSearchRows *self);

/* Reads what may have changed. */
gboolean _sb_search_rows_refresh (SbSearchRows *self,
                                  SbStore *store,
                                  GError **error);

/* How many words a row has on average, 1 at least. */
double _sb_search_rows_get_mean_words (const SbSearchRows *self);

/* The position of the row with @key, or of the first one after it, looked for
 * from @position on. */
guint _sb_search_rows_seek (const SbSearchRows *self,
                            guint position,
                            gint64 key);

/* The key of row @number of a record of @day; SB_DATE_DAY_MIN for one without a
 * day, which is the oldest then. Later numbers come first within a day. */
gint64 _sb_search_key_new (int day,
                           gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSearchRows, _sb_search_rows_free)

G_END_DECLS
