/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-dossier.h"

#include <glib/gi18n.h>

static const SbField fields[] = {
  [SB_DOSSIER_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Title") },
  [SB_DOSSIER_SUMMARY] = { .name = "summary", .type = SB_FIELD_BILINGUAL, .label = N_ ("Summary") },
  [SB_DOSSIER_FIRST] = { .name = "first", .type = SB_FIELD_DATE, .label = N_ ("From") },
  [SB_DOSSIER_LAST] = { .name = "last", .type = SB_FIELD_DATE, .label = N_ ("To") },
  [SB_DOSSIER_COUNTRY] = { .name = "country", .type = SB_FIELD_TEXT, .label = N_ ("Country") },
};

const SbSchema sb_dossier_schema = {
  .kind = SB_KIND_DOSSIER,
  .name = "dossier",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_DOSSIER_TITLE,
};
