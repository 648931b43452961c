/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-table.h"
#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-name-loader.h"
#include "sb-recogniser.h"
#include "sb-whole-text.h"

/* What is named in a text. Without a catalogue, what ships with the program is all
 * that is known. */

static SbNameSet *
load_names (SbCli *self)
{
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;
  SbNameSet *names;

  if (!self->is_default_catalogue && !g_file_test (self->catalogue, G_FILE_TEST_EXISTS))
    sb_cli_tell (_ ("There is no catalogue in “%s”: what ships with the program is all that is recognised."), self->catalogue);
  if (g_file_test (self->catalogue, G_FILE_TEST_EXISTS))
    {
      store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
      if (store == NULL)
        return NULL;
    }

  names = sb_load_names (store, &error);
  if (names == NULL)
    sb_cli_fail (self->catalogue, error);
  return names;
}

/* The name of a mention as the answer tells it. */
static const char *
get_kind_label (SbMentionKind kind)
{
  static const char *const labels[] = {
    N_ ("actor"),
    N_ ("person"),
    N_ ("place"),
    N_ ("road"),
    N_ ("instrument"),
    N_ ("date"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == SB_N_MENTION_KINDS);
  return _ (labels[kind]);
}

const char *
sb_cli_get_mention_label (const char *name)
{
  SbMentionKind kind;

  return sb_mention_kind_parse (name, &kind) ? get_kind_label (kind) : name;
}

static void
add_mention (JsonBuilder *builder,
             const SbWholeText *text,
             const char *start,
             const SbMention *mention)
{
  const char *end = g_utf8_offset_to_pointer (start, (glong) (mention->end - mention->start));
  g_autofree char *words = g_strndup (start, (gsize) (end - start));

  json_builder_begin_object (builder);
  sb_cli_add_integer (builder, "start", mention->start);
  sb_cli_add_integer (builder, "end", mention->end);
  sb_cli_add_text (builder, "text", words);
  sb_cli_add_text (builder, "kind", sb_mention_kind_get_name (mention->kind));
  if (mention->record != 0)
    sb_cli_add_integer (builder, "id", mention->record);
  else
    sb_cli_add_text (builder, "id", NULL);
  sb_cli_add_text (builder, "name", mention->name);
  sb_cli_add_text (builder, "record", mention->record != 0 ? sb_kind_get_name (mention->record_kind) : NULL);
  json_builder_set_member_name (builder, "known");
  json_builder_add_boolean_value (builder, mention->is_known || mention->kind == SB_MENTION_DATE);
  json_builder_end_object (builder);
}

static void
add_candidate (JsonBuilder *builder,
               const SbNameCandidate *candidate)
{
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "name", candidate->name);
  sb_cli_add_text (builder, "kind", candidate->has_kind ? sb_mention_kind_get_name (candidate->kind) : NULL);
  sb_cli_add_integer (builder, "times", candidate->n_times);
  sb_cli_add_integer (builder, "start", candidate->start);
  sb_cli_add_integer (builder, "end", candidate->end);
  json_builder_end_object (builder);
}

static void
print_json (const SbWholeText *text,
            const SbMentions *mentions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *position = text->text;
  guint n, at = 0;
  const SbMention *found = sb_mentions_get (mentions, &n);
  const SbNameCandidate *candidates;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "mentions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      /* From one to the next, so that a long text is gone over once. */
      position = g_utf8_offset_to_pointer (position, (glong) (found[i].start - at));
      at = found[i].start;
      add_mention (builder, text, position, &found[i]);
    }
  json_builder_end_array (builder);

  candidates = sb_mentions_get_candidates (mentions, &n);
  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    add_candidate (builder, &candidates[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static void
print_text (const SbWholeText *text,
            const SbMentions *mentions)
{
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Position"), _ ("Kind"), _ ("Text"), _ ("Name"), _ ("Id"), NULL);
  const char *position = text->text;
  guint n, at = 0;
  const SbMention *found = sb_mentions_get (mentions, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u–%u", found[i].start, found[i].end);
      g_autofree char *id = found[i].record != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, found[i].record) : NULL;
      g_autofree char *words = NULL;
      const char *cells[5];

      position = g_utf8_offset_to_pointer (position, (glong) (found[i].start - at));
      at = found[i].start;
      words = g_utf8_substring (position, 0, (glong) (found[i].end - found[i].start));
      cells[0] = place;
      cells[1] = get_kind_label (found[i].kind);
      cells[2] = words;
      cells[3] = found[i].name != NULL && !g_str_equal (found[i].name, words) ? found[i].name : NULL;
      cells[4] = id;
      sb_cli_table_add (table, cells);
    }

  sb_cli_table_print (table);
}

static void
print_candidates (const SbMentions *mentions)
{
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Not known"), _ ("Kind"), _ ("Times"), NULL);
  guint n;
  const SbNameCandidate *candidates = sb_mentions_get_candidates (mentions, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *times = g_strdup_printf ("%u", candidates[i].n_times);
      const char *cells[] = { candidates[i].name, candidates[i].has_kind ? get_kind_label (candidates[i].kind) : NULL, times };

      sb_cli_table_add (table, cells);
    }

  if (n > 0)
    {
      sb_cli_print ("\n");
      sb_cli_table_print (table);
    }
}

static gboolean
read_facts (SbCli *self,
            const SbWholeText *text,
            SbTextFacts *facts)
{
  SbLanguage language;

  *facts = (SbTextFacts) { .language = text->language, .has_day = text->has_day, .day = text->day };
  if (self->language != NULL)
    {
      if (!sb_language_parse (self->language, &language))
        {
          sb_cli_refuse ("%s", _ ("--language needs fr or en."));
          return FALSE;
        }
      facts->language = self->language;
    }
  if (self->date != NULL)
    {
      if (!sb_cli_read_day ("date", self->date, &facts->day))
        return FALSE;
      facts->has_day = TRUE;
    }

  return TRUE;
}

SbCliStatus
sb_cli_mentions (SbCli *self)
{
  const char *path = self->arguments[0];
  const char *type = self->type != NULL ? self->type : sb_content_type_for_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbWholeText) text = NULL;
  g_autoptr (SbNameSet) names = NULL;
  g_autoptr (SbMentions) mentions = NULL;
  SbTextFacts facts = { 0 };

  if (!sb_cli_check_text (self->url) || !sb_cli_check_text (self->type))
    return SB_CLI_WRONG_ARGUMENTS;

  bytes = sb_cli_read_file (path, &error);
  if (bytes != NULL)
    text = sb_whole_text_new (bytes, type, self->url, NULL, &error);
  if (text == NULL)
    {
      sb_cli_fail (path, error);
      return g_error_matches (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED) ? SB_CLI_LOCKED : SB_CLI_FAILED;
    }
  if (!read_facts (self, text, &facts))
    return SB_CLI_WRONG_ARGUMENTS;

  names = load_names (self);
  if (names == NULL)
    return SB_CLI_FAILED;

  mentions = sb_recognise (names, text->text, text->n_bytes, &facts);
  if (self->wants_json)
    print_json (text, mentions);
  else
    {
      print_text (text, mentions);
      print_candidates (mentions);
    }
  return SB_CLI_DONE;
}
