/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-saved-searches.h"

G_BEGIN_DECLS

/**
 * SbSavedSearchDialog:
 *
 * Asks for the name of a search, its words, and whether what is new and meets it is to be
 * told; and saves it.
 */
#define SB_TYPE_SAVED_SEARCH_DIALOG (sb_saved_search_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbSavedSearchDialog, sb_saved_search_dialog, SB, SAVED_SEARCH_DIALOG, AdwMessageDialog)

/* @search is what it begins with; one whose id is 0 is saved anew. */
SbSavedSearchDialog *sb_saved_search_dialog_new (SbSavedSearches *searches,
                                                 const SbSavedSearch *search);

G_END_DECLS
