/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include <string.h>

#include "sb-extract.h"
#include "sb-record-builder.h"
#include "sb-search.h"
#include "sb-store-backup.h"
#include "sb-store-check.h"
#include "sb-store-private.h"

/* What surrounds a quotation is compared as far as this, in bytes. */
#define MAX_AROUND 400

void
sb_repair_free (SbRepair *self)
{
  g_free (self->backup);
  g_free (self);
}

/* Whether @place in @text stands between @prefix and @suffix. */
static gboolean
is_between (const char *text,
            const char *place,
            gsize length,
            const char *prefix,
            const char *suffix)
{
  gsize n_before = prefix != NULL ? strlen (prefix) : 0;

  return (gsize) (place - text) >= n_before && strncmp (place - n_before, prefix != NULL ? prefix : "", n_before) == 0 &&
         (suffix == NULL || g_str_has_prefix (place + length, suffix));
}

/* Where @quote is in @text: the one place, or the one between what surrounded
 * it; NULL when there is none, or more than one. */
static const char *
find_quote (const char *text,
            const char *quote,
            const char *prefix,
            const char *suffix)
{
  gsize length = strlen (quote);
  const char *only = NULL;
  const char *between = NULL;
  guint n_places = 0;
  guint n_between = 0;

  if (length == 0)
    return NULL;

  for (const char *place = strstr (text, quote); place != NULL; place = strstr (place + 1, quote))
    {
      only = place;
      n_places++;
      if (is_between (text, place, length, prefix, suffix))
        {
          between = place;
          n_between++;
        }
    }

  if (n_between == 1)
    return between;
  return n_places == 1 ? only : NULL;
}

static SbRecord *
move_extract (SbRecord *extract,
              const char *text,
              const char *place)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (extract);
  glong start = g_utf8_pointer_to_offset (text, place);

  sb_record_builder_set_integer (builder, SB_EXTRACT_START, start);
  sb_record_builder_set_integer (builder, SB_EXTRACT_END,
                                 start + g_utf8_strlen (sb_record_get_text (extract, SB_EXTRACT_QUOTE), -1));
  return sb_record_builder_end (builder);
}

static gboolean
find_moves (SbStore *self,
            SbChangeSet *changes,
            SbRepair *repair,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "list-misplaced-extracts", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  while (sb_statement_step (statement, &failure))
    {
      const char *text = sb_statement_get_text (statement, "text");
      const char *place = find_quote (text, sb_statement_get_text (statement, "quote"),
                                      sb_statement_get_text (statement, "prefix"),
                                      sb_statement_get_text (statement, "suffix"));
      g_autoptr (SbRecord) extract = NULL;
      g_autoptr (SbRecord) moved = NULL;

      if (place == NULL)
        continue;

      extract = sb_store_get (self, SB_KIND_EXTRACT, sb_statement_get_int (statement, "id"), &failure);
      if (extract == NULL)
        break;

      moved = move_extract (extract, text, place);
      sb_change_set_put (changes, moved);
      repair->n_moved++;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
drop_orphans (SbStore *self,
              SbRepair *repair,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "remove-orphans", error);

  if (statement == NULL || !sb_statement_run (statement, error))
    return FALSE;

  repair->n_orphans = (guint) sb_connection_get_n_changes (self->connection);
  return TRUE;
}

static gboolean
has_repairable (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      SbFinding *finding = g_ptr_array_index (findings, i);

      if (sb_finding_code_is_repairable (finding->code))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_finding (GPtrArray *findings,
             SbFindingCode code)
{
  for (guint i = 0; i < findings->len; i++)
    if (((SbFinding *) g_ptr_array_index (findings, i))->code == code)
      return TRUE;

  return FALSE;
}

static gboolean
is_damaged (GPtrArray *findings)
{
  return findings->len > 0 && ((SbFinding *) g_ptr_array_index (findings, 0))->code == SB_FINDING_PAGES;
}

/* One unit of work. */
static gboolean
mend (SbStore *self,
      const char *label,
      SbRepair *repair,
      GError **error)
{
  g_autoptr (SbStoreHold) hold = sb_store_hold (self, error);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);

  return hold != NULL && find_moves (self, changes, repair, error) && sb_store_apply (self, changes, error) >= 0 &&
         drop_orphans (self, repair, error) && sb_store_hold_commit (hold, error);
}

SbRepair *
sb_store_repair (SbStore *self,
                 const char *label,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (SbRepair) repair = g_new0 (SbRepair, 1);
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  findings = sb_store_check (self, NULL, NULL, cancellable, error);
  if (findings == NULL)
    return NULL;

  if (is_damaged (findings))
    {
      g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT, "the file is damaged");
      return NULL;
    }

  if (!has_repairable (findings))
    return g_steal_pointer (&repair);

  repair->backup = _sb_backup_make_new_path (self->path, "before-repair", error);
  if (repair->backup == NULL || !sb_store_backup (self, repair->backup, cancellable, error) ||
      !mend (self, label, repair, error))
    return NULL;

  repair->is_indexed = has_finding (findings, SB_FINDING_SEARCH_INDEX);
  if (repair->is_indexed && !sb_store_rebuild_index (self, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&repair);
}
