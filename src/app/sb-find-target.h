/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-geometry.h"

G_BEGIN_DECLS

/**
 * SbFindTarget:
 *
 * Where a record that was found is to be looked at: in which passage of which document,
 * on which part of the map, on which days.
 */
typedef struct
{
  SbRef *record; /* (owned) with its name; NULL when it is not there any more */
  gint64 document; /* of an extract; 0 for none */
  int start; /* of the passage */
  int end;
  gboolean has_bounds; /* it is somewhere */
  SbBounds bounds; /* all its places, with what is around them */
  gboolean has_days; /* of an event */
  int first_day;
  int last_day;
} SbFindTarget;

void sb_find_target_free (SbFindTarget *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFindTarget, sb_find_target_free)

/* Reads where @record is to be looked at. */
void sb_find_target_read_async (SbCatalogue *catalogue,
                                SbRef *record,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
SbFindTarget *sb_find_target_read_finish (SbCatalogue *catalogue,
                                          GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
