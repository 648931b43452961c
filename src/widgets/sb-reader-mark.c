/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-mark.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *label;
} kinds[] = {
  [SB_READER_MARK_ACTOR] = { "actor", N_ ("Actor") },
  [SB_READER_MARK_PERSON] = { "person", N_ ("Person") },
  [SB_READER_MARK_PLACE] = { "place", N_ ("Place") },
  [SB_READER_MARK_ROUTE] = { "route", N_ ("Road") },
  [SB_READER_MARK_INSTRUMENT] = { "instrument", N_ ("Instrument") },
  [SB_READER_MARK_DATE] = { "date", N_ ("Date") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == SB_N_READER_MARKS);

SbReaderMark *
sb_reader_mark_new (SbReaderMarkKind kind,
                    guint start,
                    guint end)
{
  SbReaderMark *self = g_new0 (SbReaderMark, 1);

  self->kind = kind;
  self->start = start;
  self->end = end;
  return self;
}

void
sb_reader_mark_free (SbReaderMark *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

gboolean
sb_reader_mark_kind_parse (const char *name,
                           SbReaderMarkKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (name, kinds[i].name) == 0)
      {
        *kind = (SbReaderMarkKind) i;
        return TRUE;
      }

  return FALSE;
}

const char *
sb_reader_mark_kind_get_label (SbReaderMarkKind kind)
{
  g_return_val_if_fail (kind < SB_N_READER_MARKS, "");

  return _ (kinds[kind].label);
}

guint
sb_reader_marks_seek (GPtrArray *marks,
                      guint at)
{
  guint first = 0;
  guint last = marks->len;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;
      const SbReaderMark *mark = g_ptr_array_index (marks, middle);

      if (mark->end <= at)
        first = middle + 1;
      else
        last = middle;
    }

  return first;
}

const SbReaderMark *
sb_reader_marks_find (GPtrArray *marks,
                      guint at)
{
  guint position = sb_reader_marks_seek (marks, at);
  const SbReaderMark *mark = position < marks->len ? g_ptr_array_index (marks, position) : NULL;

  return mark != NULL && mark->start <= at ? mark : NULL;
}
