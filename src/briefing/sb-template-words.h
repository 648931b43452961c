/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that a template has for all that is printed by it; the briefing's own go
 * before them. */
typedef enum
{
  SB_TEMPLATE_WORDS_TITLE,
  SB_TEMPLATE_WORDS_PRODUCT,
  SB_TEMPLATE_WORDS_SERIES,
  SB_TEMPLATE_WORDS_THEME,
  SB_TEMPLATE_WORDS_LABEL, /* over the headline: "Opinion" */
  SB_TEMPLATE_WORDS_CONTACTS,
  SB_TEMPLATE_WORDS_AUTHOR,
  SB_TEMPLATE_WORDS_INSTITUTION,
  SB_TEMPLATE_WORDS_MARKING,
  SB_TEMPLATE_WORDS_DISTRIBUTION,
} SbTemplateWords;

#define SB_N_TEMPLATE_WORDS (SB_TEMPLATE_WORDS_DISTRIBUTION + 1)

G_END_DECLS
