/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-table-shape.h"

G_BEGIN_DECLS

/**
 * SbTableFigure:
 *
 * One number of HDX HAPI: what it counts, where and when. A row of
 * "conflict-events" has two, of events and of deaths; each category of events is
 * counted for itself, and they overlap, so that they are never added up.
 */
typedef struct
{
  guint line;
  const char *measure; /* what the column is: "fatalities"; static */
  char *category; /* (owned) what else the row says it is about, "; " between;
                     "" for nothing */
  double value;
  const char *unit; /* (nullable) a currency and a measure of goods; of the row */
  const char *country; /* (nullable) as all of these */
  const char *country_code;
  const char *admin1;
  const char *admin2;
  int first_day; /* from 1970 */
  int last_day;
} SbTableFigure;

void sb_table_figure_clear (SbTableFigure *self);

/**
 * SbFigureReader:
 *
 * Reads a table of HDX HAPI. Owned by one.
 */
typedef struct _SbFigureReader SbFigureReader;

/* As sb_event_reader_new(). */
SbFigureReader *sb_figure_reader_new (SbTable *table,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_figure_reader_free (SbFigureReader *self);

/* The next figure, of which a row has one or more; as sb_event_reader_next().
 * Clear @figure before the next. */
gboolean sb_figure_reader_next (SbFigureReader *self,
                                SbTableFigure *figure,
                                const char **reason);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbTableFigure, sb_table_figure_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFigureReader, sb_figure_reader_free)

G_END_DECLS
