/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-query.h"

G_DEFINE_BOXED_TYPE (SbQuery, sb_query, sb_query_copy, sb_query_free)

SbQuery *
sb_query_new (SbKind kind)
{
  SbQuery *self = g_new0 (SbQuery, 1);

  self->kind = kind;
  return self;
}

SbQuery *
sb_query_copy (const SbQuery *self)
{
  SbQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (SbQuery, 1);
  *copy = *self;
  copy->text = g_strdup (self->text);
  return copy;
}

void
sb_query_free (SbQuery *self)
{
  g_free (self->text);
  g_free (self);
}
