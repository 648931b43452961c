/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-table-intake-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-feed-lookup.h"
#include "sb-source.h"
#include "sb-text.h"

/* Changes that are stored together: enough that a batch costs little, few enough
 * that it takes little memory. */
#define BATCH_SIZE 2000

/* Rows of one document that extracts are taken from: what a reader can still
 * page through. */
#define MAX_QUOTES 1000

/* Rows between two tellings of how far it is. */
#define PROGRESS_STEPS 256

/* Who makes data of a shape, how reliable that is held to be, and how credible one
 * row of it. Machine-coded events are leads that nobody judged: F6. */
static const struct
{
  SbTableShape shape;
  const char *name;
  const char *url;
  SbSourceKind kind;
  SbReliability reliability;
  SbCredibility credibility;
} publishers[] = {
  { SB_TABLE_SHAPE_ACLED, "ACLED", "https://acleddata.com/", SB_SOURCE_KIND_RESEARCH, SB_RELIABILITY_B, SB_CREDIBILITY_2 },
  { SB_TABLE_SHAPE_ACLED_DELETED, "ACLED", "https://acleddata.com/", SB_SOURCE_KIND_RESEARCH, SB_RELIABILITY_B, SB_CREDIBILITY_2 },
  { SB_TABLE_SHAPE_UCDP, "UCDP", "https://ucdp.uu.se/", SB_SOURCE_KIND_RESEARCH, SB_RELIABILITY_B, SB_CREDIBILITY_2 },
  { SB_TABLE_SHAPE_GDELT, "GDELT", "https://www.gdeltproject.org/", SB_SOURCE_KIND_OTHER, SB_RELIABILITY_F, SB_CREDIBILITY_6 },
  { SB_TABLE_SHAPE_HAPI, "HDX HAPI", "https://hapi.humdata.org/", SB_SOURCE_KIND_UN, SB_RELIABILITY_B, SB_CREDIBILITY_NONE },
};

char *
_sb_intake_make_uuid (const char *kind,
                      const char *key)
{
  g_autofree char *text = g_strconcat (kind, ":", key, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", hash, hash + 8, hash + 13, hash + 17, hash + 20);
}

void
_sb_intake_reject (SbIntake *self,
                   guint line,
                   const char *reason)
{
  sb_import_result_reject (self->result, line, reason);
}

gboolean
_sb_intake_flush (SbIntake *self,
                  gboolean is_last,
                  GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (self->request->operation != NULL && ++self->n_steps % PROGRESS_STEPS == 0)
    sb_operation_report_progress (self->request->operation, sb_table_get_fraction (self->request->table), NULL);

  if (!is_last && self->n_changes < BATCH_SIZE && self->text.quotes->len < MAX_QUOTES)
    return TRUE;

  _sb_intake_text_end (self);
  if (!sb_change_set_is_empty (self->changes) && !sb_bulk_apply (self->bulk, self->changes, error))
    return FALSE;

  sb_change_set_unref (self->changes);
  self->changes = sb_change_set_new (NULL);
  self->n_changes = 0;
  return TRUE;
}

gboolean
_sb_intake_put (SbIntake *self,
                SbRecord *record,
                SbRecord *stored)
{
  if (stored != NULL && !sb_bulk_is_change (stored, record))
    {
      self->result->counts.unchanged++;
      return FALSE;
    }

  if (stored != NULL)
    self->result->counts.updated++;
  else
    self->result->counts.added++;
  sb_change_set_put (self->changes, record);
  self->n_changes++;
  return TRUE;
}

SbRef *
_sb_intake_find_source (SbIntake *self,
                        const char *name,
                        GError **error)
{
  g_autofree char *folded = sb_fold (name);
  SbRef *found = g_hash_table_lookup (self->sources, folded);

  if (found != NULL)
    return sb_ref_ref (found);

  found = sb_source_find_or_add (self->store, name, NULL, self->changes, error);
  if (found != NULL)
    g_hash_table_insert (self->sources, g_steal_pointer (&folded), sb_ref_ref (found));
  return found;
}

/* "B2" of a specification. */
static void
read_grade (const char *grade,
            SbReliability *reliability,
            SbCredibility *credibility)
{
  *reliability = (SbReliability) (SB_RELIABILITY_A + (grade[0] - 'A'));
  *credibility = (SbCredibility) (SB_CREDIBILITY_1 + (grade[1] - '1'));
}

/* The source of that name if there is one, whatever the analyst made of it. */
static SbRef *
find_publisher (SbStore *store,
                const char *name,
                GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_SOURCE);
  g_autoptr (GPtrArray) sources = sb_store_list (store, query, error);
  g_autofree char *folded = sb_fold (name);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      SbRecord *source = g_ptr_array_index (sources, i);

      if (sb_source_is_named (source, folded))
        return sb_record_dup_ref (source);
    }

  return NULL;
}

static gboolean
set_publisher (SbIntake *self,
               GError **error)
{
  SbImportSpec *spec = self->request->spec;
  const char *name = spec != NULL ? sb_import_spec_get_source (spec) : NULL;
  const char *url = NULL;
  int kind = -1;
  SbReliability reliability = SB_RELIABILITY_NONE;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) source = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (publishers); i++)
    if (publishers[i].shape == self->request->shape)
      {
        name = name != NULL ? name : publishers[i].name;
        url = publishers[i].url;
        kind = (int) publishers[i].kind;
        reliability = publishers[i].reliability;
        self->credibility = publishers[i].credibility;
      }
  if (spec != NULL && sb_import_spec_get_grade (spec) != NULL)
    read_grade (sb_import_spec_get_grade (spec), &reliability, &self->credibility);
  if (name == NULL)
    return TRUE;

  self->publisher = find_publisher (self->store, name, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (self->publisher != NULL)
    return TRUE;

  builder = sb_record_builder_new (&sb_source_schema);
  sb_record_builder_set_words (builder, SB_SOURCE_NAME, name, NULL);
  sb_record_builder_set_text (builder, SB_SOURCE_URL, url);
  if (kind >= 0)
    sb_record_builder_set_term (builder, SB_SOURCE_KIND, kind);
  if (reliability != SB_RELIABILITY_NONE)
    sb_record_builder_set_term (builder, SB_SOURCE_RELIABILITY, (int) reliability);
  source = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put (self->changes, source);
  self->publisher = sb_record_dup_ref (source);
  return TRUE;
}

static void
intake_clear (SbIntake *self)
{
  g_clear_pointer (&self->bulk, sb_bulk_free);
  g_clear_pointer (&self->changes, sb_change_set_unref);
  g_clear_pointer (&self->gazetteer, sb_gazetteer_unref);
  g_clear_pointer (&self->actors, _sb_actor_book_free);
  g_clear_pointer (&self->places, _sb_place_book_free);
  g_clear_pointer (&self->publisher, sb_ref_unref);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  _sb_intake_text_clear (&self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbIntake, intake_clear)

static gboolean
prepare (SbIntake *self,
         GError **error)
{
  self->changes = sb_change_set_new (NULL);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sb_ref_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  _sb_intake_text_init (&self->text);
  self->bulk = sb_bulk_new (self->store, self->request->feed == NULL ? _ ("Import data") : NULL, error);
  if (self->bulk == NULL)
    return FALSE;

  self->gazetteer = sb_gazetteer_new (error);
  if (self->gazetteer == NULL)
    return FALSE;

  self->places = _sb_place_book_new (self->store, self->gazetteer, error);
  if (self->places == NULL)
    return FALSE;

  self->actors = _sb_actor_book_new (self->store, error);
  return self->actors != NULL && set_publisher (self, error);
}

static SbTableSubject
get_subject (SbTableShape shape,
             SbImportSpec *spec)
{
  return spec != NULL ? sb_import_spec_get_subject (spec) : sb_table_shape_get_subject (shape);
}

gboolean
sb_table_intake_is_possible (SbTableShape shape,
                             SbImportSpec *spec)
{
  return spec != NULL || shape != SB_TABLE_SHAPE_UNKNOWN;
}

static gboolean
take_rows (SbIntake *self,
           GError **error)
{
  switch (get_subject (self->request->shape, self->request->spec))
    {
    case SB_TABLE_DOCUMENTS:
      return _sb_intake_documents (self, error);

    case SB_TABLE_PLACES:
      return _sb_intake_places (self, error);

    case SB_TABLE_FIGURES:
      return _sb_intake_figures (self, error);

    case SB_TABLE_EVENTS:
    case SB_N_TABLE_SUBJECTS:
    default:
      return _sb_intake_events (self, error);
    }
}

gboolean
sb_table_intake (SbStore *store,
                 const SbTableIntakeRequest *request,
                 SbImportResult *result,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (SbIntake) self = { .store = store, .request = request, .result = result, .cancellable = cancellable };

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (request != NULL && result != NULL, FALSE);

  return prepare (&self, error) && take_rows (&self, error) && _sb_intake_flush (&self, TRUE, error) &&
         sb_bulk_commit (self.bulk, error);
}
