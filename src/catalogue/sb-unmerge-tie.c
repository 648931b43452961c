/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unmerge-private.h"

#include "sb-store-export.h"

/* What tells one tie from another: its ends, or the record and its question. */
static char *
make_tie_key (const char *json,
              SbTieKind kind,
              GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, error);
  g_autoptr (SbRef) record = NULL;
  g_autoptr (SbRef) other = NULL;
  const char *topic;

  if (node == NULL || !_sb_tie_read_ends (json_node_get_object (node), &record, &other, error))
    return NULL;

  topic = json_object_get_string_member_with_default (json_node_get_object (node), "topic", "");
  return g_strconcat (_sb_tie_kind_get_name (kind), " ", sb_ref_get_uuid (record), " ", other != NULL ? sb_ref_get_uuid (other) : topic, NULL);
}

gboolean
_sb_parting_list_left_out (SbParting *self,
                           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-parted-sides", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  sb_statement_bind_int (statement, ":record", sb_ref_get_id (self->merge->gone));
  while (sb_statement_step (statement, &failure))
    {
      SbTieKind kind = _sb_tie_kind_parse (sb_statement_get_text (statement, "kind"));
      char *key;

      if (kind == SB_N_TIE_KINDS || !sb_statement_is_null (statement, "before"))
        continue;

      key = make_tie_key (sb_statement_get_text (statement, "after"), kind, error);
      if (key == NULL)
        return FALSE;
      g_hash_table_add (self->left_out, key);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether the record still answers the question that it got by the merge, or what
 * it was merged into does. */
static gboolean
answers (SbParting *self,
         JsonObject *tie,
         gboolean *does,
         GError **error)
{
  g_autoptr (SbRef) ref = NULL;
  g_autoptr (SbRef) other = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GError) failure = NULL;

  if (!_sb_tie_read_ends (tie, &ref, &other, error))
    return FALSE;

  record = sb_store_get_by_uuid (self->unit.store, sb_ref_get_kind (ref), sb_ref_get_uuid (ref), &failure);
  *does = record != NULL && g_strcmp0 (sb_record_get_topic (record), json_object_get_string_member_with_default (tie, "topic", "")) == 0;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The other end of a tie, or its question. */
static char *
dup_other_end (const char *json,
               GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, error);
  g_autoptr (SbRef) record = NULL;
  g_autoptr (SbRef) other = NULL;

  if (node == NULL || !_sb_tie_read_ends (json_node_get_object (node), &record, &other, error))
    return NULL;

  if (other != NULL)
    return g_strdup (sb_ref_get_uuid (other));
  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (node), "topic", ""));
}

/* What a unit of work did to the tie of @record to @end: *@before and *@after are
 * NULL where there was none, both when it did nothing. */
static gboolean
find_deed (SbParting *self,
           gint64 history,
           gint64 record,
           SbTieKind kind,
           const char *end,
           char **before,
           char **after,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-history-ties", error);
  g_autoptr (GError) failure = NULL;

  *before = NULL;
  *after = NULL;
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":history", history);
  sb_statement_bind_int (statement, ":record", record);
  sb_statement_bind_text (statement, ":kind", _sb_tie_kind_get_name (kind));
  while (*before == NULL && *after == NULL && sb_statement_step (statement, &failure))
    {
      const char *was = sb_statement_get_text (statement, "before");
      const char *is = sb_statement_get_text (statement, "after");
      g_autofree char *other_end = dup_other_end (was != NULL ? was : is, error);

      if (other_end == NULL)
        return FALSE;
      if (g_str_equal (other_end, end))
        {
          *before = g_strdup (was);
          *after = g_strdup (is);
        }
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Where a tie went that came to the one that is kept by this merge. */
typedef struct
{
  gboolean is_there; /* nobody has removed it */
  gboolean is_its_own; /* what the one that is kept was merged into had the same
                          itself */
  char *json; /* (owned) (nullable) as it is now, or was when it met its like; of
                 evidence alone */
} Course;

static void
course_clear (Course *self)
{
  g_clear_pointer (&self->json, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Course, course_clear)

static gboolean
read_evidence (SbParting *self,
               gint64 id,
               const char *extract,
               Course *course,
               GError **error)
{
  g_autoptr (GPtrArray) lines = sb_store_list_evidence_lines (self->unit.store, id, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const SbTieLine *line = g_ptr_array_index (lines, i);
      g_autofree char *end = dup_other_end (line->line, error);

      if (end == NULL)
        return FALSE;
      if (g_str_equal (end, extract))
        course->json = g_strdup (line->line);
    }

  course->is_there = course->json != NULL;
  return lines != NULL;
}

static gboolean
find_member (SbParting *self,
             gint64 id,
             const char *dossier,
             Course *course,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-member-ties", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":id", id);
  while (!course->is_there && sb_statement_step (statement, &failure))
    course->is_there = g_str_equal (sb_statement_get_text (statement, "dossier_uuid"), dossier);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether the tie of the record @id to @end is there, and how. */
static gboolean
read_stored (SbParting *self,
             SbTieKind kind,
             gint64 id,
             const char *end,
             Course *course,
             GError **error)
{
  switch (kind)
    {
    case SB_TIE_EVIDENCE:
      return read_evidence (self, id, end, course, error);

    case SB_TIE_MEMBER:
      return find_member (self, id, end, course, error);

    case SB_TIE_VERSION:
    case SB_N_TIE_KINDS:
    default:
      return TRUE;
    }
}

/* Follows the tie that came to the one that is kept. */
static gboolean
follow (SbParting *self,
        SbTieKind kind,
        const char *end,
        Course *course,
        GError **error)
{
  gint64 holder = sb_ref_get_id (self->merge->kept);
  g_autoptr (GArray) links = _sb_parting_list_links (self, holder, error);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const SbMergeLink *link = &g_array_index (links, SbMergeLink, i);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *nothing = NULL;

      if (!find_deed (self, link->history, link->kept, kind, end, &before, &after, error))
        return FALSE;

      holder = link->kept;
      if (before == NULL && after != NULL)
        continue;

      course->is_its_own = TRUE;
      if (!find_deed (self, link->history, link->gone, kind, end, &course->json, &nothing, error))
        return FALSE;
      course->is_there = course->json != NULL;
      return TRUE;
    }

  return links != NULL && read_stored (self, kind, holder, end, course, error);
}

/* A tie that the one that was kept got. */
static gboolean
take_from_kept (SbParting *self,
                SbTieKind kind,
                const char *json,
                JsonObject *tie,
                GError **error)
{
  g_autofree char *end = dup_other_end (json, error);
  g_auto (Course) course = { 0 };
  gboolean is_there = TRUE;

  if (end == NULL || !follow (self, kind, end, &course, error))
    return FALSE;
  if (kind == SB_TIE_VERSION && !answers (self, tie, &is_there, error))
    return FALSE;

  return course.is_its_own || !is_there || _sb_tie_add_to (tie, kind, SB_TIE_UNDONE, self->changes, error);
}

/* Gives to the evidence @tie what is held of the evidence in @json. */
static gboolean
copy_judgement (const char *json,
                JsonObject *tie,
                GError **error)
{
  static const char *const members[] = { "stance", "credibility" };
  g_autoptr (JsonNode) node = json_from_string (json, error);

  for (guint i = 0; node != NULL && i < G_N_ELEMENTS (members); i++)
    {
      const char *value = json_object_get_string_member_with_default (json_node_get_object (node), members[i], NULL);

      json_object_remove_member (tie, members[i]);
      if (value != NULL)
        json_object_set_string_member (tie, members[i], value);
    }

  return node != NULL;
}

/* A tie of the one that was gone: as it is by now where it was given to the one
 * that was kept, unless somebody has removed it there. */
static gboolean
give_back (SbParting *self,
           SbTieKind kind,
           const char *json,
           JsonObject *tie,
           GError **error)
{
  gint64 kept = sb_ref_get_id (self->merge->kept);
  g_autofree char *end = dup_other_end (json, error);
  g_autofree char *before = NULL;
  g_autofree char *given = NULL;
  g_auto (Course) course = { 0 };

  if (end == NULL || !find_deed (self, self->merge->history, kept, kind, end, &before, &given, error))
    return FALSE;

  /* Of a version there is nothing but whether it is one. */
  if (before != NULL || given == NULL || kind == SB_TIE_VERSION || sb_ref_get_uuid (self->kept) == NULL)
    return _sb_tie_add_to (tie, kind, SB_TIE_MADE, self->changes, error);

  if (!follow (self, kind, end, &course, error))
    return FALSE;
  if (!course.is_there)
    return TRUE;

  return (kind != SB_TIE_EVIDENCE || copy_judgement (course.json, tie, error)) &&
         _sb_tie_add_to (tie, kind, SB_TIE_MADE, self->changes, error);
}

gboolean
_sb_parting_part_tie (SbParting *self,
                      SbTieKind kind,
                      gint64 owner,
                      const char *before,
                      const char *after,
                      GError **error)
{
  const char *json = before != NULL ? before : after;
  g_autofree char *key = make_tie_key (json, kind, error);
  g_autoptr (JsonNode) node = key != NULL ? json_from_string (json, error) : NULL;

  if (node == NULL)
    return FALSE;

  self->n_changes++;
  if (g_hash_table_contains (self->left_out, key))
    return TRUE;
  if (before == NULL)
    return take_from_kept (self, kind, json, json_node_get_object (node), error);
  if (owner == sb_ref_get_id (self->merge->gone))
    return give_back (self, kind, json, json_node_get_object (node), error);

  return _sb_tie_add_to (json_node_get_object (node), kind, SB_TIE_MADE, self->changes, error);
}
