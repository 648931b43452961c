/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-html-tree.h"

G_BEGIN_DECLS

/* What a page says of its article in schema.org terms (JSON-LD). Each may be
 * NULL. */
typedef struct
{
  char *headline; /* (owned) */
  char *name; /* (owned) of the article, where that is not its headline */
  char *author; /* (owned) names, joined by ", " */
  char *date; /* (owned) as it stands there */
  char *modified; /* (owned) as it stands there */
  char *language; /* (owned) */
  char *site; /* (owned) */
  char *lead; /* (owned) */
} SbJsonLd;

/* From the scripts below @root; all of it is NULL where none tells of an article. */
SbJsonLd *_sb_json_ld_read (const GumboNode *root) G_GNUC_WARN_UNUSED_RESULT;
void _sb_json_ld_free (SbJsonLd *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbJsonLd, _sb_json_ld_free)

G_END_DECLS
