/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-mention.h"

struct _SbMentions
{
  gatomicrefcount ref_count;
  GArray *mentions; /* (owned) (element-type SbMention) */
  GArray *candidates; /* (owned) (element-type SbNameCandidate) */
  GStringChunk *names; /* (owned) */
};

G_DEFINE_BOXED_TYPE (SbMentions, sb_mentions, sb_mentions_ref, sb_mentions_unref)

static const char *const kind_names[] = { "actor", "person", "place", "route", "instrument", "date" };

G_STATIC_ASSERT (G_N_ELEMENTS (kind_names) == SB_N_MENTION_KINDS);

const char *
sb_mention_kind_get_name (SbMentionKind kind)
{
  g_return_val_if_fail ((guint) kind < SB_N_MENTION_KINDS, NULL);

  return kind_names[kind];
}

gboolean
sb_mention_kind_parse (const char *name,
                       SbMentionKind *kind)
{
  for (guint i = 0; i < SB_N_MENTION_KINDS; i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = (SbMentionKind) i;
        return TRUE;
      }

  return FALSE;
}

SbMentions *
_sb_mentions_new (void)
{
  SbMentions *self = g_new0 (SbMentions, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (SbMention));
  self->candidates = g_array_new (FALSE, FALSE, sizeof (SbNameCandidate));
  self->names = g_string_chunk_new (1024);
  return self;
}

SbMentions *
sb_mentions_ref (SbMentions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_mentions_unref (SbMentions *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->mentions);
  g_array_unref (self->candidates);
  g_string_chunk_free (self->names);
  g_free (self);
}

void
_sb_mentions_add (SbMentions *self,
                  const SbMention *mention)
{
  SbMention added = *mention;

  if (added.name != NULL)
    added.name = g_string_chunk_insert (self->names, added.name);
  g_array_append_val (self->mentions, added);
}

void
_sb_mentions_add_candidate (SbMentions *self,
                            const SbNameCandidate *candidate)
{
  SbNameCandidate added = *candidate;

  added.name = g_string_chunk_insert (self->names, added.name);
  g_array_append_val (self->candidates, added);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const SbNameCandidate *x = a, *y = b;

  if (x->n_times != y->n_times)
    return x->n_times > y->n_times ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

void
_sb_mentions_end (SbMentions *self)
{
  g_array_sort (self->candidates, compare_candidates);
}

const SbMention *
sb_mentions_get (const SbMentions *self,
                 guint *n_mentions)
{
  g_return_val_if_fail (self != NULL && n_mentions != NULL, NULL);

  *n_mentions = self->mentions->len;
  return (const SbMention *) (gpointer) self->mentions->data;
}

const SbNameCandidate *
sb_mentions_get_candidates (const SbMentions *self,
                            guint *n_candidates)
{
  g_return_val_if_fail (self != NULL && n_candidates != NULL, NULL);

  *n_candidates = self->candidates->len;
  return (const SbNameCandidate *) (gpointer) self->candidates->data;
}
