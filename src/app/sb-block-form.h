/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-catalogue.h"
#include "sb-outline.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/**
 * SbBlockForm:
 *
 * The keys of one block of a briefing: those that its kind reads, each as what it is. A
 * value that the block cannot read is told below it, and not signalled. Main thread.
 *
 * Signals: "key-edited" (string key, string value): what is to be kept; "" takes the key
 * away. "view-requested": a map is to show what the map of the window shows now.
 */
#define SB_TYPE_BLOCK_FORM (sb_block_form_get_type ())

G_DECLARE_FINAL_TYPE (SbBlockForm, sb_block_form, SB, BLOCK_FORM, GtkWidget)

GtkWidget *sb_block_form_new (void);

/* Once, before a block is shown. @worker (nullable) reads the places that there are to
 * choose from. */
void sb_block_form_set_up (SbBlockForm *self,
                           SbCatalogue *catalogue,
                           SbWorker *worker);

/* Shows the block; NULL for none. What is being typed stays while it is the same. */
void sb_block_form_show (SbBlockForm *self,
                         SbOutline *outline,
                         const char *name);
/* Whether there is a key to change. */
gboolean sb_block_form_has_keys (SbBlockForm *self);

/* What a strip of key figures prints now, (nullable) (element-type SbRecord). */
void sb_block_form_set_key_figures (SbBlockForm *self,
                                    GPtrArray *figures);
/* Adds a figure to the strip that is shown, as if it had been checked; FALSE when no strip
 * is shown. */
gboolean sb_block_form_add_key_figure (SbBlockForm *self,
                                       SbRecord *figure);

/* The field of a key; NULL for one that the block does not read. */
GtkWidget *sb_block_form_find_field (SbBlockForm *self,
                                     const char *key);

G_END_DECLS
