/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

#include "sb-language.h"

G_BEGIN_DECLS

#define NBSP        0x00A0
#define NARROW_NBSP 0x202F
#define THIN_SPACE  0x2009
#define APOSTROPHE  0x2019
#define ELLIPSIS    0x2026
#define GUILLEMET_L 0x00AB
#define GUILLEMET_R 0x00BB
#define DOUBLE_L    0x201C
#define DOUBLE_R    0x201D
#define SINGLE_L    0x2018
#define SINGLE_R    APOSTROPHE

/* Quotations deeper than this are left as they are. */
#define DEPTH_MAX 8

/* What is before the start of the text, and after its end. */
#define NONE 0

typedef struct
{
  gunichar expected; /* the mark that closes it in the input */
  gunichar closing; /* and the one that is set */
} Quotation;

/* A text on its way from what was written to what is set. */
typedef struct
{
  const gunichar *in;
  long length;
  long at;
  GArray *out; /* (owned) (element-type gunichar) */
  SbLanguage language;

  Quotation quotations[DEPTH_MAX]; /* the ones that are open */
  guint depth;
  guint n_single; /* straight single quotes that are open */
} SbSetter;

/* The character that is @offset after the one that the input is at. */
gunichar _sb_setter_peek (const SbSetter *self,
                          long offset);
gunichar _sb_setter_get_last (const SbSetter *self);
void _sb_setter_append (SbSetter *self,
                        gunichar c);
void _sb_setter_strip_blanks (SbSetter *self);
void _sb_setter_skip_blanks (SbSetter *self);

/* What the text ends in so far, apart from blanks. */
gunichar _sb_setter_get_last_mark (const SbSetter *self);

/* A blank is a space within a line, of any width. */
gboolean _sb_is_blank (gunichar c);
gboolean _sb_is_space_or_none (gunichar c);
gboolean _sb_is_opening (gunichar c);
gboolean _sb_is_closing (gunichar c);
gboolean _sb_is_digit (gunichar c);

/* In sb-setter-quotes.c: each sets the mark that the input is at. */
void _sb_setter_set_straight_quote (SbSetter *self);
void _sb_setter_set_curly_opening (SbSetter *self);
void _sb_setter_set_curly_closing (SbSetter *self);
void _sb_setter_set_straight_single (SbSetter *self);

G_END_DECLS
