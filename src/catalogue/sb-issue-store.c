/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-issue-store.h"

#include "sb-briefing.h"
#include "sb-catalogue-error.h"
#include "sb-record-json.h"
#include "sb-store-private.h"

#include <string.h>

static void
edition_free (gpointer data)
{
  SbIssueEdition *edition = data;

  g_free (edition->content);
  g_free (edition->hash);
  g_clear_pointer (&edition->pdf, g_bytes_unref);
  g_free (edition);
}

SbIssue *
sb_issue_new (void)
{
  SbIssue *self = g_new0 (SbIssue, 1);

  self->editions = g_ptr_array_new_with_free_func (edition_free);

  return self;
}

void
sb_issue_free (SbIssue *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->record);
  g_free (self->hash);
  g_free (self->findings);
  g_clear_pointer (&self->reason, sb_bilingual_unref);
  g_ptr_array_unref (self->editions);
  g_free (self);
}

/* "/MediaBox [ 0 0 595.28 841.89 ]", from the name on: the corners of a page. */
static void
read_page_size (SbIssueEdition *edition,
                const char *box)
{
  const char *at = box != NULL ? strchr (box, '[') : NULL;
  double corners[4];

  if (at == NULL)
    return;

  at++;
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      char *end;

      corners[i] = g_ascii_strtod (at, &end);
      if (end == at)
        return;
      at = end;
    }
  edition->page_width = corners[2] - corners[0];
  edition->page_height = corners[3] - corners[1];
}

void
sb_issue_add_edition (SbIssue *self,
                      SbLanguage language,
                      guint n_sheets,
                      const char *content,
                      GBytes *pdf)
{
  SbIssueEdition *edition;

  g_return_if_fail (self != NULL && content != NULL && pdf != NULL);

  edition = g_new0 (SbIssueEdition, 1);
  edition->language = language;
  edition->n_sheets = n_sheets;
  edition->content = g_strdup (content);
  edition->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  edition->size = g_bytes_get_size (pdf);
  edition->pdf = g_bytes_ref (pdf);
  g_ptr_array_add (self->editions, edition);
}

const SbIssueEdition *
sb_issue_find_edition (const SbIssue *self,
                       SbLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->editions->len; i++)
    {
      const SbIssueEdition *edition = g_ptr_array_index (self->editions, i);

      if (edition->language == language)
        return edition;
    }

  return NULL;
}

guint
sb_issue_store_get_next_number (SbStore *store,
                                SbRecord *briefing,
                                GError **error)
{
  gint64 own = sb_record_get_integer (briefing, SB_BRIEFING_NUMBER, 1);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 last = 0;

  g_return_val_if_fail (SB_IS_STORE (store), 0);
  g_return_val_if_fail (sb_record_get_uuid (briefing) != NULL, 0);

  statement = _sb_store_query (store, "get-last-issue", error);
  if (statement == NULL)
    return 0;

  sb_statement_bind_text (statement, ":briefing", sb_record_get_uuid (briefing));
  if (sb_statement_step (statement, &failure))
    last = sb_statement_get_int (statement, "number");
  sb_statement_reset (statement);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return 0;
    }

  return (guint) CLAMP (MAX (own, last + 1), 1, G_MAXINT);
}

static gboolean
add_issue (SbStore *store,
           const SbIssue *issue,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "add-issue", error);
  g_autoptr (JsonNode) node = sb_record_to_json (issue->record, SB_RECORD_JSON_DEFAULT);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":briefing", sb_record_get_uuid (issue->record));
  sb_statement_bind_int (statement, ":number", sb_record_get_integer (issue->record, SB_BRIEFING_NUMBER, 0));
  sb_statement_bind_int (statement, ":time", sb_record_get_time (issue->record, SB_BRIEFING_ISSUED));
  sb_statement_bind_text (statement, ":record", text);
  sb_statement_bind_text (statement, ":hash", hash);
  sb_statement_bind_text (statement, ":findings", issue->findings);
  sb_statement_bind_text (statement, ":reason_fr", sb_bilingual_get (issue->reason, SB_LANGUAGE_FR));
  sb_statement_bind_text (statement, ":reason_en", sb_bilingual_get (issue->reason, SB_LANGUAGE_EN));

  return sb_statement_run (statement, error);
}

static gboolean
add_edition (SbStore *store,
             const SbIssue *issue,
             const SbIssueEdition *edition,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "add-issue-edition", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":briefing", sb_record_get_uuid (issue->record));
  sb_statement_bind_int (statement, ":number", sb_record_get_integer (issue->record, SB_BRIEFING_NUMBER, 0));
  sb_statement_bind_text (statement, ":language", sb_language_get_code (edition->language));
  sb_statement_bind_int (statement, ":sheets", edition->n_sheets);
  sb_statement_bind_text (statement, ":content", edition->content);
  sb_statement_bind_text (statement, ":hash", edition->hash);
  sb_statement_bind_blob (statement, ":pdf", edition->pdf);

  return sb_statement_run (statement, error);
}

gboolean
sb_issue_store_add (SbStore *store,
                    const SbIssue *issue,
                    GError **error)
{
  g_autoptr (SbStoreHold) hold = NULL;
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbIssue) other = NULL;
  g_autoptr (GError) failure = NULL;
  guint number;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (issue != NULL && sb_record_has (issue->record, SB_BRIEFING_ISSUED), FALSE);

  hold = sb_store_hold (store, error);
  if (hold == NULL)
    return FALSE;

  number = (guint) sb_record_get_integer (issue->record, SB_BRIEFING_NUMBER, 0);
  other = sb_issue_store_get (store, sb_record_get_uuid (issue->record), number, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (other != NULL)
    {
      g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID, "there is an issue with the number %u", number);
      return FALSE;
    }

  sb_change_set_put (changes, issue->record);
  if (sb_store_apply (store, changes, error) < 0 || !add_issue (store, issue, error))
    return FALSE;
  for (guint i = 0; i < issue->editions->len; i++)
    if (!add_edition (store, issue, g_ptr_array_index (issue->editions, i), error))
      return FALSE;

  return sb_store_hold_commit (hold, error);
}

static gboolean
read_editions (SbStore *store,
               const char *briefing,
               SbIssue *issue,
               GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "list-issue-editions", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":briefing", briefing);
  sb_statement_bind_int (statement, ":number", issue->number);
  while (sb_statement_step (statement, &failure))
    {
      SbIssueEdition *edition = g_new0 (SbIssueEdition, 1);

      sb_language_parse (sb_statement_get_text (statement, "language"), &edition->language);
      edition->n_sheets = (guint) sb_statement_get_int (statement, "sheets");
      edition->content = g_strdup (sb_statement_get_text (statement, "content"));
      edition->hash = g_strdup (sb_statement_get_text (statement, "hash"));
      edition->size = (gsize) sb_statement_get_int (statement, "size");
      read_page_size (edition, sb_statement_get_text (statement, "media_box"));
      g_ptr_array_add (issue->editions, edition);
    }
  sb_statement_reset (statement);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static SbIssue *
read_issue (SbStatement *statement,
            GError **error)
{
  g_autoptr (SbIssue) issue = sb_issue_new ();
  g_autoptr (JsonNode) node = json_from_string (sb_statement_get_text (statement, "record"), error);

  if (node == NULL)
    return NULL;

  issue->number = (guint) sb_statement_get_int (statement, "number");
  issue->time = sb_statement_get_int (statement, "time");
  issue->hash = g_strdup (sb_statement_get_text (statement, "hash"));
  issue->history = sb_statement_get_int (statement, "history");
  issue->findings = g_strdup (sb_statement_get_text (statement, "findings"));
  issue->reason = sb_bilingual_new (sb_statement_get_text (statement, "reason_fr"), sb_statement_get_text (statement, "reason_en"));
  issue->record = sb_record_from_json (&sb_briefing_schema, json_node_get_object (node), error);

  return issue->record != NULL ? g_steal_pointer (&issue) : NULL;
}

GPtrArray *
sb_issue_store_list (SbStore *store,
                     const char *briefing,
                     GError **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_issue_free);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (briefing != NULL, NULL);

  statement = _sb_store_query (store, "list-issues", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":briefing", briefing);
  while (failure == NULL && sb_statement_step (statement, &failure))
    {
      SbIssue *issue = read_issue (statement, &failure);

      if (issue != NULL)
        g_ptr_array_add (issues, issue);
    }
  sb_statement_reset (statement);
  for (guint i = 0; i < issues->len && failure == NULL; i++)
    read_editions (store, briefing, g_ptr_array_index (issues, i), &failure);
  if (failure == NULL)
    return g_steal_pointer (&issues);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

SbIssue *
sb_issue_store_get (SbStore *store,
                    const char *briefing,
                    guint number,
                    GError **error)
{
  g_autoptr (GPtrArray) issues = sb_issue_store_list (store, briefing, error);

  for (guint i = 0; issues != NULL && i < issues->len; i++)
    if (((SbIssue *) g_ptr_array_index (issues, i))->number == number)
      return g_ptr_array_steal_index (issues, i);

  return NULL;
}

GBytes *
sb_issue_store_get_pdf (SbStore *store,
                        const char *briefing,
                        guint number,
                        SbLanguage language,
                        GError **error)
{
  g_autoptr (SbIssue) issue = sb_issue_store_get (store, briefing, number, error);
  const SbIssueEdition *edition = issue != NULL ? sb_issue_find_edition (issue, language) : NULL;
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *hash = NULL;

  if (edition == NULL || !(statement = _sb_store_query (store, "get-issue-pdf", error)))
    return NULL;

  sb_statement_bind_text (statement, ":briefing", briefing);
  sb_statement_bind_int (statement, ":number", number);
  sb_statement_bind_text (statement, ":language", sb_language_get_code (language));
  if (sb_statement_step (statement, &failure))
    bytes = sb_statement_dup_blob (statement, "pdf");
  sb_statement_reset (statement);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  hash = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  if (g_strcmp0 (hash, edition->hash) == 0)
    return g_steal_pointer (&bytes);

  g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, "issue %u is not what it was when it was issued", number);
  return NULL;
}

GArray *
sb_issue_store_list_damage (SbStore *store,
                            const char *briefing,
                            GError **error)
{
  g_autoptr (GArray) damage = g_array_new (FALSE, TRUE, sizeof (SbIssueDamage));
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (briefing != NULL, NULL);

  statement = _sb_store_query (store, "list-issue-damage", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":briefing", briefing);
  while (sb_statement_step (statement, &failure))
    {
      SbIssueDamage part = { .number = (guint) sb_statement_get_int (statement, "number") };

      part.is_record = !sb_language_parse (sb_statement_get_text (statement, "language"), &part.language);
      g_array_append_val (damage, part);
    }
  sb_statement_reset (statement);
  if (failure == NULL)
    return g_steal_pointer (&damage);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
