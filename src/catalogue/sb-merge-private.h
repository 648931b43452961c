/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-merge.h"
#include "sb-unit-private.h"

G_BEGIN_DECLS

/* What to name, by UUID, instead of those that @record names and that were merged
 * into others; that of UUID @except is left alone.
 * (element-type utf8 SbRef), NULL for what could not stay */
GHashTable *_sb_unit_list_merged (SbUnit *self,
                                  SbRecord *record,
                                  const char *except,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @record as it is with all that was merged: what comes in from a dossier may
 * have been written before, and is no news because of that. */
SbRecord *_sb_unit_adapt (SbUnit *self,
                          SbRecord *record,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Moves to the one that is kept what came to name the one that is about to go
 * again, by the undoing or redoing that @head stands for, while it was there. */
gboolean _sb_unit_move_late (SbUnit *self,
                             const SbHistoryHead *head,
                             GError **error);

/* An empty table of what to name instead. */
GHashTable *_sb_merge_table_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
