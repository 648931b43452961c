/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-record-text.h"
#include "sb-cli-show.h"
#include "sb-merge-words.h"
#include "sb-merge.h"
#include "sb-text.h"
#include "sb-translate.h"

/* What people are told of what came of a merge. */
#define MAX_NOTES 20

/* The kind that the first argument names; SB_KIND_NONE when there is none that can
 * be merged, which it says. */
static SbKind
read_kind (SbCli *self,
           SbCliStatus *status)
{
  SbKind kind = sb_cli_read_kind (self->arguments[0]);

  *status = SB_CLI_DONE;
  if (kind == SB_KIND_ACTOR || kind == SB_KIND_PLACE)
    return kind;

  if (kind == SB_KIND_NONE)
    *status = SB_CLI_WRONG_ARGUMENTS;
  else
    *status = sb_cli_refuse ("%s", _ ("Only actors and places can be merged."));
  return SB_KIND_NONE;
}

static char *
format_ref (SbRef *ref)
{
  const char *name = sb_ref_get_name (ref, sb_language_get_interface ());

  return name[0] != '\0' ? g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", name, sb_ref_get_id (ref))
                         : g_strdup_printf ("%" G_GINT64_FORMAT, sb_ref_get_id (ref));
}

static void
add_ref (JsonBuilder *builder,
         const char *member,
         SbRef *ref)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, sb_ref_get_id (ref));
  sb_cli_add_text (builder, "uuid", sb_ref_get_uuid (ref));
  sb_cli_add_text (builder, "name", sb_ref_get_name (ref, sb_language_get_interface ()));
  json_builder_end_object (builder);
}

/* What there is to tell of what came of it. */
static void
add_note (JsonBuilder *builder,
          const SbMergeNote *note)
{
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "note", sb_merge_note_type_get_name (note->type));
  sb_cli_add_text (builder, "kind", sb_kind_get_name (sb_ref_get_kind (note->ref)));
  add_ref (builder, "record", note->ref);
  if (note->field != NULL)
    sb_cli_add_text (builder, "field", note->field->name);
  json_builder_end_object (builder);
}

static void
add_merge (JsonBuilder *builder,
           const SbMerge *merge,
           GPtrArray *notes) /* (nullable) */
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (merge->time);
  g_autofree char *when = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "merge");
  json_builder_add_int_value (builder, merge->id);
  sb_cli_add_text (builder, "kind", sb_kind_get_name (sb_ref_get_kind (merge->gone)));
  add_ref (builder, "kept", merge->kept);
  add_ref (builder, "gone", merge->gone);
  sb_cli_add_text (builder, "time", when);
  if (notes != NULL)
    {
      json_builder_set_member_name (builder, "notes");
      json_builder_begin_array (builder);
      for (guint i = 0; i < notes->len; i++)
        add_note (builder, g_ptr_array_index (notes, i));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

void
sb_cli_add_merge (JsonBuilder *builder,
                  const SbMerge *merge)
{
  add_merge (builder, merge, NULL);
}

typedef enum
{
  MERGED,
  PARTED,
} Deed;

/* "Relation 12: Iyad Ag Ghali" */
static char *
describe_noted (SbStore *store,
                SbRef *ref)
{
  SbLanguage language = sb_language_get_interface ();
  g_autoptr (SbRecord) record = sb_store_get (store, sb_ref_get_kind (ref), sb_ref_get_id (ref), NULL);
  g_autofree char *title = record != NULL ? sb_cli_format_title (record, language) : g_strdup (sb_ref_get_name (ref, language));
  g_autofree char *heading = g_strdup_printf ("%s %" G_GINT64_FORMAT, sb_kind_get_label (sb_ref_get_kind (ref), language), sb_ref_get_id (ref));

  return title[0] != '\0' ? g_strdup_printf (_ ("%s: %s"), heading, title) : g_steal_pointer (&heading);
}

static void
tell_notes (SbStore *store,
            GPtrArray *notes)
{
  for (guint i = 0; i < MIN (notes->len, MAX_NOTES); i++)
    {
      const SbMergeNote *note = g_ptr_array_index (notes, i);
      g_autofree char *record = describe_noted (store, note->ref);
      g_autofree char *text = sb_merge_note_text (note, record);

      sb_cli_tell ("%s", text);
    }
  if (notes->len > MAX_NOTES)
    sb_cli_tell (ngettext ("and %u more change", "and %u more changes", notes->len - MAX_NOTES), notes->len - MAX_NOTES);
}

static SbCliStatus
tell_merge (SbCli *self,
            SbStore *store,
            const SbMerge *merge,
            GPtrArray *notes,
            Deed deed)
{
  g_autofree char *kept = format_ref (merge->kept);
  g_autofree char *gone = format_ref (merge->gone);

  sb_cli_tell_progress (1, self);
  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      add_merge (builder, merge, notes);
      sb_cli_print_json (json_builder_get_root (builder));
      return SB_CLI_DONE;
    }

  /* Translators: the record that is gone or comes back, and the one that is
   * kept. */
  sb_cli_tell (deed == MERGED ? _ ("%s is now one with %s.") : _ ("%s is apart from %s again."), gone, kept);
  tell_notes (store, notes);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_merge (SbCli *self)
{
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) kept = NULL;
  g_autoptr (SbRecord) gone = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) error = NULL;
  SbCliStatus status;
  SbKind kind = read_kind (self, &status);
  SbMergeQuery query = { 0 };

  if (kind == SB_KIND_NONE)
    return status;

  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  kept = store != NULL ? sb_cli_find_record (store, kind, self->arguments[1]) : NULL;
  gone = kept != NULL ? sb_cli_find_record (store, kind, self->arguments[2]) : NULL;
  if (gone == NULL)
    return SB_CLI_FAILED;

  if (sb_record_get_id (kept) == sb_record_get_id (gone))
    return sb_cli_refuse ("%s", _ ("A record cannot be merged with itself."));

  notes = sb_store_merge (store, kind, sb_record_get_id (kept), sb_record_get_id (gone),
                          kind == SB_KIND_ACTOR ? _ ("Merge actors") : _ ("Merge places"), sb_cli_tell_progress, self, &error);
  if (notes == NULL)
    return sb_cli_fail (self->catalogue, error);

  query.gone = sb_record_get_uuid (gone);
  merges = sb_store_list_merges (store, &query, &error);
  if (merges == NULL || merges->len == 0)
    return sb_cli_fail (self->catalogue, error);

  return tell_merge (self, store, g_ptr_array_index (merges, 0), notes, MERGED);
}

/* Leaves those of @merges that are of @kind and in which what is called @name is
 * gone, whatever it is called by. */
static void
keep_called (GPtrArray *merges,
             SbKind kind,
             const char *name)
{
  g_autofree char *folded = name != NULL ? sb_fold (name) : NULL;

  for (guint i = merges->len; i > 0; i--)
    {
      const SbMerge *merge = g_ptr_array_index (merges, i - 1);
      g_autofree char *fr = sb_fold (sb_ref_get_name (merge->gone, SB_LANGUAGE_FR));
      g_autofree char *en = sb_fold (sb_ref_get_name (merge->gone, SB_LANGUAGE_EN));

      if (sb_ref_get_kind (merge->gone) != kind || (folded != NULL && !g_str_equal (fr, folded) && !g_str_equal (en, folded)))
        g_ptr_array_remove_index (merges, i - 1);
    }
}

static void
tell_several (const char *word,
              GPtrArray *merges)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < merges->len; i++)
    g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", ((const SbMerge *) g_ptr_array_index (merges, i))->id);
  sb_cli_tell (_ ("Several are called “%s”: say which by its number, one of %s."), word, numbers->str);
}

/* The merges that the argument means: by their number, or by the UUID or the name
 * of the one that is gone. */
static GPtrArray *
find_merges (SbCli *self,
             SbStore *store,
             SbKind kind,
             GError **error)
{
  const char *word = self->arguments[1];
  gboolean is_name = FALSE;
  SbMergeQuery query = { 0 };
  GPtrArray *merges;

  if (!sb_cli_read_id (word, &query.merge))
    {
      is_name = !g_uuid_string_is_valid (word);
      query.gone = is_name ? NULL : word;
    }

  merges = sb_store_list_merges (store, &query, error);
  if (merges != NULL)
    keep_called (merges, kind, is_name ? word : NULL);
  return merges;
}

SbCliStatus
sb_cli_unmerge (SbCli *self)
{
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  SbCliStatus status;
  SbKind kind = read_kind (self, &status);
  const SbMerge *merge;

  if (kind == SB_KIND_NONE)
    return status;
  if (!sb_cli_check_text (self->arguments[1]))
    return SB_CLI_WRONG_ARGUMENTS;

  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  if (store == NULL)
    return SB_CLI_FAILED;

  merges = find_merges (self, store, kind, &error);
  if (merges == NULL)
    return sb_cli_fail (self->catalogue, error);
  if (merges->len == 0)
    {
      g_autofree char *quoted = sb_cli_quote (self->arguments[1]);

      return sb_cli_refuse (_ ("Nothing that is called “%s” is merged into another record."), quoted);
    }
  if (merges->len > 1)
    {
      tell_several (self->arguments[1], merges);
      return SB_CLI_FAILED;
    }

  merge = g_ptr_array_index (merges, 0);
  notes = sb_store_unmerge (store, merge->id, kind == SB_KIND_ACTOR ? _ ("Part merged actors") : _ ("Part merged places"),
                            sb_cli_tell_progress, self, &error);
  if (notes == NULL)
    return sb_cli_fail (self->catalogue, error);

  return tell_merge (self, store, merge, notes, PARTED);
}

/* The one that was kept as it was called when it was merged itself. */
static char *
format_kept (SbStore *store,
             const SbMerge *merge)
{
  const SbMergeQuery query = { .gone_id = sb_ref_get_id (merge->kept) };
  g_autoptr (GPtrArray) merges = NULL;

  if (sb_ref_get_uuid (merge->kept) == NULL)
    merges = sb_store_list_merges (store, &query, NULL);

  return format_ref (merges != NULL && merges->len > 0 ? ((const SbMerge *) g_ptr_array_index (merges, 0))->gone : merge->kept);
}

SbCliStatus
sb_cli_merges (SbCli *self)
{
  const SbMergeQuery query = { 0 };
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (store == NULL)
    return SB_CLI_FAILED;

  merges = sb_store_list_merges (store, &query, &error);
  if (merges == NULL)
    return sb_cli_fail (self->catalogue, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < merges->len; i++)
    {
      const SbMerge *merge = g_ptr_array_index (merges, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (merge->time);
      g_autofree char *when = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
      g_autofree char *kept = format_kept (store, merge);
      g_autofree char *gone = format_ref (merge->gone);

      sb_cli_add_merge (builder, merge);
      if (!self->wants_json)
        sb_cli_print ("%" G_GINT64_FORMAT "  %s  %s  %s → %s\n", merge->id, when,
                      sb_kind_get_label (sb_ref_get_kind (merge->gone), sb_language_get_interface ()), gone, kept);
    }
  json_builder_end_array (builder);

  if (self->wants_json)
    sb_cli_print_json (json_builder_get_root (builder));
  else if (merges->len == 0)
    sb_cli_tell ("%s", _ ("There is nothing."));
  return SB_CLI_DONE;
}
