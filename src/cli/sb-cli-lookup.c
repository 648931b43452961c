/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-lookup.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-cli-record-text.h"
#include "sb-date.h"
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

  if (says (record, "short_name", folded))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      int list = sb_schema_find (sb_record_get_schema (record), lists[i]);

      for (guint j = 0; list >= 0 && j < sb_record_get_n_items (record, list); j++)
        if (says (sb_record_get_item (record, list, j), "name", folded))
          return TRUE;
    }

  return FALSE;
}

/* The one that is called @word, or else the only one whose name contains it. */
static SbRecord *
find_by_name (SbStore *store,
              SbKind kind,
              const char *word,
              GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *folded = sb_fold (word);
  SbRecord *candidate = NULL;
  guint n_candidates = 0;

  query->flags = SB_QUERY_WITHDRAWN;
  records = sb_store_list (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      g_autofree char *title = sb_fold (sb_record_get_title (record, SB_LANGUAGE_FR));

      if (is_called (record, folded) || has_other_name (record, folded))
        return g_object_ref (record);
      if (folded[0] != '\0' && strstr (title, folded) != NULL && n_candidates++ == 0)
        candidate = record;
    }

  return n_candidates == 1 ? g_object_ref (candidate) : NULL;
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
    record = sb_store_get (store, kind, id, &error);
  else if (g_uuid_string_is_valid (word))
    record = sb_store_get_by_uuid (store, kind, word, &error);
  else
    record = find_by_name (store, kind, word, &error);

  if (error != NULL)
    sb_cli_fail (word, error);
  else if (record == NULL)
    sb_cli_tell (_ ("%s: there is no “%s”, or more than one."), sb_kind_get_label (kind, sb_language_get_interface ()), word);

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
  query->limit = (guint) MAX (self->limit, 0);
  query->offset = (guint) MAX (self->offset, 0);
  query->after = self->after;

  return sb_cli_check_period (self) &&
         (self->from == NULL || sb_cli_read_day ("from", self->from, &query->first_day)) &&
         (self->to == NULL || sb_cli_read_day ("to", self->to, &query->last_day)) &&
         (self->as_of == NULL || sb_cli_read_day ("as-of", self->as_of, &query->as_of)) &&
         fill_reference (store, SB_KIND_ACTOR, self->actor, &query->actor) &&
         fill_reference (store, SB_KIND_PLACE, self->place, &query->place) &&
         fill_reference (store, SB_KIND_DOSSIER, self->dossier, &query->dossier);
}
