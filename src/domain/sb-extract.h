/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A passage lifted from a document: the quotation, what stands around it,
 * where it is, and the text that it was taken from. Positions are in
 * characters of the joined blocks. */

typedef enum
{
  SB_EXTRACT_DOCUMENT,
  SB_EXTRACT_START,
  SB_EXTRACT_END,
  SB_EXTRACT_QUOTE,
  SB_EXTRACT_TRANSLATION, /* of the quotation, where it is in another language */
  SB_EXTRACT_TRANSLATOR, /* who put it into that language */
  SB_EXTRACT_PREFIX,
  SB_EXTRACT_SUFFIX,
  SB_EXTRACT_TEXT_HASH,
  SB_EXTRACT_PAGE,
  SB_EXTRACT_NOTE,
  SB_EXTRACT_TAGS,
} SbExtractField;

extern const SbSchema sb_extract_schema;

G_END_DECLS
