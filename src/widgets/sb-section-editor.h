/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-outline.h"
#include "sb-text-editor.h"

G_BEGIN_DECLS

/**
 * SbSectionEditor:
 *
 * The heading and the text of one block of a briefing, in the languages of the briefing,
 * French and English beside each other; what is missing in one of them is said there. A
 * block that is filled from the catalogue has no text of its own until it is written by
 * hand. What else there is to say of a block is a form that it is given: it stands below
 * the heading, or takes the place of the texts when it is asked for.
 *
 * Signals: "title-edited" and "text-edited" (int language, string text): what is there
 * now; "write-requested": the block shall be written by hand; "fill-requested": it shall
 * be filled again; "cite-requested": something to cite is wanted; "difference-requested":
 * what changed since the text was made.
 */
#define SB_TYPE_SECTION_EDITOR (sb_section_editor_get_type ())

G_DECLARE_FINAL_TYPE (SbSectionEditor, sb_section_editor, SB, SECTION_EDITOR, GtkWidget)

GtkWidget *sb_section_editor_new (void);

void sb_section_editor_set_spelling (SbSectionEditor *self,
                                     SbSpelling *spelling);
/* As sb_text_editor_set_citation_names(), of both texts. */
void sb_section_editor_set_citation_names (SbSectionEditor *self,
                                           SbCitationNameFunc name_citation,
                                           gpointer data);

/* The form of what else there is to say of the block, which who gives it keeps up to date;
 * while it is not visible there is nothing. Once. */
void sb_section_editor_set_form (SbSectionEditor *self,
                                 GtkWidget *form);
/* Shows the form in the place of the texts, or the texts again. */
void sb_section_editor_show_form (SbSectionEditor *self,
                                  gboolean is_shown);

/* Shows the block; NULL for none. @languages: bits 1 << SbLanguage, those of the
 * briefing. What is being typed stays as far as it is the same. */
void sb_section_editor_show (SbSectionEditor *self,
                             SbOutline *outline,
                             const char *name,
                             guint languages);
const char *sb_section_editor_get_block (SbSectionEditor *self); /* (nullable) */

/* Whether it says that the text was made from what the catalogue says no more. */
void sb_section_editor_set_stale (SbSectionEditor *self,
                                  gboolean is_stale);
gboolean sb_section_editor_is_stale (SbSectionEditor *self);

/* Whether there is a text to write in now. */
gboolean sb_section_editor_is_writable (SbSectionEditor *self);
/* That of @language. */
SbTextEditor *sb_section_editor_get_editor (SbSectionEditor *self,
                                            SbLanguage language);
/* The one that was written in last. */
SbTextEditor *sb_section_editor_get_current (SbSectionEditor *self);
void sb_section_editor_set_current (SbSectionEditor *self,
                                    SbLanguage language);
void sb_section_editor_focus_title (SbSectionEditor *self);
void sb_section_editor_focus_text (SbSectionEditor *self,
                                   SbLanguage language);

G_END_DECLS
