/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-extract.h"

#include <glib/gi18n.h>

static const SbField fields[] = {
  [SB_EXTRACT_DOCUMENT] = { .name = "document", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_DOCUMENT, .label = N_ ("Document") },
  [SB_EXTRACT_START] = { .name = "start", .type = SB_FIELD_INTEGER, .flags = SB_FIELD_REQUIRED, .label = N_ ("Start") },
  [SB_EXTRACT_END] = { .name = "end", .type = SB_FIELD_INTEGER, .flags = SB_FIELD_REQUIRED, .label = N_ ("End") },
  [SB_EXTRACT_QUOTE] = { .name = "quote", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Quotation") },
  [SB_EXTRACT_TRANSLATION] = { .name = "translation", .type = SB_FIELD_BILINGUAL, .label = N_ ("Translation") },
  [SB_EXTRACT_TRANSLATOR] = { .name = "translator", .type = SB_FIELD_BILINGUAL, .label = N_ ("Who translated it") },
  [SB_EXTRACT_PREFIX] = { .name = "prefix", .type = SB_FIELD_TEXT, .label = N_ ("Before") },
  [SB_EXTRACT_SUFFIX] = { .name = "suffix", .type = SB_FIELD_TEXT, .label = N_ ("After") },
  [SB_EXTRACT_TEXT_HASH] = { .name = "text_hash", .type = SB_FIELD_TEXT, .label = N_ ("SHA-256 of the text") },
  [SB_EXTRACT_PAGE] = { .name = "page", .type = SB_FIELD_INTEGER, .label = N_ ("Page") },
  [SB_EXTRACT_NOTE] = { .name = "note", .type = SB_FIELD_TEXT, .label = N_ ("Note") },
  [SB_EXTRACT_TAGS] = { .name = "tags", .type = SB_FIELD_TEXT, .label = N_ ("Tags") },
};

const SbSchema sb_extract_schema = {
  .kind = SB_KIND_EXTRACT,
  .name = "extract",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_EXTRACT_QUOTE,
};
