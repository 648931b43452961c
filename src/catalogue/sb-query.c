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
  copy->search = g_strdup (self->search);
  copy->language = g_strdup (self->language);
  copy->folder = g_strdup (self->folder);
  return copy;
}

gboolean
sb_query_equal (const SbQuery *a,
                const SbQuery *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->kind == b->kind && a->flags == b->flags &&
         a->has_period == b->has_period && a->first_day == b->first_day && a->last_day == b->last_day &&
         a->has_as_of == b->has_as_of && a->as_of == b->as_of &&
         a->actor == b->actor && a->place == b->place && a->corridor == b->corridor &&
         a->document == b->document && a->extract == b->extract && a->feed == b->feed && a->group == b->group &&
         a->source == b->source && a->dossier == b->dossier &&
         a->after == b->after && a->limit == b->limit && a->offset == b->offset && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->search, b->search) == 0 && a->after_record == b->after_record && g_strcmp0 (a->language, b->language) == 0 &&
         g_strcmp0 (a->folder, b->folder) == 0;
}

void
sb_query_free (SbQuery *self)
{
  g_free (self->text);
  g_free (self->search);
  g_free (self->language);
  g_free (self->folder);
  g_free (self);
}
