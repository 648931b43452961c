/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-correction.h"

void
sb_issue_difference_free (SbIssueDifference *self)
{
  if (self == NULL)
    return;

  g_free (self->block);
  g_free (self->heading);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

void
sb_correction_free (SbCorrection *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->reason, sb_bilingual_unref);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_clear_pointer (&self->lines[i], g_ptr_array_unref);
  g_free (self);
}
