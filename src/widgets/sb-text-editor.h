/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-language.h"
#include "sb-spelling.h"

G_BEGIN_DECLS

/**
 * SbTextEditor:
 *
 * A text in Markdown and in one language, being written. What is in no dictionary is
 * underlined, and the menu offers what may have been meant. Ctrl+B, Ctrl+I set marks
 * around what is selected. It has no memory of edits: who keeps the text undoes them.
 * Of a citation ([@UUID], sb-text-citation.h) no more is seen than "[@]"; the cursor does
 * not go into it, it is deleted whole, and a hint tells what it stands for.
 *
 * Signal "edited": the user, or a call that inserts, changed the text.
 * Actions: "text.bold", "text.italic", "text.list", "text.quote", "text.heading".
 */
#define SB_TYPE_TEXT_EDITOR (sb_text_editor_get_type ())

G_DECLARE_FINAL_TYPE (SbTextEditor, sb_text_editor, SB, TEXT_EDITOR, GtkWidget)

/* What is cited under @uuid, in words; NULL when that is not known. */
typedef char *(*SbCitationNameFunc) (const char *uuid,
                                     gpointer data);

GtkWidget *sb_text_editor_new (SbLanguage language);

SbLanguage sb_text_editor_get_language (SbTextEditor *self);
/* (nullable): no words are marked. */
void sb_text_editor_set_spelling (SbTextEditor *self,
                                  SbSpelling *spelling);
/* Asks what is cited of @name_citation (nullable) with @data, which outlives the editor. */
void sb_text_editor_set_citation_names (SbTextEditor *self,
                                        SbCitationNameFunc name_citation,
                                        gpointer data);
/* What a screen reader calls it. */
void sb_text_editor_set_label (SbTextEditor *self,
                               const char *label);

/* Only what differs is changed, so that the cursor stays where it is. */
void sb_text_editor_set_text (SbTextEditor *self,
                              const char *text);
char *sb_text_editor_dup_text (SbTextEditor *self) G_GNUC_WARN_UNUSED_RESULT;

/* Puts @text in the place of what is selected, with a space before it where a word ends
 * there. */
void sb_text_editor_insert (SbTextEditor *self,
                            const char *text);
/* The same, on lines of its own. */
void sb_text_editor_insert_paragraph (SbTextEditor *self,
                                      const char *text);
/* In characters; the selection is scrolled into view. */
void sb_text_editor_select (SbTextEditor *self,
                            guint start,
                            guint end);

/* The line of the cursor, from 1, and the cursor on a line. */
guint sb_text_editor_get_line (SbTextEditor *self);
void sb_text_editor_go_to_line (SbTextEditor *self,
                                guint line);

/* In characters: where what is selected begins, and where it ends. */
guint sb_text_editor_get_selection_start (SbTextEditor *self);
guint sb_text_editor_get_selection_end (SbTextEditor *self);

/* What is selected, or "". */
char *sb_text_editor_dup_selection (SbTextEditor *self) G_GNUC_WARN_UNUSED_RESULT;

/* The words that are marked as wrong. */
guint sb_text_editor_get_n_misspelled (SbTextEditor *self);

G_END_DECLS
