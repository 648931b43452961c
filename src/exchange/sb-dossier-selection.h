/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store-export.h"

G_BEGIN_DECLS

/**
 * SbDossierSelection:
 *
 * The records that go into a container: all of a catalogue, or one dossier, its
 * members and all that these need to stand: what they refer to, the extracts that
 * they rest on, the documents of these, the sources of those. Owned by one.
 */
typedef struct
{
  GArray *records; /* (owned) (element-type SbIdentity) by UUID */
  GHashTable *ids; /* (owned) (nullable) of the records; NULL for all */
} SbDossierSelection;

/* @dossier is the id of one, 0 for all of the catalogue. */
SbDossierSelection *sb_dossier_selection_new (SbStore *store,
                                              gint64 dossier,
                                              GCancellable *cancellable,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_dossier_selection_free (SbDossierSelection *self);

gboolean sb_dossier_selection_has (SbDossierSelection *self,
                                   gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbDossierSelection, sb_dossier_selection_free)

G_END_DECLS
