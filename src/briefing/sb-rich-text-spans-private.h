/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-rich-text.h"

G_BEGIN_DECLS

/* A stretch of a text that is all of one kind, for formats whose marks may nest but not
 * cross. */
typedef struct
{
  guint start; /* bytes of the text */
  guint end;
  gboolean is_bold;
  gboolean is_italic;
  gboolean is_label;
  guint note; /* its number; 0 for none */
} SbSpan;

/* @text from its start to its end, without gaps (element-type SbSpan). NULL has none. */
GArray *_sb_rich_text_list_spans (const SbRichText *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
