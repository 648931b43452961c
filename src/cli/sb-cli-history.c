/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-record-text.h"
#include "sb-history.h"
#include "sb-record-change.h"
#include "sb-translate.h"

/* Units of work that are shown unless --limit says otherwise, and changes of each
 * of them that people are shown. */
#define DEFAULT_LIMIT    20
#define MAX_SHOWN        20
#define SECONDS_IN_A_DAY 86400

/* The longest value that people are shown, in characters. */
#define MAX_VALUE 100

static const char *const what_names[] = { "added", "changed", "removed" };
static const char *const what_signs[] = { "+", "~", "−" };

/* The texts of one field of a change: what it was and what it is. */
typedef struct
{
  const char *name; /* (unowned) of the field */
  const char *label; /* (unowned) in the language of the interface */
  char *before; /* (owned) (nullable) */
  char *after; /* (owned) (nullable) */
} FieldText;

static void
field_text_free (gpointer data)
{
  FieldText *text = data;

  g_free (text->before);
  g_free (text->after);
  g_free (text);
}

static void
add_field (GPtrArray *texts,
           const char *name,
           const char *label,
           char *before,
           char *after)
{
  FieldText *text = g_new0 (FieldText, 1);

  text->name = name;
  text->label = label;
  text->before = before;
  text->after = after;
  g_ptr_array_add (texts, text);
}

static char *
format_side (SbRecord *record,
             SbRecord *item,
             const SbFieldChange *change,
             SbLanguage language)
{
  gboolean is_list = change->before != NULL || change->after != NULL;

  if (is_list)
    return item != NULL ? sb_cli_format_title (item, language) : NULL;
  if (!sb_record_has (record, change->field))
    return NULL;

  return sb_cli_format_field (record, change->field, language);
}

/* A text whose other language changed reads the same in this one. */
static char *
format_value (SbRecord *record,
              SbRecord *item,
              const SbFieldChange *change,
              SbLanguage language)
{
  const SbField *field = &sb_record_get_schema (record)->fields[change->field];
  SbBilingual *words;

  if (field->type != SB_FIELD_BILINGUAL)
    return format_side (record, item, change, language);

  words = sb_record_get_bilingual (record, change->field);
  return words != NULL ? g_strdup (sb_bilingual_get (words, language)) : NULL;
}

static void
add_field_change (GPtrArray *texts,
                  const SbHistoryChange *change,
                  const SbFieldChange *field_change)
{
  SbLanguage interface_language = sb_language_get_interface ();
  const SbField *field = &sb_record_get_schema (change->before)->fields[field_change->field];
  guint n_languages = field->type == SB_FIELD_BILINGUAL ? SB_N_LANGUAGES : 1;

  for (guint i = 0; i < n_languages; i++)
    {
      SbLanguage language = (interface_language + i) % SB_N_LANGUAGES;
      g_autofree char *before = format_value (change->before, field_change->before, field_change, language);
      g_autofree char *after = format_value (change->after, field_change->after, field_change, language);

      if (n_languages > 1 && g_strcmp0 (before, after) == 0)
        continue;
      add_field (texts, field->name, sb_translate (interface_language, field->label), g_steal_pointer (&before), g_steal_pointer (&after));
    }
}

/* (element-type FieldText) */
static GPtrArray *
list_fields (const SbHistoryChange *change)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (field_text_free);
  g_autoptr (GPtrArray) changes = NULL;

  if (change->before == NULL || change->after == NULL)
    return texts;

  if (sb_record_is_withdrawn (change->before) != sb_record_is_withdrawn (change->after))
    add_field (texts, "withdrawn", _ ("Withdrawn"), g_strdup (sb_record_is_withdrawn (change->before) ? _ ("yes") : _ ("no")),
               g_strdup (sb_record_is_withdrawn (change->after) ? _ ("yes") : _ ("no")));

  changes = sb_record_list_changes (change->before, change->after);
  for (guint i = 0; i < changes->len; i++)
    add_field_change (texts, change, g_ptr_array_index (changes, i));

  return texts;
}

static void
add_ref (JsonBuilder *builder,
         const char *name,
         SbRef *ref)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  sb_cli_add_integer (builder, "id", sb_ref_get_id (ref));
  sb_cli_add_text (builder, "kind", sb_kind_get_name (sb_ref_get_kind (ref)));
  sb_cli_add_text (builder, "uuid", sb_ref_get_uuid (ref));
  sb_cli_add_text (builder, "fr", sb_ref_get_name (ref, SB_LANGUAGE_FR));
  sb_cli_add_text (builder, "en", sb_ref_get_name (ref, SB_LANGUAGE_EN));
  json_builder_end_object (builder);
}

static void
add_change_json (JsonBuilder *builder,
                 const SbHistoryChange *change)
{
  g_autoptr (GPtrArray) fields = list_fields (change);

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "what", what_names[change->what]);
  if (change->tie != NULL)
    sb_cli_add_text (builder, "tie", change->tie);
  add_ref (builder, "record", change->ref);
  if (change->other != NULL)
    add_ref (builder, "other", change->other);
  json_builder_set_member_name (builder, "text_changed");
  json_builder_add_boolean_value (builder, change->changes_text);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->len; i++)
    {
      const FieldText *text = g_ptr_array_index (fields, i);

      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "field", text->name);
      sb_cli_add_text (builder, "label", text->label);
      sb_cli_add_text (builder, "before", text->before);
      sb_cli_add_text (builder, "after", text->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_units_json (GPtrArray *units)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < units->len; i++)
    {
      const SbHistoryUnit *unit = g_ptr_array_index (units, i);

      json_builder_begin_object (builder);
      sb_cli_add_integer (builder, "id", unit->id);
      sb_cli_add_time (builder, "time", unit->time);
      sb_cli_add_text (builder, "label", unit->label);
      sb_cli_add_text (builder, "state", sb_history_state_get_name (unit->state));
      if (unit->undoes != 0)
        sb_cli_add_integer (builder, "undoes", unit->undoes);
      if (unit->redoes != 0)
        sb_cli_add_integer (builder, "redoes", unit->redoes);
      sb_cli_add_integer (builder, "n_changes", unit->n_changes);
      json_builder_set_member_name (builder, "changes");
      json_builder_begin_array (builder);
      for (guint j = 0; j < unit->changes->len; j++)
        add_change_json (builder, g_ptr_array_index (unit->changes, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

/* A value on one line, as long as it takes to tell what it is. */
static char *
shorten (const char *text)
{
  g_autofree char *line = NULL;
  g_autofree char *start = NULL;

  if (text == NULL || text[0] == '\0')
    return g_strdup ("—");

  line = g_strdup (text);
  g_strdelimit (line, "\n\r\t", ' ');
  if (g_utf8_strlen (line, -1) <= MAX_VALUE)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, MAX_VALUE);
  return g_strdup_printf ("%s…", start);
}

/* "Actor 12: JNIM"; @record is what is called after others when it has no name of
 * its own, as a relation is. */
static char *
describe_ref (SbRef *ref,
              SbRecord *record, /* (nullable) */
              SbLanguage language)
{
  const char *own = sb_ref_get_name (ref, language);
  g_autofree char *title = own[0] == '\0' && record != NULL ? sb_cli_format_title (record, language) : g_strdup (own);
  g_autofree char *name = shorten (title);
  g_autofree char *heading = NULL;

  if (sb_ref_get_kind (ref) == SB_KIND_NONE)
    return g_steal_pointer (&name);

  heading = sb_ref_get_id (ref) != 0 ? g_strdup_printf ("%s %" G_GINT64_FORMAT, sb_kind_get_label (sb_ref_get_kind (ref), language), sb_ref_get_id (ref))
                                     : g_strdup (sb_kind_get_label (sb_ref_get_kind (ref), language));
  return g_strdup_printf (_ ("%s: %s"), heading, name);
}

static const char *
get_tie_label (const char *tie)
{
  if (g_str_equal (tie, "evidence"))
    return _ ("Evidence");
  if (g_str_equal (tie, "member"))
    return _ ("Part of a dossier");
  if (g_str_equal (tie, "mention-rule"))
    return _ ("What words name");
  if (g_str_equal (tie, "saved-search"))
    return _ ("Saved search");
  return _ ("Version");
}

static void
print_change (const SbHistoryChange *change)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *record = describe_ref (change->ref, change->after != NULL ? change->after : change->before, language);
  g_autofree char *other = change->other != NULL ? describe_ref (change->other, NULL, language) : NULL;
  g_autoptr (GPtrArray) fields = list_fields (change);

  sb_cli_print ("  %s %s%s%s%s%s\n", what_signs[change->what], record, change->tie != NULL ? " · " : "",
                change->tie != NULL ? get_tie_label (change->tie) : "", other != NULL ? " · " : "", other != NULL ? other : "");
  for (guint i = 0; i < fields->len; i++)
    {
      const FieldText *text = g_ptr_array_index (fields, i);
      g_autofree char *before = shorten (text->before);
      g_autofree char *after = shorten (text->after);
      g_autofree char *values = g_strdup_printf ("%s → %s", before, after);
      g_autofree char *line = g_strdup_printf (_ ("%s: %s"), text->label, values);

      sb_cli_print ("      %s\n", line);
    }
  if (change->changes_text && change->what == SB_HISTORY_CHANGED)
    sb_cli_print ("      %s\n", _ ("The text changed."));
}

static char *
describe_unit (const SbHistoryUnit *unit)
{
  if (unit->undoes != 0)
    return g_strdup_printf (_ ("Undone: %s"), unit->label);
  if (unit->redoes != 0)
    return g_strdup_printf (_ ("Redone: %s"), unit->label);
  return g_strdup (unit->label != NULL ? unit->label : _ ("The program’s own work"));
}

static void
print_unit (const SbHistoryUnit *unit)
{
  static const char *const states[] = { NULL, N_ ("undone since"), N_ ("undone since, for good"), NULL };
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (unit->time);
  g_autofree char *day = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
  g_autofree char *what = describe_unit (unit);
  const char *state = states[unit->state];

  sb_cli_print ("%" G_GINT64_FORMAT "  %s  %s", unit->id, day, what);
  if (state != NULL)
    sb_cli_print (" (%s)", _ (state));
  sb_cli_print ("\n");

  for (guint i = 0; i < MIN (unit->changes->len, MAX_SHOWN); i++)
    print_change (g_ptr_array_index (unit->changes, i));
  if (unit->changes->len > MAX_SHOWN)
    {
      guint n_more = unit->n_changes - MAX_SHOWN;

      sb_cli_print ("  ");
      sb_cli_print (ngettext ("and %u more change", "and %u more changes", n_more), n_more);
      sb_cli_print ("\n");
    }
}

static gboolean
fill_query (SbCli *self,
            SbHistoryQuery *query)
{
  int first;
  int last;

  query->limit = self->limit > 0 ? self->limit : DEFAULT_LIMIT;
  /* One more than is shown tells that there are more. */
  query->n_changes = self->wants_json ? 0 : MAX_SHOWN + 1;
  if (!sb_cli_check_period (self))
    return FALSE;

  if (self->from != NULL)
    {
      if (!sb_cli_read_day ("from", self->from, &first))
        return FALSE;
      query->first = (gint64) first * SECONDS_IN_A_DAY;
    }

  if (self->to != NULL)
    {
      if (!sb_cli_read_day ("to", self->to, &last))
        return FALSE;
      query->last = ((gint64) last + 1) * SECONDS_IN_A_DAY - 1;
    }

  return TRUE;
}

/* The record that the arguments name, which may be gone: then by its id. */
static SbCliStatus
find_subject (SbCli *self,
              SbStore *store,
              gint64 *id)
{
  SbKind kind = sb_cli_read_kind (self->arguments[0]);
  g_autoptr (SbRecord) record = NULL;

  if (kind == SB_KIND_NONE)
    return SB_CLI_WRONG_ARGUMENTS;
  if (self->n_arguments < 2)
    return sb_cli_refuse (_ ("Usage: %s %s %s"), g_get_prgname (), "history", _ ("[KIND ID]"));

  if (sb_cli_read_id (self->arguments[1], id))
    return SB_CLI_DONE;

  record = sb_cli_find_record (store, kind, self->arguments[1]);
  if (record == NULL)
    return SB_CLI_FAILED;

  *id = sb_record_get_id (record);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_history (SbCli *self)
{
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;
  SbHistoryQuery query = { 0 };

  if (!fill_query (self, &query))
    return SB_CLI_WRONG_ARGUMENTS;

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;

  if (self->n_arguments > 0)
    {
      SbCliStatus status = find_subject (self, store, &query.record);

      if (status != SB_CLI_DONE)
        return status;
    }

  units = sb_store_list_history (store, &query, &error);
  if (units == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    print_units_json (units);
  else if (units->len == 0)
    sb_cli_tell ("%s", _ ("There is nothing."));

  for (guint i = 0; i < units->len && !self->wants_json; i++)
    print_unit (g_ptr_array_index (units, i));
  return SB_CLI_DONE;
}

typedef char *(*RevertFunc) (SbStore *store,
                             GError **error);

/* Undoes or redoes, and tells what. */
static SbCliStatus
revert (SbCli *self,
        RevertFunc func,
        const char *nothing)
{
  gboolean is_undone = func == sb_store_undo;
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;

  label = func (store, &error);
  if (error != NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "label", label);
      json_builder_end_object (builder);
      sb_cli_print_json (json_builder_get_root (builder));
    }
  else if (label == NULL)
    sb_cli_tell ("%s", nothing);
  else
    sb_cli_tell (is_undone ? _ ("Undone: %s") : _ ("Redone: %s"), label);

  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_undo (SbCli *self)
{
  return revert (self, sb_store_undo, _ ("There is nothing to undo."));
}

SbCliStatus
sb_cli_redo (SbCli *self)
{
  return revert (self, sb_store_redo, _ ("There is nothing to redo."));
}
