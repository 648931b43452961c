/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-place-finder.h"

G_BEGIN_DECLS

/**
 * SbPlaceSuggestions:
 *
 * The places that are meant by what is typed into an entry, below it: those that a
 * finder finds by the beginning of a name, or the position when it is one. The arrow
 * keys choose while the keyboard stays in the entry. It hides while it has none. Main
 * thread.
 *
 * Signal: "chosen" (SbFoundPlace): one of them is meant; what it matched and lies in is
 * not told. Of a position the name is how it is written, and the tag G_MAXUINT.
 */
#define SB_TYPE_PLACE_SUGGESTIONS (sb_place_suggestions_get_type ())

G_DECLARE_FINAL_TYPE (SbPlaceSuggestions, sb_place_suggestions, SB, PLACE_SUGGESTIONS, GtkWidget)

/* (nullable): while there is none, only positions are told. */
void sb_place_suggestions_set_finder (SbPlaceSuggestions *self,
                                      SbPlaceFinder *finder);
/* Lets the arrow keys in @entry choose. */
void sb_place_suggestions_follow (SbPlaceSuggestions *self,
                                  GtkWidget *entry);

/* Shows what is meant by @text, the best of it selected; returns how many there are. */
guint sb_place_suggestions_show (SbPlaceSuggestions *self,
                                 const char *text);
/* Shows none. */
void sb_place_suggestions_clear (SbPlaceSuggestions *self);
/* Emits "chosen" for the one that is selected; FALSE when there is none. */
gboolean sb_place_suggestions_choose (SbPlaceSuggestions *self);

G_END_DECLS
