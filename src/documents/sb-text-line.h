/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SB_TEXT_LINE_BLANK,
  SB_TEXT_LINE_PROSE,
  SB_TEXT_LINE_ITEM, /* "- item", "• item" */
  SB_TEXT_LINE_NUMBERED, /* "1) item" */
  SB_TEXT_LINE_HEADING, /* "## heading" */
  SB_TEXT_LINE_QUOTE, /* "> quoted" */
  SB_TEXT_LINE_RULE, /* "-----", "=====", "***" */
  SB_TEXT_LINE_CONTENTS, /* "Introduction ........ 5" */
} SbTextLineKind;

/* One line of a text file, by itself. */
typedef struct
{
  SbTextLineKind kind;
  char *text; /* (owned) without mark, indent and space at the end */
  guint indent; /* in columns */
  guint level; /* of a heading, by its marks */
  guint length; /* of text, in characters */
  char mark; /* the first character of a rule */
} SbTextLine;

/* (element-type SbTextLine), freed with the array. */
GArray *_sb_text_split_lines (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE when the text ends like a sentence. */
gboolean _sb_text_is_closed (const char *text);
gboolean _sb_text_starts_lower (const char *text);

G_END_DECLS
