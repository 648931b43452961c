/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-finding.h"

static const struct
{
  const char *name;
  gboolean is_repairable;
} codes[SB_N_FINDINGS] = {
  [SB_FINDING_PAGES] = { "pages", FALSE },
  [SB_FINDING_REFERENCE] = { "reference", FALSE },
  [SB_FINDING_SEARCH_INDEX] = { "search-index", TRUE },
  [SB_FINDING_NO_FIELDS] = { "no-fields", FALSE },
  [SB_FINDING_KIND] = { "kind", FALSE },
  [SB_FINDING_UUID] = { "uuid", FALSE },
  [SB_FINDING_DATE] = { "date", FALSE },
  [SB_FINDING_TEXT] = { "text", FALSE },
  [SB_FINDING_BLOCKS] = { "blocks", FALSE },
  [SB_FINDING_EXTRACT] = { "extract", TRUE },
  [SB_FINDING_ORIGINAL] = { "original", FALSE },
  [SB_FINDING_ORPHAN] = { "orphan", TRUE },
  [SB_FINDING_ISSUE] = { "issue", FALSE },
  [SB_FINDING_HISTORY] = { "history", FALSE },
};

SbFinding *
sb_finding_new (SbFindingCode code)
{
  SbFinding *self = g_new0 (SbFinding, 1);

  self->code = code;
  self->records = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
sb_finding_free (SbFinding *self)
{
  g_array_unref (self->records);
  g_free (self->detail);
  g_free (self);
}

const char *
sb_finding_code_get_name (SbFindingCode code)
{
  g_return_val_if_fail (code < SB_N_FINDINGS, NULL);

  return codes[code].name;
}

gboolean
sb_finding_code_is_repairable (SbFindingCode code)
{
  g_return_val_if_fail (code < SB_N_FINDINGS, FALSE);

  return codes[code].is_repairable;
}
