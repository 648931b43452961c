/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-table-shape.h"

G_BEGIN_DECLS

/**
 * SbTableEvent:
 *
 * One event as its source has it: in the words of the source, with the numbers
 * read. Texts are borrowed from the row, and NULL when there is nothing.
 */
typedef struct
{
  guint line;
  const char *id;
  int first_day; /* from 1970 */
  int last_day;
  guint date_precision; /* as the source counts it; 0 when it does not say */
  const char *country;
  const char *country_code;
  const char *admin1;
  const char *admin2;
  const char *admin3;
  const char *location;
  gboolean has_position;
  double latitude;
  double longitude;
  guint place_precision; /* as the source counts it; 0 when it does not say */
  const char *type; /* as ACLED calls it, where that is known */
  const char *subtype;
  const char *actor1;
  const char *associates1; /* several with "; " */
  const char *inter1;
  const char *actor2;
  const char *associates2;
  const char *inter2;
  const char *targeting;
  gint64 fatalities; /* the best estimate; -1 when it is not known */
  gint64 fatalities_low; /* -1 */
  gint64 fatalities_high;
  const char *title;
  const char *notes;
  const char *source; /* several with "; " */
  const char *tags;
  const char *url;
  gint64 deleted; /* when the source took it back, seconds since 1970; 0 */
} SbTableEvent;

/**
 * SbEventReader:
 *
 * Reads a table as events. Owned by one.
 */
typedef struct _SbEventReader SbEventReader;

/* Takes its own reference of @table and begins with its first row. @spec is
 * (nullable). NULL with %SB_TABLE_ERROR_COLUMNS when there is no column of days. */
SbEventReader *sb_event_reader_new (SbTable *table,
                                    SbImportSpec *spec,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_event_reader_free (SbEventReader *self);

/* The next row; FALSE at the end. @reason is NULL when @event was filled, and else
 * says, in English and translatable, why the row cannot be used; @event has its
 * line. */
gboolean sb_event_reader_next (SbEventReader *self,
                               SbTableEvent *event,
                               const char **reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbEventReader, sb_event_reader_free)

G_END_DECLS
