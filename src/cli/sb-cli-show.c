/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-show.h"

#include <glib/gi18n.h>

#include "sb-actor.h"
#include "sb-attachment-intake.h"
#include "sb-block.h"
#include "sb-claim.h"
#include "sb-cli-attachment.h"
#include "sb-cli-commands.h"
#include "sb-cli-lookup.h"
#include "sb-cli-record-text.h"
#include "sb-document.h"
#include "sb-referrer.h"
#include "sb-translate.h"

static void
shown_clear (SbCliShown *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->referrers, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->merges, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->article, sb_article_free);
  g_clear_pointer (&self->group, g_ptr_array_unref);
  g_clear_pointer (&self->fetched, g_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbCliShown, shown_clear)

SbBilingual *
sb_cli_shown_get_role (const SbCliShown *self,
                       guint statement)
{
  return self->roles != NULL && statement < self->roles->len ? g_ptr_array_index (self->roles, statement) : NULL;
}

char *
sb_cli_format_grade (SbRecord *evidence)
{
  return sb_grade_format ((SbReliability) sb_record_get_term (evidence, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE),
                          (SbCredibility) sb_record_get_term (evidence, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE));
}

/* Whether it stands in a republication or a translation. */
static gboolean
is_second_hand (SbRecord *evidence)
{
  SbRef *origin = sb_record_get_ref (evidence, SB_EVIDENCE_ORIGIN);

  return origin != NULL && !sb_ref_equal (origin, sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT));
}

static void
free_words (gpointer words)
{
  if (words != NULL)
    sb_bilingual_unref (words);
}

/* The office that the speaker held on the day of @statement, or else of the
 * claim; NULL when one is written, or none is known. */
static SbBilingual *
find_role (const SbCliShown *self,
           SbRecord *statement)
{
  SbRef *speaker = sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER);
  SbDate *date = sb_record_get_date (statement, SB_CLAIM_STATEMENT_DATE);
  g_autoptr (SbRecord) actor = NULL;
  SbBilingual *title;

  if (speaker == NULL || sb_record_has (statement, SB_CLAIM_STATEMENT_ROLE))
    return NULL;

  actor = sb_store_get (self->store, SB_KIND_ACTOR, sb_ref_get_id (speaker), NULL);
  title = sb_record_get_bilingual (sb_actor_find_role (actor, date != NULL ? date : sb_record_get_date (self->record, SB_CLAIM_DATE)),
                                   SB_ACTOR_ROLE_TITLE);
  return title != NULL ? sb_bilingual_ref (title) : NULL;
}

static void
find_roles (SbCliShown *self)
{
  self->roles = g_ptr_array_new_with_free_func (free_words);
  for (guint i = 0; i < sb_record_get_n_items (self->record, SB_CLAIM_STATEMENTS); i++)
    g_ptr_array_add (self->roles, find_role (self, sb_record_get_item (self->record, SB_CLAIM_STATEMENTS, i)));
}

/* Reads all that goes with the record. */
static gboolean
load (SbCliShown *self,
      GError **error)
{
  gint64 id = sb_record_get_id (self->record);
  const SbMergeQuery merged = { .kept = id };

  self->evidence = sb_store_list_evidence (self->store, id, error);
  self->versions = self->evidence != NULL ? sb_store_list_versions (self->store, id, error) : NULL;
  self->referrers = self->versions != NULL ? sb_store_list_referrers (self->store, id, SB_CLI_SHOWN_MAX, error) : NULL;
  self->members = self->referrers != NULL ? sb_store_list_members (self->store, id, SB_CLI_SHOWN_MAX, error) : NULL;
  self->merges = self->members != NULL ? sb_store_list_merges (self->store, &merged, error) : NULL;
  if (self->merges == NULL)
    return FALSE;

  self->sources = sb_evidence_count_sources (self->evidence);
  if (sb_record_get_kind (self->record) == SB_KIND_CLAIM)
    find_roles (self);
  if (sb_record_get_kind (self->record) != SB_KIND_DOCUMENT)
    return TRUE;

  self->article = sb_store_get_article (self->store, id, NULL);
  self->blocks = sb_store_get_blocks (self->store, id, error);
  self->group = self->blocks != NULL ? sb_cli_list_group (self->store, self->record, error) : NULL;
  self->fetched = self->group != NULL ? sb_attachments_list_fetched (self->store, self->record, error) : NULL;
  return self->fetched != NULL;
}

/* A label and what it is of: a language has its own way to put a colon. */
static void
print_line (const char *indent,
            const char *label,
            const char *value)
{
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), label, value);

  sb_cli_print ("%s%s\n", indent, line);
}

static void
print_heading (const char *indent,
               const char *label)
{
  g_autofree char *heading = g_strdup_printf (_ ("%s:"), label);

  sb_cli_print ("%s%s\n", indent, heading);
}

static void
print_items (const SbCliShown *self,
             guint field,
             SbLanguage language)
{
  for (guint i = 0; i < sb_record_get_n_items (self->record, field); i++)
    {
      g_autofree char *item = sb_cli_describe_item (sb_record_get_item (self->record, field, i), language);
      SbBilingual *role = sb_record_get_kind (self->record) == SB_KIND_CLAIM ? sb_cli_shown_get_role (self, i) : NULL;

      sb_cli_print ("    – %s\n", item);
      if (role != NULL)
        print_line ("      ", _ ("Role that day, as it is on record"), sb_bilingual_get_any (role, language));
    }
}

static void
print_fields (const SbCliShown *self,
              SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (self->record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const char *label = sb_translate (language, schema->fields[i].label);
      g_autofree char *value = NULL;

      if (!sb_record_has (self->record, i))
        continue;

      if (schema->fields[i].type == SB_FIELD_LIST)
        {
          print_heading ("  ", label);
          if (schema->fields[i].item == &sb_document_attachment_schema)
            sb_cli_print_attachments (self->record, self->fetched);
          else
            print_items (self, i, language);
          continue;
        }

      value = sb_cli_describe_field (self->record, i, language);
      if (value[0] != '\0')
        print_line ("  ", label, value);
    }
}

/* "supports [B2]: …", where it stands, and where it stood first. */
static void
print_evidence (const SbCliShown *self,
                SbLanguage language)
{
  for (guint i = 0; i < self->evidence->len; i++)
    {
      SbRecord *record = g_ptr_array_index (self->evidence, i);
      g_autofree char *document = sb_cli_format_field (record, SB_EVIDENCE_DOCUMENT, language);
      g_autofree char *date = sb_cli_format_field (record, SB_EVIDENCE_DATE, language);
      g_autofree char *stance = sb_cli_format_field (record, SB_EVIDENCE_STANCE, language);
      g_autofree char *grade = sb_cli_format_grade (record);
      g_autofree char *label = grade[0] != '\0' ? g_strdup_printf ("%s [%s]", stance, grade) : g_steal_pointer (&stance);

      print_line ("\n", label, sb_record_get_text (record, SB_EVIDENCE_QUOTE));
      sb_cli_print ("  %s%s%s\n", document, date[0] != '\0' ? ", " : "", date);
      if (is_second_hand (record))
        print_line ("  ", _ ("Republished or translated from"), sb_ref_get_name (sb_record_get_ref (record, SB_EVIDENCE_ORIGIN), language));
    }
}

/* What is said of the world has to rest on something; who says it, where it is
 * read and what it is filed under need not. */
static gboolean
needs_sources (const SbCliShown *self)
{
  switch ((int) sb_record_get_kind (self->record))
    {
    case SB_KIND_SOURCE:
    case SB_KIND_FEED:
    case SB_KIND_DOCUMENT:
    case SB_KIND_EXTRACT:
    case SB_KIND_DOSSIER:
    case SB_KIND_BRIEFING:
      return FALSE;

    default:
      return TRUE;
    }
}

/* How many stand behind it, said apart from how many do not. */
static void
print_sources (const SbCliShown *self)
{
  g_autofree char *supporting = g_strdup_printf ("%u", self->sources.supporting);
  g_autofree char *contradicting = g_strdup_printf ("%u", self->sources.contradicting);

  if (self->evidence->len == 0 && !needs_sources (self))
    return;

  if (self->evidence->len == 0)
    {
      sb_cli_print ("\n%s\n", _ ("Unsourced"));
      return;
    }

  print_line ("\n", _ ("Independent sources"), supporting);
  if (self->sources.contradicting > 0)
    print_line ("", _ ("Independent sources that contradict it"), contradicting);
}

static void
print_versions (const SbCliShown *self,
                SbLanguage language)
{
  if (self->versions->len == 0)
    return;

  sb_cli_print ("\n%s\n", _ ("Versions of the same question:"));
  for (guint i = 0; i < self->versions->len; i++)
    {
      SbRecord *version = g_ptr_array_index (self->versions, i);
      g_autofree char *title = sb_cli_format_title (version, language);
      g_autofree char *date = sb_cli_format_date (version, language);
      g_autofree char *named = sb_record_is_retained (version) ? g_strdup_printf (_ ("%s (retained)"), title) : g_strdup (title);

      sb_cli_print ("  %s %s %" G_GINT64_FORMAT " · %s%s%s\n", sb_record_is_retained (version) ? "✓" : "–",
                    sb_kind_get_label (sb_record_get_kind (version), language), sb_record_get_id (version), named,
                    date[0] != '\0' ? " · " : "", date);
    }
}

/* What a record is called that may have no name of its own. */
static char *
dup_name (const SbCliShown *self,
          SbRef *ref,
          SbLanguage language)
{
  const char *name = sb_ref_get_name (ref, language);
  SbKind kind = sb_ref_get_kind (ref);
  g_autoptr (SbRecord) record = NULL;

  if (name[0] != '\0' && kind != SB_KIND_RELATION && kind != SB_KIND_CONTROL && kind != SB_KIND_ZONE)
    return g_strdup (name);

  record = sb_store_get (self->store, sb_ref_get_kind (ref), sb_ref_get_id (ref), NULL);
  return record != NULL ? sb_cli_format_title (record, language) : g_strdup ("");
}

/* By kind, with how many there are when some are left out. */
static void
print_referrers (const SbCliShown *self,
                 const char *heading,
                 GPtrArray *referrers,
                 SbLanguage language)
{
  SbKind last = SB_KIND_NONE;

  if (referrers->len == 0)
    return;

  sb_cli_print ("\n%s\n", heading);
  for (guint i = 0; i < referrers->len; i++)
    {
      SbRecord *referrer = g_ptr_array_index (referrers, i);
      SbRef *ref = sb_record_get_ref (referrer, SB_REFERRER_RECORD);
      SbKind kind = sb_ref_get_kind (ref);
      g_autofree char *name = dup_name (self, ref, language);

      if (kind != last)
        sb_cli_print ("  %s (%" G_GINT64_FORMAT ")\n", sb_kind_get_plural_label (kind, language),
                      sb_record_get_integer (referrer, SB_REFERRER_TOTAL, 0));
      sb_cli_print ("    %" G_GINT64_FORMAT " · %s\n", sb_ref_get_id (ref), name);
      last = kind;
    }
}

static void
print_merges (const SbCliShown *self,
              SbLanguage language)
{
  for (guint i = 0; i < self->merges->len; i++)
    {
      const SbMerge *merge = g_ptr_array_index (self->merges, i);

      print_line ("  ", _ ("Merged with"), sb_ref_get_name (merge->gone, language));
    }
}

/* Why the text is the summary of the feed. */
static void
print_article (const SbCliShown *self,
               SbLanguage language)
{
  g_autofree char *reason = self->article != NULL ? sb_article_dup_reason (self->article, language) : NULL;

  if (reason != NULL)
    print_line ("  ", _ ("Whole article"), reason);
}

static void
print_shown (const SbCliShown *self)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *title = sb_cli_format_title (self->record, language);
  g_autofree char *heading = g_strdup_printf ("%s %" G_GINT64_FORMAT, sb_kind_get_label (sb_record_get_kind (self->record), language),
                                              sb_record_get_id (self->record));

  print_line ("", heading, title);
  print_fields (self, language);
  print_merges (self, language);
  print_article (self, language);
  if (self->blocks != NULL)
    {
      g_autofree char *text = sb_blocks_join (self->blocks);

      sb_cli_print ("\n%s\n", text);
    }
  else
    print_sources (self);

  if (self->group != NULL && self->group->len > 0)
    {
      sb_cli_print ("\n%s\n", _ ("The same text, which counts once:"));
      sb_cli_print_group (self->group);
    }

  print_evidence (self, language);
  print_versions (self, language);
  print_referrers (self, _ ("Named by:"), self->referrers, language);
  print_referrers (self, _ ("Holds:"), self->members, language);
}

SbCliStatus
sb_cli_show (SbCli *self)
{
  SbKind kind = sb_cli_read_kind (self->arguments[0]);
  g_autoptr (SbStore) store = NULL;
  g_auto (SbCliShown) shown = { 0 };
  g_autoptr (GError) error = NULL;

  if (kind == SB_KIND_NONE)
    return SB_CLI_WRONG_ARGUMENTS;

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  shown.store = store;
  shown.record = store != NULL ? sb_cli_find_record (store, kind, self->arguments[1]) : NULL;
  if (shown.record == NULL)
    return SB_CLI_FAILED;

  if (!load (&shown, &error))
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    sb_cli_print_shown_json (&shown);
  else
    print_shown (&shown);

  return SB_CLI_DONE;
}
