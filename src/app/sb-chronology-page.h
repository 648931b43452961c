/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbChronologyPage:
 *
 * What happened, in lanes by actor, place, type or dossier, and beside it the events
 * that were chosen there, or are in view, as a list.
 */
#define SB_TYPE_CHRONOLOGY_PAGE (sb_chronology_page_get_type ())

G_DECLARE_FINAL_TYPE (SbChronologyPage, sb_chronology_page, SB, CHRONOLOGY_PAGE, SbPage)

G_END_DECLS
