/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-record-text.h"
#include "sb-cli-show.h"
#include "sb-merge.h"

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

/* What there is to tell about a merge. */
void
sb_cli_add_merge (JsonBuilder *builder,
                  const SbMerge *merge)
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
  json_builder_end_object (builder);
}

typedef enum
{
  MERGED,
  PARTED,
} Deed;

static SbCliStatus
tell_merge (SbCli *self,
            const SbMerge *merge,
            Deed deed)
{
  g_autofree char *kept = format_ref (merge->kept);
  g_autofree char *gone = format_ref (merge->gone);

  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      sb_cli_add_merge (builder, merge);
      sb_cli_print_json (json_builder_get_root (builder));
      return SB_CLI_DONE;
    }

  /* Translators: the record that is gone or comes back, and the one that is
   * kept. */
  sb_cli_tell (deed == MERGED ? _ ("%s is now one with %s.") : _ ("%s is apart from %s again."), gone, kept);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_merge (SbCli *self)
{
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) kept = NULL;
  g_autoptr (SbRecord) gone = NULL;
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

  if (!sb_store_merge (store, kind, sb_record_get_id (kept), sb_record_get_id (gone),
                       kind == SB_KIND_ACTOR ? _ ("Merge actors") : _ ("Merge places"), &error))
    return sb_cli_fail (self->catalogue, error);

  query.gone = sb_record_get_uuid (gone);
  merges = sb_store_list_merges (store, &query, &error);
  if (merges == NULL || merges->len == 0)
    return sb_cli_fail (self->catalogue, error);

  return tell_merge (self, g_ptr_array_index (merges, 0), MERGED);
}

SbCliStatus
sb_cli_unmerge (SbCli *self)
{
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) error = NULL;
  SbCliStatus status;
  SbKind kind = read_kind (self, &status);
  SbMergeQuery query = { 0 };
  const SbMerge *merge;

  if (kind == SB_KIND_NONE)
    return status;

  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  if (store == NULL)
    return SB_CLI_FAILED;

  if (!sb_cli_read_id (self->arguments[1], &query.merge))
    query.gone = self->arguments[1];
  merges = sb_store_list_merges (store, &query, &error);
  if (merges == NULL)
    return sb_cli_fail (self->catalogue, error);

  merge = merges->len > 0 ? g_ptr_array_index (merges, 0) : NULL;
  if (merge == NULL || sb_ref_get_kind (merge->gone) != kind)
    {
      g_autofree char *quoted = sb_cli_quote (self->arguments[1]);

      return sb_cli_refuse (_ ("Nothing that is called “%s” is merged into another record."), quoted);
    }

  if (!sb_store_unmerge (store, merge->id, kind == SB_KIND_ACTOR ? _ ("Part merged actors") : _ ("Part merged places"), &error))
    return sb_cli_fail (self->catalogue, error);

  return tell_merge (self, merge, PARTED);
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
      g_autofree char *kept = format_ref (merge->kept);
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
