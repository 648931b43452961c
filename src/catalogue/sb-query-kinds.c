/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-query-kinds.h"

static guint
collect_kinds (const SbSchema *schema)
{
  guint kinds = schema->kind != SB_KIND_NONE ? 1u << schema->kind : 0;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];

      /* What a row names is shown in it. */
      if (field->type == SB_FIELD_REF)
        kinds |= field->target != SB_KIND_NONE ? 1u << field->target : G_MAXUINT;
      else if (field->type == SB_FIELD_LIST)
        kinds |= collect_kinds (field->item);
    }

  return kinds;
}

guint
_sb_query_get_kinds (const SbQuery *query)
{
  guint kinds = collect_kinds (sb_kind_get_schema (query->kind));

  if (query->document != 0 || query->source != 0 || query->extract != 0)
    kinds |= 1u << SB_KIND_EXTRACT | 1u << SB_KIND_DOCUMENT;
  if (query->dossier != 0)
    kinds |= 1u << SB_KIND_DOSSIER;

  return kinds;
}
