/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-situation-input.h"

#include "sb-evidence.h"
#include "sb-grade.h"
#include "sb-record-known.h"

struct _SbSituationInput
{
  GPtrArray *records[SB_N_KINDS]; /* (owned) (element-type SbRecord) */
  gboolean truncated[SB_N_KINDS];
  GHashTable *ids; /* (owned) (element-type gint64) of all of them */
  GHashTable *evidence; /* (owned) (element-type gint64 GPtrArray) by the record */
};

static gint64 *
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

SbSituationInput *
sb_situation_input_new (void)
{
  SbSituationInput *self = g_new0 (SbSituationInput, 1);

  for (guint i = 0; i < SB_N_KINDS; i++)
    self->records[i] = g_ptr_array_new_with_free_func (g_object_unref);

  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->evidence = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
sb_situation_input_free (SbSituationInput *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < SB_N_KINDS; i++)
    g_ptr_array_unref (self->records[i]);

  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->evidence);
  g_free (self);
}

void
sb_situation_input_add (SbSituationInput *self,
                        SbRecord *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (SB_IS_RECORD (record));

  if (g_hash_table_add (self->ids, copy_id (sb_record_get_id (record))))
    g_ptr_array_add (self->records[sb_record_get_kind (record)], g_object_ref (record));
}

static void
add_known (SbSituationInput *known,
           SbSituationInput *self,
           SbRecord *record,
           int day)
{
  gint64 id = sb_record_get_id (record);
  GPtrArray *evidence = sb_situation_input_get_evidence (self, id);
  g_autoptr (GPtrArray) known_evidence = sb_evidence_list_known (evidence, day);
  g_autoptr (SbRecord) known_record = sb_record_dup_known (record, evidence, day);

  if (known_record == NULL)
    return;

  sb_situation_input_add (known, known_record);
  if (known_evidence != NULL)
    sb_situation_input_set_evidence (known, id, known_evidence);
}

SbSituationInput *
sb_situation_input_new_known (SbSituationInput *self,
                              int day)
{
  SbSituationInput *known = sb_situation_input_new ();

  g_return_val_if_fail (self != NULL, known);

  for (SbKind kind = 0; kind < SB_N_KINDS; kind++)
    {
      known->truncated[kind] = self->truncated[kind];
      for (guint i = 0; i < self->records[kind]->len; i++)
        add_known (known, self, g_ptr_array_index (self->records[kind], i), day);
    }

  return known;
}

gboolean
sb_situation_input_has (SbSituationInput *self,
                        gint64 record)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->ids, &record);
}

void
sb_situation_input_set_evidence (SbSituationInput *self,
                                 gint64 record,
                                 GPtrArray *evidence)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (evidence != NULL);

  g_hash_table_insert (self->evidence, copy_id (record), g_ptr_array_ref (evidence));
}

GPtrArray *
sb_situation_input_get_records (SbSituationInput *self,
                                SbKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) kind < SB_N_KINDS, NULL);

  return self->records[kind];
}

GPtrArray *
sb_situation_input_get_evidence (SbSituationInput *self,
                                 gint64 record)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->evidence, &record);
}

void
sb_situation_input_set_truncated (SbSituationInput *self,
                                  SbKind kind)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) kind < SB_N_KINDS);

  self->truncated[kind] = TRUE;
}

gboolean
sb_situation_input_is_truncated (SbSituationInput *self,
                                 SbKind kind)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) kind < SB_N_KINDS, FALSE);

  return self->truncated[kind];
}

static gboolean
supports (SbRecord *evidence)
{
  return sb_record_get_term (evidence, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_SUPPORTS;
}

static gint64
get_ref_id (SbRecord *record,
            guint field)
{
  SbRef *ref = sb_record_get_ref (record, field);

  return ref != NULL ? sb_ref_get_id (ref) : 0;
}

/* Who speaks in a piece of evidence: the source of the document, or of the one
 * that it goes back to where that is among the evidence as well; or else that
 * document itself. Ids are of one series for all kinds. */
static gint64
get_voice (GPtrArray *all,
           SbRecord *evidence)
{
  gint64 origin = get_ref_id (evidence, SB_EVIDENCE_ORIGIN);
  gint64 document = get_ref_id (evidence, SB_EVIDENCE_DOCUMENT);
  gint64 source = origin == 0 || origin == document ? get_ref_id (evidence, SB_EVIDENCE_SOURCE) : 0;

  for (guint i = 0; source == 0 && i < all->len; i++)
    if (get_ref_id (g_ptr_array_index (all, i), SB_EVIDENCE_DOCUMENT) == origin)
      source = get_ref_id (g_ptr_array_index (all, i), SB_EVIDENCE_SOURCE);

  if (source != 0)
    return source;

  return origin != 0 ? origin : document;
}

int
sb_situation_input_count_sources (SbSituationInput *self,
                                  gint64 record)
{
  GPtrArray *evidence = sb_situation_input_get_evidence (self, record);
  g_autoptr (GHashTable) voices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (evidence == NULL)
    return -1;

  for (guint i = 0; i < evidence->len; i++)
    if (supports (g_ptr_array_index (evidence, i)))
      g_hash_table_add (voices, copy_id (get_voice (evidence, g_ptr_array_index (evidence, i))));

  return (int) g_hash_table_size (voices);
}

char *
sb_situation_input_format_grades (SbSituationInput *self,
                                  gint64 record)
{
  GPtrArray *evidence = sb_situation_input_get_evidence (self, record);
  g_autoptr (GPtrArray) grades = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *piece = g_ptr_array_index (evidence, i);
      g_autofree char *grade = sb_grade_format (sb_record_get_term (piece, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE),
                                                sb_record_get_term (piece, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE));

      if (supports (piece) && grade[0] != '\0' && !g_ptr_array_find_with_equal_func (grades, grade, g_str_equal, NULL))
        g_ptr_array_add (grades, g_steal_pointer (&grade));
    }

  g_ptr_array_add (grades, NULL);
  return g_strjoinv (", ", (char **) grades->pdata);
}
