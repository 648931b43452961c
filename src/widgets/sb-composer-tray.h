/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbComposerTray:
 *
 * What there is to put into a text: the extracts and the records of one kind, searched by
 * words. A record is cited by Enter or put in with its words by Ctrl+Enter, and can be
 * dragged into a text. It asks for what it shows: who has the records gives it a model.
 *
 * Signals: "wanted-changed": another kind, words or time is wanted; "cite-requested" and
 * "insert-requested" (SbRecord); "translate-requested" (SbRecord), for a passage;
 * "record-chosen" (SbRecord); "figure-requested"
 * (SbFigureRow): a map or another figure, which it offers besides, is to be put in.
 */
#define SB_TYPE_COMPOSER_TRAY (sb_composer_tray_get_type ())

G_DECLARE_FINAL_TYPE (SbComposerTray, sb_composer_tray, SB, COMPOSER_TRAY, GtkWidget)

GtkWidget *sb_composer_tray_new (void);

/* What is wanted. */
SbKind sb_composer_tray_get_kind (SbComposerTray *self);
const char *sb_composer_tray_get_words (SbComposerTray *self);
/* Whether records of the period alone are wanted, or those of all times. */
gboolean sb_composer_tray_is_of_period (SbComposerTray *self);
/* Whether what is no part of the briefing's dossier is left out. */
gboolean sb_composer_tray_is_of_dossier (SbComposerTray *self);

/* (nullable) (element-type SbRecord) */
void sb_composer_tray_set_model (SbComposerTray *self,
                                 GListModel *model);

/* Whether the briefing is one on a dossier. */
void sb_composer_tray_set_has_dossier (SbComposerTray *self,
                                       gboolean has_dossier);

/* Whether there is a text that something can be cited in; what is put in with its words
 * can be a text of its own. */
void sb_composer_tray_set_writable (SbComposerTray *self,
                                    gboolean is_writable);

/* Gives the keyboard to the words that are searched for. */
void sb_composer_tray_focus_search (SbComposerTray *self);

/* How a text cites a record: "[@UUID]". */
char *sb_composer_tray_dup_citation (SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
