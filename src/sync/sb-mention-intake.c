/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-mention-intake.h"

#include <string.h>

#include "sb-crew.h"
#include "sb-mention-find.h"
#include "sb-mention-store.h"
#include "sb-name-loader.h"
#include "sb-recogniser.h"

/* Documents in a transaction of sb_mention_intake_run(). */
#define N_DOCUMENTS 1000

struct _SbMentionIntake
{
  gatomicrefcount ref_count;
  SbNameSet *names; /* (owned) (nullable) until they are needed */
  gint64 preferred; /* a document; 0 for none */
};

SbMentionIntake *
sb_mention_intake_new (void)
{
  SbMentionIntake *self = g_new0 (SbMentionIntake, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

SbMentionIntake *
sb_mention_intake_ref (SbMentionIntake *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_mention_intake_unref (SbMentionIntake *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->names, sb_name_set_unref);
  g_free (self);
}

void
sb_mention_intake_forget (SbMentionIntake *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->names, sb_name_set_unref);
}

void
sb_mention_intake_prefer (SbMentionIntake *self,
                          gint64 document)
{
  g_return_if_fail (self != NULL);

  self->preferred = document;
}

/* The day that a text was written on, as far as it is known to the day or month. */
static SbTextFacts
describe (const SbDocumentText *text)
{
  SbTextFacts facts = { .language = text->language };

  if (text->last_day < SB_DATE_DAY_MAX)
    {
      facts.has_day = TRUE;
      facts.day = text->last_day;
    }
  else if (text->fetched != 0)
    {
      facts.has_day = TRUE;
      facts.day = sb_day_from_time (text->fetched);
    }

  return facts;
}

/* (element-type SbStoredMention) */
static GPtrArray *
convert (const SbMentions *mentions)
{
  GPtrArray *stored = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_stored_mention_free);
  guint n;
  const SbMention *found = sb_mentions_get (mentions, &n);

  for (guint i = 0; i < n; i++)
    {
      SbStoredMention *mention = g_new0 (SbStoredMention, 1);

      mention->kind = g_strdup (sb_mention_kind_get_name (found[i].kind));
      mention->start = found[i].start;
      mention->end = found[i].end;
      mention->record = found[i].record;
      mention->record_kind = found[i].record_kind;
      mention->name = g_strdup (found[i].name);
      mention->is_known = found[i].is_known || found[i].kind == SB_MENTION_DATE;
      g_ptr_array_add (stored, mention);
    }

  return stored;
}

GPtrArray *
_sb_mention_intake_find (const SbNameSet *names,
                         const SbDocumentText *text)
{
  SbTextFacts facts = describe (text);
  const char *words = text->text != NULL ? text->text : "";
  g_autoptr (SbMentions) mentions = sb_recognise (names, words, strlen (words), &facts);

  return convert (mentions);
}

/* A document on its way from the store, through a thread of its own, and back. */
typedef struct
{
  const SbNameSet *names;
  gint64 id;
  SbDocumentText text; /* (owned) */
  GPtrArray *mentions; /* (owned) (nullable) (element-type SbStoredMention) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  sb_document_text_clear (&reading->text);
  g_clear_pointer (&reading->mentions, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Run in any thread. */
static void
recognise (gpointer data)
{
  Reading *reading = data;

  reading->mentions = _sb_mention_intake_find (reading->names, &reading->text);
}

static gboolean
begin_reading (SbMentionIntake *self,
               SbStore *store,
               gint64 id,
               SbCrew *crew,
               GError **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  reading->names = self->names;
  reading->id = id;
  if (!sb_store_get_document_text (store, id, &reading->text, error))
    return FALSE;

  sb_crew_push (crew, g_steal_pointer (&reading));
  return TRUE;
}

/* The next documents are read while the last ones are stored. */
static gboolean
read_documents (SbMentionIntake *self,
                SbStore *store,
                GArray *ids,
                GError **error)
{
  g_autoptr (SbCrew) crew = sb_crew_new (recognise, reading_free);
  guint n_begun = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (Reading) reading = NULL;

      for (; n_begun < ids->len && sb_crew_wants_more (crew); n_begun++)
        if (!begin_reading (self, store, g_array_index (ids, gint64, n_begun), crew, error))
          return FALSE;

      reading = sb_crew_pop (crew);
      if (!sb_store_put_mentions (store, reading->id, reading->mentions, error))
        return FALSE;
    }

  return TRUE;
}

/* If names have changed: forgets those that are known, and finds out which
 * documents that matters to. */
static gboolean
follow_names (SbMentionIntake *self,
              SbStore *store,
              GError **error)
{
  gboolean has_renamed;

  if (!sb_store_has_renamed (store, &has_renamed, error))
    return FALSE;
  if (!has_renamed)
    return TRUE;

  g_clear_pointer (&self->names, sb_name_set_unref);
  return sb_store_settle_names (store, error);
}

static gboolean
load_names (SbMentionIntake *self,
            SbStore *store,
            GError **error)
{
  return self->names != NULL || (self->names = sb_load_names (store, error)) != NULL;
}

const SbNameSet *
_sb_mention_intake_follow_names (SbMentionIntake *self,
                                 SbStore *store,
                                 GError **error)
{
  return follow_names (self, store, error) && load_names (self, store, error) ? self->names : NULL;
}

/* The documents that are read next: the preferred one first, if it waits. */
static GArray *
list_next (SbMentionIntake *self,
           SbStore *store,
           guint n_documents,
           GError **error)
{
  g_autoptr (GArray) waiting = sb_store_list_unnamed (store, n_documents, error);
  gboolean is_unnamed = FALSE;

  if (waiting == NULL || self->preferred == 0)
    return g_steal_pointer (&waiting);
  if (!sb_store_is_unnamed (store, self->preferred, &is_unnamed, error))
    return NULL;

  for (guint i = 0; i < waiting->len && is_unnamed; i++)
    is_unnamed = g_array_index (waiting, gint64, i) != self->preferred;
  if (is_unnamed)
    g_array_prepend_val (waiting, self->preferred);
  return g_steal_pointer (&waiting);
}

gboolean
sb_mention_intake_step (SbMentionIntake *self,
                        SbStore *store,
                        guint n_documents,
                        gboolean *goes_on,
                        GError **error)
{
  g_autoptr (SbStoreHold) hold = NULL;
  g_autoptr (GArray) waiting = NULL;

  g_return_val_if_fail (self != NULL && SB_IS_STORE (store) && goes_on != NULL, FALSE);

  *goes_on = FALSE;
  if (!follow_names (self, store, error))
    return FALSE;
  waiting = list_next (self, store, n_documents, error);
  if (waiting == NULL || waiting->len == 0)
    return waiting != NULL;
  if (!load_names (self, store, error))
    return FALSE;

  hold = sb_store_hold (store, error);
  if (hold == NULL || !read_documents (self, store, waiting, error))
    return FALSE;

  *goes_on = waiting->len >= n_documents;
  return sb_store_hold_commit (hold, error);
}

gboolean
sb_mention_intake_run (SbMentionIntake *self,
                       SbStore *store,
                       GCancellable *cancellable,
                       GError **error)
{
  gboolean goes_on = TRUE;

  g_return_val_if_fail (self != NULL && SB_IS_STORE (store), FALSE);

  while (goes_on)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !sb_mention_intake_step (self, store, N_DOCUMENTS, &goes_on, error))
        return FALSE;
    }

  return TRUE;
}
