/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"
#include "sb-odt-styles-private.h"

G_BEGIN_DECLS

/* Writing the text of an OpenDocument: paragraphs in styles, marks, notes. What is the
 * same for all documents in the file, and where the one that is written now is. */
typedef struct
{
  GString *out; /* the body */
  GString *styles; /* the automatic ones */
  GHashTable *style_names; /* (owned) what a style is → (owned) its name */
  guint n_styles;
  guint n_tables;
  guint n_figures;
  SbLanguage default_language;

  SbComposition *composition; /* not owned */
  SbLanguage language;
  guint edition; /* its number, from 0 */
  GArray *counts; /* not owned (element-type SbMarkCount) */
  gboolean breaks_page; /* before the next paragraph */
  char *page; /* (owned) (nullable) the master of the page that this starts */
} SbOdtText;

/* A paragraph of the style; a break of pages that is due comes before it. */
void _sb_odt_text_open_paragraph (SbOdtText *self,
                                  const char *style);
/* The same with a name, "text:p" or "text:h", and more attributes, which are ours. */
void _sb_odt_text_open (SbOdtText *self,
                        const char *tag,
                        const char *style,
                        const char *attributes);
void _sb_odt_text_close (SbOdtText *self,
                         const char *tag);

/* The text with its marks, inside of a paragraph. */
void _sb_odt_text_add_runs (SbOdtText *self,
                            SbRichText *text);
/* A whole paragraph; nothing when it is empty. */
void _sb_odt_text_add_paragraph (SbOdtText *self,
                                 const char *style,
                                 SbRichText *text);
/* Characters, with tabs, line ends and runs of spaces as the format wants them. */
void _sb_odt_text_add_characters (SbOdtText *self,
                                  const char *text,
                                  gsize length);

/* The attributes of a style that starts a page, if a break is due: then it is no more. */
char *_sb_odt_text_take_break (SbOdtText *self,
                               const char **property) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
