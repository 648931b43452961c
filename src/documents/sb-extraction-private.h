/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* Filled in by the reader that makes it; nobody writes to it afterwards. */
struct _SbExtraction
{
  char *title; /* (owned) (nullable) */
  char *byline; /* (owned) (nullable) */
  char *language; /* (owned) (nullable) */
  char *date; /* (owned) (nullable) */
  char *site; /* (owned) (nullable) */
  char *lead; /* (owned) (nullable) */
  GPtrArray *blocks; /* (owned) (element-type SbBlock) */
  GPtrArray *links; /* (owned) (element-type utf8), NULL-terminated */
  GPtrArray *resources; /* (owned) (element-type utf8), NULL-terminated */
  GPtrArray *illustrations; /* (owned) (element-type SbIllustration) */
  guint n_pages;
};

SbExtraction *_sb_extraction_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the two lists with NULL: the last step of a reader. */
void _sb_extraction_seal (SbExtraction *self);

G_END_DECLS
