/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-lookup.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-cli-record-text.h"
#include "sb-date.h"
#include "sb-merge.h"
#include "sb-text.h"

static gboolean
is_called (SbRecord *record,
           const char *folded)
{
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_autofree char *title = sb_fold (sb_record_get_title (record, language));

      if (g_str_equal (title, folded))
        return TRUE;
    }

  return FALSE;
}

/* Whether @field, of text in one language or two, says @folded. */
static gboolean
says (SbRecord *record,
      const char *name,
      const char *folded)
{
  const SbSchema *schema = sb_record_get_schema (record);
  int field = sb_schema_find (schema, name);

  if (field < 0 || !sb_record_has (record, field))
    return FALSE;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_autofree char *text = sb_cli_format_field (record, field, language);
      g_autofree char *folded_text = sb_fold (text);

      if (g_str_equal (folded_text, folded))
        return TRUE;
    }

  return FALSE;
}

/* Whether one of the other names of an actor or a place is @folded. */
static gboolean
has_other_name (SbRecord *record,
                const char *folded)
{
  static const char *const lists[] = { "aliases", "names" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      int list = sb_schema_find (sb_record_get_schema (record), lists[i]);

      for (guint j = 0; list >= 0 && j < sb_record_get_n_items (record, list); j++)
        if (says (sb_record_get_item (record, list, j), "name", folded))
          return TRUE;
    }

  return FALSE;
}

/* How well a word fits a record; less is better. */
typedef enum
{
  FIT_NAME, /* it is its name, in one of the languages, its short name or its number */
  FIT_OTHER_NAME,
  FIT_PART, /* of its name */
  N_FITS
} Fit;

/* Candidates that are named when there are several. */
#define MAX_CANDIDATES 10

static Fit
get_fit (SbRecord *record,
         const char *folded)
{
  if (is_called (record, folded) || says (record, "short_name", folded) || says (record, "code", folded))
    return FIT_NAME;
  if (has_other_name (record, folded))
    return FIT_OTHER_NAME;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_autofree char *title = sb_fold (sb_record_get_title (record, language));

      if (strstr (title, folded) != NULL)
        return FIT_PART;
    }

  return N_FITS;
}

/* Those that fit @word best, and none that fits it less well. */
static GPtrArray *
find_by_name (SbStore *store,
              SbKind kind,
              const char *word,
              GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = sb_fold (word);
  Fit best = N_FITS;

  query->flags = SB_QUERY_WITHDRAWN;
  records = folded[0] != '\0' ? sb_store_list (store, query, error) : NULL;
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      Fit fit = get_fit (record, folded);

      if (fit < best)
        g_ptr_array_set_size (found, 0);
      if (fit <= best && fit < N_FITS)
        g_ptr_array_add (found, g_object_ref (record));
      best = MIN (best, fit);
    }

  return g_steal_pointer (&found);
}

/* @candidates (nullable) are several or none. */
static void
tell_candidates (SbKind kind,
                 const char *word,
                 GPtrArray *candidates)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *quoted = sb_cli_quote (word);

  if (candidates == NULL || candidates->len == 0)
    {
      sb_cli_tell (_ ("%s: there is no “%s”."), sb_kind_get_label (kind, language), quoted);
      return;
    }

  sb_cli_tell (_ ("%s: “%s” could be any of these; name one by its number."), sb_kind_get_label (kind, language), quoted);
  for (guint i = 0; i < MIN (candidates->len, MAX_CANDIDATES); i++)
    {
      SbRecord *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *title = sb_cli_format_title (candidate, language);

      sb_cli_tell ("  %" G_GINT64_FORMAT " · %s", sb_record_get_id (candidate), title);
    }

  if (candidates->len > MAX_CANDIDATES)
    sb_cli_tell ("  …");
}

static SbRecord *
choose_by_name (SbStore *store,
                SbKind kind,
                const char *word,
                GError **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GError) failure = NULL;

  candidates = find_by_name (store, kind, word, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (candidates->len == 1)
    return g_object_ref (g_ptr_array_index (candidates, 0));

  tell_candidates (kind, word, candidates);
  return NULL;
}

SbKind
sb_cli_read_kind (const char *word)
{
  g_autofree char *folded = sb_fold (word);
  g_autofree char *quoted = NULL;
  SbKind kind = sb_kind_parse (word);

  if (kind != SB_KIND_NONE)
    return kind;

  for (kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
      {
        g_autofree char *label = sb_fold (sb_kind_get_label (kind, language));
        g_autofree char *plural = sb_fold (sb_kind_get_plural_label (kind, language));

        if (g_str_equal (folded, label) || g_str_equal (folded, plural))
          return kind;
      }

  quoted = sb_cli_quote (word);
  sb_cli_refuse (_ ("“%s” is not a kind of record."), quoted);
  return SB_KIND_NONE;
}

/* What the record with the id or the UUID was merged into; NULL without an error
 * when it was not. */
static SbRecord *
find_merged (SbStore *store,
             SbKind kind,
             const SbMergeQuery *query,
             GError **error)
{
  g_autoptr (GPtrArray) merges = sb_store_list_merges (store, query, error);
  g_autoptr (SbRecord) kept = NULL;
  g_autofree char *day = NULL;
  g_autofree char *gone_name = NULL;
  g_autofree char *kept_name = NULL;
  g_autofree char *command = NULL;
  g_autoptr (GDateTime) time = NULL;
  const SbMerge *merge;
  SbLanguage language = sb_language_get_interface ();

  if (merges == NULL || merges->len == 0)
    return NULL;

  merge = g_ptr_array_index (merges, 0);
  kept = sb_store_get_by_uuid (store, kind, sb_ref_get_uuid (merge->gone), error);
  if (kept == NULL || sb_ref_get_kind (merge->gone) != kind)
    return NULL;

  time = g_date_time_new_from_unix_local (merge->time);
  day = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
  gone_name = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", sb_ref_get_name (merge->gone, language), sb_ref_get_id (merge->gone));
  kept_name = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", sb_record_get_title (kept, language), sb_record_get_id (kept));
  command = g_strdup_printf ("unmerge %s %" G_GINT64_FORMAT, sb_kind_get_name (kind), merge->id);
  /* Translators: a record, the day, another record, and a command. */
  sb_cli_tell (_ ("%s was merged on %s: it is %s now. “%s” parts them again."), gone_name, day, kept_name, command);
  return g_steal_pointer (&kept);
}

static SbRecord *
find_by_id (SbStore *store,
            SbKind kind,
            gint64 id,
            GError **error)
{
  const SbMergeQuery query = { .gone_id = id };
  g_autoptr (GError) failure = NULL;
  SbRecord *record = sb_store_get (store, kind, id, &failure);

  if (failure == NULL)
    return record != NULL ? record : find_merged (store, kind, &query, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static SbRecord *
find_by_uuid (SbStore *store,
              SbKind kind,
              const char *uuid,
              GError **error)
{
  const SbMergeQuery query = { .gone = uuid };
  g_autoptr (SbRecord) record = sb_store_get_by_uuid (store, kind, uuid, error);

  if (record == NULL || g_str_equal (sb_record_get_uuid (record), uuid))
    return g_steal_pointer (&record);

  return find_merged (store, kind, &query, error);
}

SbRecord *
sb_cli_find_record (SbStore *store,
                    SbKind kind,
                    const char *word)
{
  g_autoptr (GError) error = NULL;
  SbRecord *record = NULL;
  gint64 id;

  if (!sb_cli_check_text (word))
    return NULL;

  if (sb_cli_read_id (word, &id))
    record = find_by_id (store, kind, id, &error);
  else if (g_uuid_string_is_valid (word))
    record = find_by_uuid (store, kind, word, &error);
  else
    {
      record = choose_by_name (store, kind, word, &error);
      if (record == NULL && error == NULL)
        return NULL;
    }

  if (error != NULL)
    sb_cli_fail (word, error);
  else if (record == NULL)
    tell_candidates (kind, word, NULL);

  return record;
}

static gboolean
fill_reference (SbStore *store,
                SbKind kind,
                const char *word,
                gint64 *id)
{
  g_autoptr (SbRecord) record = NULL;

  if (word == NULL)
    return TRUE;

  record = sb_cli_find_record (store, kind, word);
  if (record != NULL)
    *id = sb_record_get_id (record);
  return record != NULL;
}

gboolean
sb_cli_fill_query (SbCli *self,
                   SbStore *store,
                   SbQuery *query)
{
  query->first_day = SB_DATE_DAY_MIN;
  query->last_day = SB_DATE_DAY_MAX;
  query->has_period = self->from != NULL || self->to != NULL;
  query->has_as_of = self->as_of != NULL;
  query->limit = self->limit;
  query->offset = self->offset;
  query->after = self->after;

  return sb_cli_check_period (self) &&
         (self->from == NULL || sb_cli_read_day ("from", self->from, &query->first_day)) &&
         (self->to == NULL || sb_cli_read_day ("to", self->to, &query->last_day)) &&
         (self->as_of == NULL || sb_cli_read_day ("as-of", self->as_of, &query->as_of)) &&
         fill_reference (store, SB_KIND_ACTOR, self->actor, &query->actor) &&
         fill_reference (store, SB_KIND_PLACE, self->place, &query->place) &&
         fill_reference (store, SB_KIND_DOSSIER, self->dossier, &query->dossier);
}
