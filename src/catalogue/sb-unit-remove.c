/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

/* Records in the order in which they were met, each once. */
typedef struct
{
  GArray *records; /* (owned) (element-type SbKnown) */
  GHashTable *ids; /* (owned) of all of them */
} SbKnownSet;

/* What removing records does to others. All that is asked for goes at once, so
 * that the many that name each other are not first touched and then removed. */
typedef struct
{
  SbKnownSet removed; /* they, and what cannot be without one of these */
  SbKnownSet touched; /* what only names one */
} SbRemoval;

static void
known_set_init (SbKnownSet *set)
{
  set->records = g_array_new (FALSE, TRUE, sizeof (SbKnown));
  set->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
known_set_add (SbKnownSet *set,
               const SbKnown *known)
{
  if (g_hash_table_add (set->ids, g_memdup2 (&known->id, sizeof known->id)))
    g_array_append_vals (set->records, known, 1);
}

static gboolean
known_set_contains (SbKnownSet *set,
                    gint64 id)
{
  return g_hash_table_contains (set->ids, &id);
}

static void
removal_clear (SbRemoval *removal)
{
  g_clear_pointer (&removal->removed.records, g_array_unref);
  g_clear_pointer (&removal->removed.ids, g_hash_table_unref);
  g_clear_pointer (&removal->touched.records, g_array_unref);
  g_clear_pointer (&removal->touched.ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbRemoval, removal_clear)

/* Adds the records that name the one at @position of those that go. */
static gboolean
follow (SbUnit *self,
        SbRemoval *removal,
        guint position,
        GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "list-referrers", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":target", g_array_index (removal->removed.records, SbKnown, position).id);
  while (sb_statement_step (statement, &failure))
    {
      SbKnown known = { .id = sb_statement_get_int (statement, "id") };

      known.kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
      known_set_add (sb_statement_get_boolean (statement, "binding") ? &removal->removed : &removal->touched, &known);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Writes down the record as it is now, before it changes or goes. */
static gboolean
load_json (SbUnit *self,
           const SbKnown *known,
           gboolean with_text,
           char **json,
           GError **error)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GError) failure = NULL;

  record = sb_store_get (self->store, known->kind, known->id, &failure);
  if (failure == NULL && with_text && known->kind == SB_KIND_DOCUMENT)
    blocks = sb_store_get_blocks (self->store, known->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  /* A document without a text comes back without one. */
  if (blocks != NULL && blocks->len == 0)
    g_clear_pointer (&blocks, g_ptr_array_unref);

  *json = record != NULL ? _sb_history_write_record (record, blocks) : NULL;
  return TRUE;
}

static gboolean
remove_one (SbUnit *self,
            const SbKnown *known,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "remove-record", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":id", known->id);
  return sb_statement_run (statement, error);
}

/* What was known by its names is not known any more: who keeps names loads them anew. */
static gboolean
note_names (SbUnit *self,
            const SbKnown *known,
            GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  if (known->kind != SB_KIND_ACTOR && known->kind != SB_KIND_PLACE && known->kind != SB_KIND_CORRIDOR && known->kind != SB_KIND_INSTRUMENT)
    return TRUE;

  statement = _sb_store_query (self->store, "note-mention-rules", error);
  return statement != NULL && sb_statement_run (statement, error);
}

/* Writes down what goes as it was, while all of it is still there. */
static gboolean
keep_removed (SbUnit *self,
              SbRemoval *removal,
              GError **error)
{
  for (guint i = 0; i < removal->removed.records->len; i++)
    {
      const SbKnown *known = &g_array_index (removal->removed.records, SbKnown, i);
      g_autofree char *before = NULL;

      _sb_unit_mark_changed (self, known->kind);
      if (!load_json (self, known, TRUE, &before, error))
        return FALSE;
      _sb_unit_take_entry (self, known->id, sb_kind_get_name (known->kind), g_steal_pointer (&before), NULL);
      if (!_sb_unit_keep_ties (self, known->id, error) || !_sb_unit_keep_version (self, known, error))
        return FALSE;
    }

  return TRUE;
}

/* The search finds a record by the names of those that it refers to. */
static gboolean
await_search (SbUnit *self,
              const SbKnown *known,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "search/await-record", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", known->id);
  return sb_statement_run (statement, error);
}

static gboolean
keep_touched (SbUnit *self,
              SbRemoval *removal,
              GStrv before,
              GError **error)
{
  for (guint i = 0; i < removal->touched.records->len; i++)
    {
      const SbKnown *known = &g_array_index (removal->touched.records, SbKnown, i);
      g_autofree char *after = NULL;

      if (known_set_contains (&removal->removed, known->id))
        continue;

      _sb_unit_mark_changed (self, known->kind);
      if (!await_search (self, known, error) || !load_json (self, known, FALSE, &after, error))
        return FALSE;
      _sb_unit_take_entry (self, known->id, sb_kind_get_name (known->kind), g_strdup (before[i]), g_steal_pointer (&after));
    }

  return TRUE;
}

static gboolean
remove_all (SbUnit *self,
            SbRemoval *removal,
            GError **error)
{
  GArray *removed = removal->removed.records;
  GArray *touched = removal->touched.records;
  g_auto (GStrv) before = g_new0 (char *, touched->len + 1);

  /* An empty text stands for "not needed", so that the vector has no gaps. */
  for (guint i = 0; i < touched->len; i++)
    {
      const SbKnown *known = &g_array_index (touched, SbKnown, i);

      if (!known_set_contains (&removal->removed, known->id) && !load_json (self, known, FALSE, &before[i], error))
        return FALSE;
      if (before[i] == NULL)
        before[i] = g_strdup ("");
    }

  if (!keep_removed (self, removal, error))
    return FALSE;

  for (guint i = 0; i < removed->len; i++)
    if (!remove_one (self, &g_array_index (removed, SbKnown, i), error) ||
        !note_names (self, &g_array_index (removed, SbKnown, i), error))
      return FALSE;

  return keep_touched (self, removal, before, error);
}

gboolean
_sb_unit_remove (SbUnit *self,
                 GPtrArray *refs,
                 GError **error)
{
  g_auto (SbRemoval) removal = { 0 };

  known_set_init (&removal.removed);
  known_set_init (&removal.touched);
  for (guint i = 0; i < refs->len; i++)
    {
      SbKnown known;

      if (!_sb_unit_find (self, g_ptr_array_index (refs, i), &known, error))
        return FALSE;

      /* What is gone already need not be removed. */
      if (known.id != 0)
        known_set_add (&removal.removed, &known);
    }

  for (guint i = 0; i < removal.removed.records->len; i++)
    if (!follow (self, &removal, i, error))
      return FALSE;

  if (!remove_all (self, &removal, error))
    return FALSE;

  /* UUIDs that the unit had looked up may stand for nothing now. */
  g_hash_table_remove_all (self->known);
  return TRUE;
}
