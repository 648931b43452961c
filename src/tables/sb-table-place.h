/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-table-shape.h"

G_BEGIN_DECLS

/**
 * SbTablePlace:
 *
 * One place as its source has it. Texts are borrowed from the row, and NULL when
 * there is nothing.
 */
typedef struct
{
  guint line;
  const char *id;
  const char *name;
  const char *name_fr;
  const char *other_names; /* with "," between, as GeoNames has them */
  const char *pcode;
  const char *country;
  const char *country_code;
  const char *admin1;
  const char *admin2;
  const char *kind; /* a feature code of GeoNames, or a word */
  const char *notes;
  guint level; /* of an administrative area, 1 to 4; 0 when it is none */
  gboolean has_position;
  double latitude;
  double longitude;
  gint64 population; /* -1 when it is not known */
} SbTablePlace;

/**
 * SbPlaceReader:
 *
 * Reads a table as places. Owned by one.
 */
typedef struct _SbPlaceReader SbPlaceReader;

/* As sb_event_reader_new(); a name is what cannot be done without. */
SbPlaceReader *sb_place_reader_new (SbTable *table,
                                    SbImportSpec *spec,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_place_reader_free (SbPlaceReader *self);

/* As sb_event_reader_next(). */
gboolean sb_place_reader_next (SbPlaceReader *self,
                               SbTablePlace *place,
                               const char **reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbPlaceReader, sb_place_reader_free)

G_END_DECLS
