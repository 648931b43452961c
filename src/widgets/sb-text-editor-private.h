/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-text-editor.h"

G_BEGIN_DECLS

struct _SbTextEditor
{
  GtkWidget parent_instance;

  SbLanguage language;
  GtkWidget *scroll;
  GtkTextView *view; /* not owned; in scroll */
  GtkTextBuffer *buffer; /* (owned) */
  gboolean is_setting; /* the text is being set, not edited */

  GtkTextTag *citation_tag; /* not owned; of the buffer */
  GtkTextTag *hidden_tag; /* not owned; of the buffer */
  GArray *citations; /* (owned) where they stand, in their order */
  guint cursor; /* where it was when it was moved last, in characters */
  SbCitationNameFunc name_citation; /* (nullable) */
  gpointer name_data; /* not owned */
  SbSpelling *spelling; /* (owned) (nullable) */
  GtkTextTag *wrong_tag; /* not owned; of the buffer */
  GArray *wrong; /* (owned) (element-type SbMisspelling) as marked */
  GMenu *menu; /* (owned) what may have been meant */
  char *word; /* (owned) (nullable) the word that the menu is about */
  SbMisspelling place; /* of that word */
  guint check_source;
  GCancellable *cancellable; /* (owned) (nullable) of the check under way */
};

/* What is in no dictionary; sb-text-editor-spelling.c. */
void _sb_text_editor_class_init_spelling (GtkWidgetClass *widget_class);
void _sb_text_editor_init_spelling (SbTextEditor *self);
void _sb_text_editor_dispose_spelling (SbTextEditor *self);
void _sb_text_editor_check_later (SbTextEditor *self);

/* What the text cites; sb-text-editor-citations.c. */
void _sb_text_editor_init_citations (SbTextEditor *self);
void _sb_text_editor_mark_citations (SbTextEditor *self);

G_END_DECLS
