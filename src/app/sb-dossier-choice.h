/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SbDossierChoice:
 *
 * Which dossier a new record becomes a part of, if any: what a briefing on a dossier is
 * filled from is what is a part of it. Not seen while there is no dossier at all.
 */
#define SB_TYPE_DOSSIER_CHOICE (sb_dossier_choice_get_type ())

G_DECLARE_FINAL_TYPE (SbDossierChoice, sb_dossier_choice, SB, DOSSIER_CHOICE, AdwBin)

/* (nullable) what is chosen. */
SbRecord *sb_dossier_choice_get_dossier (SbDossierChoice *self);

/* @dossiers (element-type SbRecord) are offered, and @chosen of them, by its id, or none
 * with 0. */
void sb_dossier_choice_set_dossiers (SbDossierChoice *self,
                                     GPtrArray *dossiers,
                                     gint64 chosen);

G_END_DECLS
