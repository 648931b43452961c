/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

#include "sb-tie-json.h"

/* A version as it is or will be stored. */
typedef struct
{
  SbKnown record;
  SbRef *ref; /* (owned) with its UUID */
  char *topic; /* (owned) (nullable) NULL when it is no version */
  gboolean retained;
} SbVersion;

static void
version_clear (SbVersion *version)
{
  g_clear_pointer (&version->ref, sb_ref_unref);
  g_clear_pointer (&version->topic, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbVersion, version_clear)

static char *
write_version (const SbVersion *version,
               const char *topic,
               gboolean is_retained)
{
  const SbTie tie = { .kind = SB_TIE_VERSION, .owner = version->ref, .topic = topic, .retained = is_retained };

  return topic != NULL ? _sb_tie_write (&tie) : NULL;
}

/* Completes @version, whose record is known, by what is stored of it. */
static gboolean
load_version (SbUnit *self,
              SbVersion *version,
              SbRef *ref,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "get-version", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", version->record.id);
  if (sb_statement_step (statement, &failure))
    {
      version->topic = sb_statement_dup_text (statement, "topic");
      version->retained = sb_statement_get_boolean (statement, "retained");
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  version->ref = _sb_unit_complete_ref (self, ref, &version->record, error);
  return version->ref != NULL;
}

/* Stores that @version is of @topic, or of none, and writes it down. */
static gboolean
store_version (SbUnit *self,
               const SbVersion *version,
               const char *topic,
               gboolean is_retained,
               GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  if (g_strcmp0 (version->topic, topic) == 0 && (topic == NULL || version->retained == is_retained))
    return TRUE;

  statement = _sb_store_query (self->store, topic != NULL ? "put-version" : "remove-version", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", version->record.id);
  if (topic != NULL)
    {
      sb_statement_bind_text (statement, ":topic", topic);
      sb_statement_bind_int (statement, ":retained", is_retained);
    }
  if (!sb_statement_run (statement, error))
    return FALSE;

  _sb_unit_mark_changed (self, version->record.kind);
  _sb_unit_take_entry (self, version->record.id, _sb_tie_kind_get_name (SB_TIE_VERSION),
                       write_version (version, version->topic, version->retained),
                       write_version (version, topic, is_retained));
  return TRUE;
}

/* Another one of @topic is about to be retained: the one that was steps back,
 * and stays as a version. */
static gboolean
release_retained (SbUnit *self,
                  const char *topic,
                  gint64 next,
                  GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "get-retained-version", error);
  g_autoptr (GError) failure = NULL;
  g_auto (SbVersion) former = { .retained = TRUE };

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":topic", topic);
  if (sb_statement_step (statement, &failure))
    {
      former.record.id = sb_statement_get_int (statement, "id");
      former.record.kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
      former.ref = sb_ref_new (former.record.kind, former.record.id, sb_statement_get_text (statement, "uuid"), NULL);
      former.topic = g_strdup (topic);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  sb_statement_reset (statement);
  return former.ref == NULL || former.record.id == next || store_version (self, &former, topic, FALSE, error);
}

gboolean
_sb_unit_change_version (SbUnit *self,
                         SbChange *change,
                         GError **error)
{
  gboolean is_put = change->type == SB_CHANGE_PUT_VERSION;
  g_auto (SbVersion) version = { 0 };

  if (!_sb_unit_find (self, change->ref, &version.record, error))
    return FALSE;
  if (is_put && !self->is_reverting && !version.record.is_merged && !_sb_unit_resolve (self, change->ref, &version.record, error))
    return FALSE;
  if (version.record.id == 0)
    return TRUE;

  if (!load_version (self, &version, change->ref, error))
    return FALSE;
  /* The record itself knows better than the one that was merged into it. */
  if (is_put && version.record.is_merged && version.topic != NULL)
    return TRUE;
  if (is_put && change->marked && !release_retained (self, change->topic, version.record.id, error))
    return FALSE;

  return store_version (self, &version, is_put ? change->topic : NULL, change->marked, error);
}

gboolean
_sb_unit_keep_version (SbUnit *self,
                       const SbKnown *record,
                       GError **error)
{
  g_autoptr (SbRef) ref = sb_ref_new (record->kind, record->id, NULL, NULL);
  g_auto (SbVersion) version = { .record = *record };

  if (!load_version (self, &version, ref, error))
    return FALSE;

  if (version.topic != NULL)
    _sb_unit_take_entry (self, record->id, _sb_tie_kind_get_name (SB_TIE_VERSION),
                         write_version (&version, version.topic, version.retained), NULL);
  return TRUE;
}
