/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-form-aid.h"

G_BEGIN_DECLS

/**
 * SbCatalogueAid:
 *
 * Aids forms from a catalogue: finds records by their names in its worker, and reads
 * dates by the day that they are said on. Main thread.
 */
#define SB_TYPE_CATALOGUE_AID (sb_catalogue_aid_get_type ())

G_DECLARE_FINAL_TYPE (SbCatalogueAid, sb_catalogue_aid, SB, CATALOGUE_AID, GObject)

/* @date: (nullable) of the document that is read, by which “last Tuesday” is understood;
 * without one, today's. */
SbFormAid *sb_catalogue_aid_new (SbCatalogue *catalogue,
                                 SbDate *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
