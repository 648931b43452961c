/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unmerge-private.h"

#include "sb-merge-record.h"
#include "sb-record-compare.h"
#include "sb-record-revert.h"

static void
take_record (SbRecord **place,
             SbRecord *record)
{
  g_clear_object (place);
  *place = record;
}

/* Reads a side of this merge as if the one that @before and @after are the sides
 * of had not been. */
static void
leave_out (SbRecord **side,
           SbRecord *before,
           SbRecord *after)
{
  if (*side != NULL)
    take_record (side, _sb_record_revert (*side, after, before, SB_REVERT_KEEP_LATER));
}

static gboolean
leave_out_row (SbParting *self,
               SbStatement *row,
               SbKind kind,
               gint64 id,
               SbRecord **from,
               SbRecord **to,
               GError **error)
{
  g_auto (SbHistorySide) before = { 0 };
  g_auto (SbHistorySide) after = { 0 };
  g_autoptr (SbRecord) merged_before = NULL;
  g_autoptr (SbRecord) merged_after = NULL;

  if (!_sb_history_read_side (sb_statement_get_text (row, "before"), kind, id, &before, error) ||
      !_sb_history_read_side (sb_statement_get_text (row, "after"), kind, id, &after, error))
    return FALSE;

  /* Newer merges that hold are in both sides already. */
  if (!_sb_parting_name_merged (self, &before.record, error) || !_sb_parting_name_merged (self, &after.record, error))
    return FALSE;

  merged_before = _sb_parting_merge_refs (self, before.record);
  merged_after = _sb_parting_merge_refs (self, after.record);
  if (!_sb_parting_name_merged (self, &merged_before, error) || !_sb_parting_name_merged (self, &merged_after, error))
    return FALSE;

  leave_out (to, before.record, after.record);
  leave_out (from, merged_before, merged_after);
  return TRUE;
}

static gboolean
leave_out_parted (SbParting *self,
                  SbKind kind,
                  gint64 id,
                  SbRecord **from,
                  SbRecord **to,
                  GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-parted-sides", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  sb_statement_bind_int (statement, ":record", id);
  while (sb_statement_step (statement, &failure))
    {
      gboolean is_record = sb_kind_parse (sb_statement_get_text (statement, "kind")) == kind;

      if (is_record && !sb_statement_is_null (statement, "before") && !leave_out_row (self, statement, kind, id, from, to, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The text of @from, each language of which is that of @to where @own says the
 * same. */
static void
spare_own_words (SbRecordBuilder *builder,
                 SbRecord *from,
                 SbRecord *to,
                 SbRecord *own,
                 guint field)
{
  const char *texts[SB_N_LANGUAGES];

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      const char *text = sb_bilingual_get (sb_record_get_bilingual (from, field), language);
      const char *own_text = sb_bilingual_get (sb_record_get_bilingual (own, field), language);
      gboolean is_own = own_text != NULL && g_strcmp0 (own_text, text) == 0;

      texts[language] = is_own ? sb_bilingual_get (sb_record_get_bilingual (to, field), language) : text;
    }

  sb_record_builder_set_words (builder, field, texts[SB_LANGUAGE_FR], texts[SB_LANGUAGE_EN]);
}

static void
spare_own_items (SbRecordBuilder *builder,
                 SbRecord *from,
                 SbRecord *own,
                 guint field)
{
  sb_record_builder_clear (builder, field);
  for (guint i = 0; i < sb_record_get_n_items (from, field); i++)
    {
      SbRecord *item = sb_record_get_item (from, field, i);

      if (!_sb_record_has_item (own, field, item))
        sb_record_builder_take_item (builder, field, g_object_ref (item));
    }
}

/* @from without what @own has as well: it is not by the merge that it is there. */
static SbRecord *
spare_own (SbRecord *from,
           SbRecord *to,
           SbRecord *own)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (from);
  const SbSchema *schema = sb_record_get_schema (from);

  for (guint i = 0; i < schema->n_fields; i++)
    switch (schema->fields[i].type)
      {
      case SB_FIELD_LIST:
        spare_own_items (builder, from, own, i);
        break;

      case SB_FIELD_BILINGUAL:
        spare_own_words (builder, from, to, own, i);
        break;

      default:
        if (sb_record_has (own, i) && _sb_record_field_stores_same (own, from, i))
          _sb_record_copy_value (builder, to, i);
        break;
      }

  return sb_record_builder_end (builder);
}

/* Leaves out of @side what those older merges gave to @source, which gave it on;
 * what @own says is no gift. */
static gboolean
leave_out_gifts_of (SbParting *self,
                    SbKind kind,
                    gint64 source,
                    SbRecord **side,
                    SbRecord *own,
                    GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-parted-sides", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  sb_statement_bind_int (statement, ":record", source);
  while (sb_statement_step (statement, &failure))
    {
      g_auto (SbHistorySide) before = { 0 };
      g_auto (SbHistorySide) after = { 0 };

      if (sb_kind_parse (sb_statement_get_text (statement, "kind")) != kind || sb_statement_is_null (statement, "before"))
        continue;
      if (!_sb_history_read_side (sb_statement_get_text (statement, "before"), kind, source, &before, error) ||
          !_sb_history_read_side (sb_statement_get_text (statement, "after"), kind, source, &after, error) ||
          !_sb_parting_name_merged (self, &before.record, error) || !_sb_parting_name_merged (self, &after.record, error))
        return FALSE;

      take_record (&after.record, spare_own (after.record, before.record, own));
      leave_out (side, before.record, after.record);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What was given to @id by merges, or, when @with_itself, to it and by it. */
static gboolean
leave_out_gifts (SbParting *self,
                 SbKind kind,
                 gint64 id,
                 gboolean with_itself,
                 SbRecord **side,
                 SbRecord *own,
                 GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-merge-sources", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  sb_statement_bind_int (statement, ":record", id);
  while (sb_statement_step (statement, &failure))
    {
      gint64 source = sb_statement_get_int (statement, "id");

      if ((source != id || with_itself) && !leave_out_gifts_of (self, kind, source, side, own, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What the one that is gone had before anything was merged into it; NULL without
 * an error when nothing was. */
static gboolean
read_own (SbParting *self,
          SbKind kind,
          gint64 id,
          SbHistorySide *own,
          GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "get-unmerged-side", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  sb_statement_bind_int (statement, ":record", id);
  if (sb_statement_step (statement, &failure) && !_sb_history_read_side (sb_statement_get_text (statement, "before"), kind, id, own, error))
    return FALSE;

  if (failure == NULL)
    return own->record == NULL || _sb_parting_name_merged (self, &own->record, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What older merges gave to those that gave it on to the two, by this merge or by
 * others. */
static gboolean
leave_out_given (SbParting *self,
                 SbKind kind,
                 gint64 id,
                 SbRecord **from,
                 SbRecord **to,
                 GError **error)
{
  gint64 gone = sb_ref_get_id (self->merge->gone);
  g_auto (SbHistorySide) own = { 0 };

  if (kind != sb_ref_get_kind (self->merge->gone))
    return TRUE;
  if (id == sb_ref_get_id (self->merge->kept) && *from != NULL)
    return leave_out_gifts (self, kind, gone, TRUE, from, *to, error);
  if (id != gone)
    return TRUE;
  if (!read_own (self, kind, id, &own, error))
    return FALSE;

  return own.record == NULL || leave_out_gifts (self, kind, gone, FALSE, to, own.record, error);
}

/* The record as it is now, or what it was merged into since; *@current is NULL
 * when it was removed. */
static gboolean
find_current (SbParting *self,
              SbKind kind,
              gint64 id,
              const char *uuid,
              SbRecord **current,
              GError **error)
{
  g_autoptr (SbRef) ref = sb_ref_new (kind, id, uuid, NULL);
  g_autoptr (GError) failure = NULL;
  SbKnown known = { .id = id };
  SbRecord *parted;

  *current = NULL;
  if (g_strcmp0 (uuid, sb_ref_get_uuid (self->merge->gone)) != 0 && !_sb_unit_find (&self->unit, ref, &known, error))
    return FALSE;
  if (known.id == 0)
    return TRUE;

  parted = g_hash_table_lookup (self->parted, &known.id);
  *current = parted != NULL ? g_object_ref (parted) : sb_store_get (self->unit.store, kind, known.id, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether all is there that the record cannot be without. */
static gboolean
can_return (SbParting *self,
            SbRecord *record,
            gboolean *can,
            GError **error)
{
  const SbSchema *schema = sb_record_get_schema (record);

  *can = TRUE;
  for (guint i = 0; i < schema->n_fields && *can; i++)
    {
      SbRef *ref = schema->fields[i].type == SB_FIELD_REF ? sb_record_get_ref (record, i) : NULL;
      SbKnown known = { .id = 1 };

      if (schema->fields[i].type != SB_FIELD_REF || (schema->fields[i].flags & SB_FIELD_REQUIRED) == 0)
        continue;
      if (ref != NULL && !sb_ref_equal (ref, self->merge->gone) && !_sb_unit_find (&self->unit, ref, &known, error))
        return FALSE;
      *can = ref != NULL && known.id != 0;
    }

  return TRUE;
}

static void
put (SbParting *self,
     SbRecord *record)
{
  gint64 id = sb_record_get_id (record);

  g_hash_table_insert (self->parted, g_memdup2 (&id, sizeof id), g_object_ref (record));
  sb_change_set_put (self->changes, record);
  self->n_changes++;
}

/* What was merged into a record that had the same itself. */
static gboolean
spare_kept (SbParting *self,
            const SbMergeLink *link,
            SbKind kind,
            SbRecord **from,
            SbRecord *to,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-merge-sides", error);
  g_autoptr (GError) failure = NULL;
  g_auto (SbHistorySide) own = { 0 };

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", link->kept);
  sb_statement_bind_int (statement, ":gone", link->gone);
  if (sb_statement_step (statement, &failure) &&
      !_sb_history_read_side (sb_statement_get_text (statement, "before"), kind, link->kept, &own, error))
    return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (own.record != NULL)
    take_record (from, spare_own (*from, to, own.record));
  return TRUE;
}

/* The record @id may have been merged into others since, which may have had the
 * same themselves: that is spared. */
static gboolean
spare_current (SbParting *self,
               gint64 id,
               SbRecord *current,
               SbRecord **from,
               SbRecord *to,
               GError **error)
{
  g_autoptr (GArray) links = NULL;

  if (sb_record_get_id (current) == id)
    return TRUE;

  links = _sb_parting_list_links (self, id, error);
  for (guint i = 0; links != NULL && i < links->len; i++)
    if (!spare_kept (self, &g_array_index (links, SbMergeLink, i), sb_record_get_kind (current), from, to, error))
      return FALSE;

  return links != NULL;
}

/* Whether anything but merging and parting changed the record since. */
static gboolean
was_edited (SbParting *self,
            SbKind kind,
            gint64 id,
            gboolean *was,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "has-later-edits", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":history", self->merge->history);
  sb_statement_bind_int (statement, ":record", id);
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (kind));
  *was = sb_statement_step (statement, &failure) && sb_statement_get_boolean (statement, "found");
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What somebody changed since is told; what another merge did is not. */
static gboolean
note_later_changes (SbParting *self,
                    gint64 id,
                    SbRecord *current,
                    SbRecord *from,
                    SbRecord *to,
                    GError **error)
{
  const SbSchema *schema = sb_record_get_schema (current);

  if (sb_record_get_id (current) != id)
    return TRUE;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      gboolean was;

      if (!_sb_record_keeps_later (current, from, to, i))
        continue;
      if (!was_edited (self, sb_record_get_kind (current), id, &was, error))
        return FALSE;
      if (!was)
        return TRUE;

      _sb_merge_notes_add (self->notes, SB_MERGE_NOTE_CHANGED, current, &schema->fields[i]);
    }

  return TRUE;
}

/* A record that the merge changed. */
static gboolean
part_changed (SbParting *self,
              gint64 id,
              SbRecord *current,
              SbRecord **from,
              SbRecord *to,
              GError **error)
{
  g_autoptr (SbRecord) parted = NULL;

  /* Nobody wants back what was removed since. */
  if (current == NULL)
    {
      if (sb_ref_get_uuid (self->kept) == NULL)
        _sb_merge_notes_add (self->notes, SB_MERGE_NOTE_REMOVED, to, NULL);
      return TRUE;
    }

  if (!spare_current (self, id, current, from, to, error) || !note_later_changes (self, id, current, *from, to, error))
    return FALSE;

  parted = _sb_record_revert (current, *from, to, SB_REVERT_KEEP_LATER);
  put (self, parted);
  return TRUE;
}

/* A record that went by the merge. */
static gboolean
part_removed (SbParting *self,
              SbRecord *current,
              SbRecord *to,
              GError **error)
{
  gboolean can;

  if (current != NULL)
    return TRUE;
  if (!can_return (self, to, &can, error))
    return FALSE;

  if (can)
    put (self, to);
  else
    _sb_merge_notes_add (self->notes, SB_MERGE_NOTE_REMOVED, to, NULL);
  self->has_returned |= g_strcmp0 (sb_record_get_uuid (to), sb_ref_get_uuid (self->merge->gone)) == 0;
  return TRUE;
}

/* As _sb_parting_part_record(), with sides that are as of now. */
static gboolean
part_sides (SbParting *self,
            SbKind kind,
            gint64 id,
            SbRecord **from,
            SbRecord *to,
            GError **error)
{
  g_autoptr (SbRecord) current = NULL;

  if (!find_current (self, kind, id, sb_record_get_uuid (to), &current, error))
    return FALSE;

  return *from != NULL ? part_changed (self, id, current, from, to, error) : part_removed (self, current, to, error);
}

gboolean
_sb_parting_part_record (SbParting *self,
                         SbKind kind,
                         gint64 id,
                         SbRecord **from,
                         SbRecord **to,
                         GError **error)
{
  if (!_sb_parting_name_merged (self, from, error) || !_sb_parting_name_merged (self, to, error) || !leave_out_parted (self, kind, id, from, to, error) || !leave_out_given (self, kind, id, from, to, error))
    return FALSE;

  /* What went by the merge knows itself whether it can come back. */
  if (*from != NULL && (!_sb_parting_unname_removed (self, from, error) || !_sb_parting_unname_removed (self, to, error)))
    return FALSE;

  return part_sides (self, kind, id, from, *to, error);
}

gboolean
_sb_parting_rename_returned (SbParting *self,
                             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-parted-removed", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  while (sb_statement_step (statement, &failure))
    {
      SbKind kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
      gint64 id = sb_statement_get_int (statement, "record");
      g_auto (SbHistorySide) to = { 0 };
      g_autoptr (SbRecord) from = NULL;

      if (!_sb_history_read_side (sb_statement_get_text (statement, "before"), kind, id, &to, error) ||
          !_sb_parting_name_merged (self, &to.record, error))
        return FALSE;

      from = _sb_parting_merge_refs (self, to.record);
      if (!_sb_parting_name_merged (self, &from, error) || !part_sides (self, kind, id, &from, to.record, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
