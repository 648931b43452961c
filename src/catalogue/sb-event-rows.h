/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbEventRow:
 *
 * One place of one event, as it is read; strings are those of the vocabularies and
 * hold until the next row.
 */
typedef struct
{
  gint64 id;
  const char *type;
  const char *subtype; /* (nullable) */
  int first_day;
  int last_day;
  gboolean is_qualified; /* the date has "~", "?" or "%" */
  gint64 fatalities; /* the highest figure; 0 when none is given */
  gboolean is_unsourced;
  gboolean has_position;
  double latitude; /* degrees */
  double longitude;
  const char *precision; /* (nullable) */
} SbEventRow;

typedef void (*SbEventRowFunc) (const SbEventRow *row,
                                gpointer data);

/* Hands all events to @func that were not withdrawn, by their ids: a row for each of
 * their places, those of an event together and in its order, one for an event
 * without any. No record is made: a million take some seconds, and no memory. In
 * the thread of the store. */
gboolean sb_store_read_event_rows (SbStore *self,
                                   SbEventRowFunc func,
                                   gpointer data,
                                   GError **error);

G_END_DECLS
