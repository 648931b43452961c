/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-briefing-issuing.h"
#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-cli-lookup.h"
#include "sb-cli-press.h"
#include "sb-cli-table.h"
#include "sb-date-format.h"
#include "sb-logo.h"
#include "sb-outline.h"
#include "sb-record-builder.h"

gboolean
sb_cli_open_briefing (SbCli *self,
                      SbStore *store,
                      SbRecord **briefing,
                      SbTemplate **template,
                      SbCliStatus *status)
{
  *briefing = sb_cli_find_record (store, SB_KIND_BRIEFING, self->arguments[0]);
  if (*briefing == NULL)
    {
      *status = SB_CLI_FAILED;
      return FALSE;
    }

  *template = sb_cli_open_template (sb_record_get_text (*briefing, SB_BRIEFING_TEMPLATE), status);

  return *template != NULL;
}

/* "draft of no. 2", "no. 1, 29 April 2026" */
static char *
dup_state (SbRecord *briefing)
{
  gint64 number = sb_record_get_integer (briefing, SB_BRIEFING_NUMBER, 1);
  gint64 issued = sb_record_get_time (briefing, SB_BRIEFING_ISSUED);
  g_autofree char *day = NULL;

  if (issued == 0)
    return g_strdup_printf (_ ("draft of no. %d"), (int) number);

  day = sb_day_format (sb_day_from_time (issued), sb_language_get_interface (), SB_DATE_STYLE_MEDIUM);

  /* Translators: the number of an issue and its day. */
  return g_strdup_printf (_ ("no. %d, %s"), (int) number, day);
}

static void
add_briefing (JsonBuilder *builder,
              SbRecord *briefing)
{
  SbBilingual *title = sb_record_get_bilingual (briefing, SB_BRIEFING_TITLE);

  sb_cli_add_integer (builder, "id", sb_record_get_id (briefing));
  sb_cli_add_text (builder, "uuid", sb_record_get_uuid (briefing));
  sb_cli_add_text (builder, "template", sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE));
  json_builder_set_member_name (builder, "title");
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "fr", sb_bilingual_get (title, SB_LANGUAGE_FR));
  sb_cli_add_text (builder, "en", sb_bilingual_get (title, SB_LANGUAGE_EN));
  json_builder_end_object (builder);
  sb_cli_add_integer (builder, "number", sb_record_get_integer (briefing, SB_BRIEFING_NUMBER, 1));
  if (sb_record_has (briefing, SB_BRIEFING_ISSUED))
    sb_cli_add_time (builder, "issued", sb_record_get_time (briefing, SB_BRIEFING_ISSUED));
  else
    sb_cli_add_text (builder, "issued", NULL);
}

SbCliStatus
sb_cli_briefing_list (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_BRIEFING);
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Id"), _ ("Template"), _ ("State"), _ ("Title"), NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) briefings = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;
  briefings = sb_store_list (store, query, &error);
  if (briefings == NULL)
    return sb_cli_fail (self->catalogue, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < briefings->len; i++)
    {
      SbRecord *briefing = g_ptr_array_index (briefings, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_id (briefing));
      g_autofree char *state = dup_state (briefing);
      const char *cells[] = { id, sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), state, sb_record_get_title (briefing, sb_language_get_interface ()) };

      sb_cli_table_add (table, cells);
      json_builder_begin_object (builder);
      add_briefing (builder, briefing);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  if (self->wants_json)
    sb_cli_print_json (json_builder_get_root (builder));
  else if (briefings->len > 0)
    sb_cli_table_print (table);
  else
    sb_cli_tell ("%s", _ ("There are no briefings."));

  return SB_CLI_DONE;
}

static void
set_text (SbRecordBuilder *builder,
          guint field,
          const char *text)
{
  if (text != NULL)
    sb_record_builder_set_text (builder, field, text);
}

/* The new briefing as the options say; NULL when one is wrong, which was said. */
static SbRecord *
apply_options (SbCli *self,
               SbStore *store,
               SbRecord *briefing)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (briefing);

  if (!sb_cli_fill_briefing (self, store, briefing, builder))
    return NULL;

  if (self->title != NULL)
    sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, self->title, self->title);
  set_text (builder, SB_BRIEFING_AUTHOR, self->author);
  set_text (builder, SB_BRIEFING_INSTITUTION, self->institution);
  set_text (builder, SB_BRIEFING_MARKING, self->marking);
  set_text (builder, SB_BRIEFING_DISTRIBUTION, self->distribution);

  return sb_record_builder_end (g_steal_pointer (&builder));
}

SbCliStatus
sb_cli_briefing_new (SbCli *self)
{
  SbCliStatus status = SB_CLI_DONE;
  g_autoptr (SbTemplate) template = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) made = NULL;
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbChangeSet) changes = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!sb_cli_check_period (self))
    return SB_CLI_WRONG_ARGUMENTS;
  template = sb_cli_open_template (self->arguments[0], &status);
  if (template == NULL)
    return status;
  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  if (store == NULL)
    return SB_CLI_FAILED;

  made = sb_briefing_loader_create (store, self->arguments[0], &error);
  if (made == NULL)
    return sb_cli_fail (self->catalogue, error);
  briefing = apply_options (self, store, made);
  if (briefing == NULL)
    return SB_CLI_WRONG_ARGUMENTS;

  changes = sb_change_set_new (_ ("New briefing"));
  sb_change_set_put (changes, briefing);
  if (sb_store_apply (store, changes, &error) < 0)
    return sb_cli_fail (self->catalogue, error);
  stored = sb_store_get_by_uuid (store, SB_KIND_BRIEFING, sb_record_get_uuid (briefing), &error);
  if (stored == NULL)
    return sb_cli_fail (self->catalogue, error);

  json_builder_begin_object (builder);
  add_briefing (builder, stored);
  json_builder_end_object (builder);
  if (self->wants_json)
    sb_cli_print_json (json_builder_get_root (builder));
  else
    sb_cli_print ("%" G_GINT64_FORMAT "\n", sb_record_get_id (stored));

  return SB_CLI_DONE;
}

/* The logo is kept with the briefing: the file may go. */
SbCliStatus
sb_cli_briefing_logo (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbRecord) edited = NULL;
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbChangeSet) changes = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;
  briefing = sb_cli_find_record (store, SB_KIND_BRIEFING, self->arguments[0]);
  if (briefing == NULL)
    return SB_CLI_FAILED;
  if (self->n_arguments > 1)
    {
      g_autoptr (GBytes) file = sb_cli_read_file (self->arguments[1], &error);

      address = file != NULL ? sb_logo_new_address (file, &error) : NULL;
      if (address == NULL)
        return sb_cli_fail (self->arguments[1], error);
    }

  builder = sb_record_builder_new_from (briefing);
  if (address != NULL)
    sb_record_builder_set_text (builder, SB_BRIEFING_LOGO, address);
  else
    sb_record_builder_clear (builder, SB_BRIEFING_LOGO);
  edited = sb_record_builder_end (g_steal_pointer (&builder));
  changes = sb_change_set_new (_ ("Edit briefing"));
  sb_change_set_put (changes, edited);
  if (sb_store_apply (store, changes, &error) < 0)
    return sb_cli_fail (self->catalogue, error);

  return SB_CLI_DONE;
}

static const char *
get_state_name (const SbOutlineEntry *entry)
{
  switch (entry->state)
    {
    case SB_OUTLINE_WRITTEN:
      return "written";
    case SB_OUTLINE_BY_HAND:
      return "by-hand";
    case SB_OUTLINE_FILLED:
    default:
      return "filled";
    }
}

/* "by hand, hidden" */
static char *
dup_entry_state (const SbOutlineEntry *entry)
{
  static const char *const states[] = { N_ ("filled"), N_ ("written"), N_ ("by hand") };
  GString *text = g_string_new (_ (states[entry->state]));

  if (entry->is_added)
    g_string_append_printf (text, ", %s", _ ("added"));
  if (entry->is_hidden)
    g_string_append_printf (text, ", %s", _ ("hidden"));
  if (entry->is_lost)
    g_string_append_printf (text, ", %s", _ ("not printed"));
  if (entry->n_comments > 0)
    g_string_append_printf (text, ", %s", ngettext ("a comment", "comments", entry->n_comments));

  return g_string_free (text, FALSE);
}

static void
add_entry (JsonBuilder *builder,
           const SbOutlineEntry *entry)
{
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "block", entry->name);
  sb_cli_add_text (builder, "kind", sb_template_get_block_name (entry->kind));
  sb_cli_add_text (builder, "parent", entry->parent);
  sb_cli_add_integer (builder, "level", entry->level);
  json_builder_set_member_name (builder, "heading");
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "fr", sb_bilingual_get (entry->heading, SB_LANGUAGE_FR));
  sb_cli_add_text (builder, "en", sb_bilingual_get (entry->heading, SB_LANGUAGE_EN));
  json_builder_end_object (builder);
  sb_cli_add_text (builder, "state", get_state_name (entry));
  json_builder_set_member_name (builder, "added");
  json_builder_add_boolean_value (builder, entry->is_added);
  json_builder_set_member_name (builder, "hidden");
  json_builder_add_boolean_value (builder, entry->is_hidden);
  json_builder_set_member_name (builder, "lost");
  json_builder_add_boolean_value (builder, entry->is_lost);
  sb_cli_add_integer (builder, "comments", entry->n_comments);
  sb_cli_add_text (builder, "problem", entry->problem);
  json_builder_end_object (builder);
}

static void
print_outline (SbRecord *briefing,
               const SbOutline *outline)
{
  SbLanguage language = sb_language_get_interface ();
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Block"), _ ("Kind"), _ ("State"), _ ("Heading"), NULL);
  g_autofree char *state = dup_state (briefing);

  sb_cli_print ("%s (%s)\n\n", sb_record_get_title (briefing, language), state);
  for (guint i = 0; i < sb_outline_get_n_entries (outline); i++)
    {
      const SbOutlineEntry *entry = sb_outline_get_entry (outline, i);
      g_autofree char *name = g_strdup_printf ("%s%s", entry->depth > 0 ? "· " : "", entry->name);
      g_autofree char *entry_state = dup_entry_state (entry);
      const char *cells[] = { name, sb_template_get_block_name (entry->kind), entry_state, sb_bilingual_get_any (entry->heading, language) };

      sb_cli_table_add (table, cells);
    }
  sb_cli_table_print (table);
}

SbCliStatus
sb_cli_briefing_show (SbCli *self)
{
  SbCliStatus status = SB_CLI_DONE;
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbTemplate) template = NULL;
  g_autoptr (SbOutline) outline = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (store == NULL)
    return SB_CLI_FAILED;
  if (!sb_cli_open_briefing (self, store, &briefing, &template, &status))
    return status;

  outline = sb_outline_new (template, briefing);
  if (!self->wants_json)
    {
      print_outline (briefing, outline);
      return SB_CLI_DONE;
    }

  json_builder_begin_object (builder);
  add_briefing (builder, briefing);
  json_builder_set_member_name (builder, "outline");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sb_outline_get_n_entries (outline); i++)
    add_entry (builder, sb_outline_get_entry (outline, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));

  return SB_CLI_DONE;
}

static gboolean
is_printed_in_all (SbRecord *briefing)
{
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    if (!sb_briefing_is_printed_in (briefing, language))
      return FALSE;

  return TRUE;
}

static SbCliStatus
compose (SbCli *self,
         SbBriefingFormat format,
         SbPaper paper,
         const SbCliLanguages *languages)
{
  SbCliStatus status = SB_CLI_DONE;
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbTemplate) template = NULL;
  g_autoptr (SbBasemap) basemap = NULL;
  g_autoptr (SbBasemapPainter) painter = NULL;
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;
  if (!sb_cli_open_briefing (self, store, &briefing, &template, &status))
    return status;
  if (languages->manner == SB_EDITIONS_IN_COLUMNS && !is_printed_in_all (briefing))
    return sb_cli_refuse ("%s", _ ("The briefing is not printed in both languages."));

  basemap = sb_basemap_new (&error);
  if (basemap == NULL)
    return sb_cli_fail (NULL, error);
  painter = sb_basemap_painter_new (basemap);
  editions = sb_briefing_issuing_compose (store, briefing, template, languages->manner, paper, painter, self->wants_check ? &findings : NULL, &error);
  if (editions == NULL || (findings != NULL && !sb_briefing_issuing_check_issues (store, briefing, findings, &error)))
    return sb_cli_fail (self->catalogue, error);

  sb_cli_keep_languages (editions, languages);
  if (editions->len == 0)
    return sb_cli_refuse ("%s", _ ("The briefing is not printed in this language."));

  return sb_cli_print_editions (self, editions, findings, format);
}

SbCliStatus
sb_cli_briefing_print (SbCli *self)
{
  SbBriefingFormat format = SB_BRIEFING_FORMAT_PDF;
  SbPaper paper = SB_PAPER_A4;
  SbCliLanguages languages = { { FALSE }, SB_EDITIONS_APART };
  SbCliStatus status = sb_cli_read_sheets (self, &format, &paper);

  if (status != SB_CLI_DONE)
    return status;
  if (self->language == NULL)
    return sb_cli_refuse ("%s", _ ("--language needs fr, en, both or columns."));
  status = sb_cli_read_languages (self, format, &languages);

  return status == SB_CLI_DONE ? compose (self, format, paper, &languages) : status;
}

SbCliStatus
sb_cli_briefing_check (SbCli *self)
{
  static const SbCliLanguages languages = { { TRUE, TRUE }, SB_EDITIONS_APART };

  self->wants_check = TRUE;

  return compose (self, SB_BRIEFING_FORMAT_PDF, SB_PAPER_A4, &languages);
}
