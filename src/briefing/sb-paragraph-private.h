/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-hyphenator.h"
#include "sb-slab-private.h"

G_BEGIN_DECLS

/* What setting a text needs: one for each document, used by one thread. */
typedef struct
{
  PangoContext *context; /* (owned) */
  SbHyphenator *hyphenator; /* (owned) */
  SbLanguage language;
  GHashTable *layouts; /* (not owned) (nullable) those laid out before: a key of
                          all that makes them → PangoLayout, never changed */
  guint last_group; /* of the structure; see SbSlabLevel */
} SbSetting;

/* The same, as marks, its first line's top at (@x, @y); returns its height. */
double _sb_paragraph_add (SbSetting *setting,
                          GArray *marks,
                          SbRichText *text,
                          SbTypeStyleId style,
                          double x,
                          double y,
                          double width,
                          PangoAlignment alignment);

/* The same, as one slab a line, kept together where a page must not end: a first
 * or last line never stands alone. Appended to @slabs (element-type SbSlab);
 * returns the first, NULL for an empty text. */
SbSlab *_sb_paragraph_break (SbSetting *setting,
                             GPtrArray *slabs,
                             SbRichText *text,
                             SbTypeStyleId style,
                             double x,
                             double width);

/* The least width, of @width at most, that the text can be set in without taking
 * more lines: lines of about one length. */
double _sb_paragraph_balance (SbSetting *setting,
                              SbRichText *text,
                              SbTypeStyleId style,
                              double width);

/* The width of the text on one line. */
double _sb_paragraph_measure (SbSetting *setting,
                              SbRichText *text,
                              SbTypeStyleId style);

/* The width of its longest word: in a narrower column the word is broken. */
double _sb_paragraph_measure_word (SbSetting *setting,
                                   SbRichText *text,
                                   SbTypeStyleId style);

/* The name of the place that a source is printed at. */
char *_sb_source_dest (guint number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
