/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-likeness-intake.h"

#include "sb-crew.h"
#include "sb-likeness-links.h"
#include "sb-likeness-store.h"
#include "sb-mention-find.h"
#include "sb-mention-store.h"
#include "sb-shingle-shelf.h"

/* Documents in a transaction of sb_likeness_intake_run(): sketches and the indexes of
 * mentions are written all over with each, and the words of as many are in memory. */
#define N_DOCUMENTS 4000

/* One step of the work. */
typedef struct
{
  SbStore *store; /* (unowned) */
  const SbNameSet *names; /* (unowned) (nullable) when none is read for names */
  SbCrew *crew; /* (owned) */
  SbShingleShelf *shelf; /* (owned) of the texts that were read */
  GHashTable *linked; /* (owned) (element-type gint64) the documents whose links were stored */
} Step;

/* A document on its way from the store, through a thread of its own, and back. */
typedef struct
{
  gint64 id;
  SbDocumentText text; /* (owned) */
  const SbNameSet *names; /* (unowned) (nullable) when it is not read for names */
  SbShingles *shingles; /* (owned) (nullable) */
  GPtrArray *mentions; /* (owned) (nullable) (element-type SbStoredMention) */
} Reading;

/* A document as it is compared. */
typedef struct
{
  SbRecord *record; /* (owned) */
  const SbShingles *shingles; /* (unowned) (nullable) of the step; without a text */
  SbLikenessSide side; /* borrows from the record */
} Candidate;

/* A link that was found. */
typedef struct
{
  SbRecord *to; /* (owned) (nullable) when there is none */
  double likeness;
} Link;

/* One document being compared. */
typedef struct
{
  Step *step; /* (unowned) */
  SbStore *store; /* (unowned) of the step */
  Candidate self;
  GArray *alike; /* (owned) (element-type gint64) what it may have to do with */
  GArray *common; /* (owned) (element-type guint32) marks that many have */
  Link original; /* what it republishes */
  Link version; /* what it is a new version of */
  GPtrArray *turned; /* (owned) (element-type Turned) */
} Comparison;

/* A document that is there already and turns out to be the later one. */
typedef struct
{
  SbRecord *record; /* (owned) */
  SbDocumentRelation relation; /* to the one that came */
  double likeness;
} Turned;

static void
candidate_clear (Candidate *self)
{
  g_clear_object (&self->record);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Candidate, candidate_clear)

static void
turned_free (gpointer data)
{
  Turned *turned = data;

  g_object_unref (turned->record);
  g_free (turned);
}

static void
comparison_clear (Comparison *self)
{
  candidate_clear (&self->self);
  g_clear_pointer (&self->alike, g_array_unref);
  g_clear_pointer (&self->common, g_array_unref);
  g_clear_object (&self->original.to);
  g_clear_object (&self->version.to);
  g_clear_pointer (&self->turned, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

/* The day of publication: of one that is only known to the month, the last that it
 * can have been; of one that is not known, the day on which it came. */
static int
get_day (SbRecord *document)
{
  SbDate *date = sb_record_get_date (document, SB_DOCUMENT_DATE);
  gint64 fetched = sb_record_get_time (document, SB_DOCUMENT_FETCHED);
  int day = sb_day_from_time (fetched != 0 ? fetched : sb_record_get_created (document));

  if (date == NULL || sb_date_get_last_day (date) >= SB_DATE_DAY_MAX)
    return day;

  return sb_date_get_first_day (date) == sb_date_get_last_day (date) ? sb_date_get_last_day (date)
                                                                     : MIN (day, sb_date_get_last_day (date));
}

/* The record of a document that is there. */
static gboolean
read_record (SbStore *store,
             gint64 id,
             Candidate *candidate,
             GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbRef *source;

  candidate->record = sb_store_get (store, SB_KIND_DOCUMENT, id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (candidate->record == NULL)
    return TRUE;

  source = sb_record_get_ref (candidate->record, SB_DOCUMENT_SOURCE);
  candidate->side.title = sb_record_get_text (candidate->record, SB_DOCUMENT_TITLE);
  candidate->side.source = source != NULL ? sb_ref_get_id (source) : 0;
  candidate->side.day = get_day (candidate->record);
  return TRUE;
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  sb_document_text_clear (&reading->text);
  g_clear_pointer (&reading->shingles, sb_shingles_free);
  g_clear_pointer (&reading->mentions, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Run in any thread. */
static void
read_text (gpointer data)
{
  Reading *reading = data;

  reading->shingles = _sb_shingle_shelf_make (&reading->text);
  if (reading->names != NULL)
    reading->mentions = _sb_mention_intake_find (reading->names, &reading->text);
  g_clear_pointer (&reading->text.text, g_free);
}

static void
step_init (Step *self,
           SbStore *store,
           const SbNameSet *names)
{
  self->store = store;
  self->names = names;
  self->crew = sb_crew_new (read_text, reading_free);
  self->shelf = _sb_shingle_shelf_new (store);
  self->linked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
step_clear (Step *self)
{
  g_clear_pointer (&self->crew, sb_crew_free);
  g_clear_pointer (&self->shelf, _sb_shingle_shelf_free);
  g_clear_pointer (&self->linked, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

/* By day, then by arrival. Of one day, what was found before holds: in a catalogue that
 * they came to with a dossier, they may have arrived in another order. */
static gboolean
is_earlier (const Candidate *one,
            const Candidate *other)
{
  gint64 fetched = sb_record_get_time (one->record, SB_DOCUMENT_FETCHED);
  gint64 other_fetched = sb_record_get_time (other->record, SB_DOCUMENT_FETCHED);

  if (one->side.day != other->side.day)
    return one->side.day < other->side.day;
  if (_sb_links_have_found (one->record, other->record) != _sb_links_have_found (other->record, one->record))
    return _sb_links_have_found (other->record, one->record);
  if (fetched != other_fetched)
    return fetched < other_fetched;

  return sb_record_get_id (one->record) < sb_record_get_id (other->record);
}

/* Of several that a document could be from, the one with most of its text; of
 * those, the earliest, which comes first. */
static void
keep_best (Link *link,
           SbRecord *to,
           double likeness)
{
  if (link->to != NULL && likeness <= link->likeness)
    return;

  g_set_object (&link->to, to);
  link->likeness = likeness;
}

static void
note (Comparison *self,
      const Candidate *other,
      const SbLikeness *likeness,
      SbLikenessVerdict verdict,
      gboolean is_later)
{
  Turned *turned;

  if (verdict == SB_LIKENESS_NONE)
    return;

  if (is_later)
    {
      keep_best (verdict == SB_LIKENESS_REPUBLICATION ? &self->original : &self->version, other->record, likeness->of_later);
      return;
    }

  turned = g_new0 (Turned, 1);
  turned->record = g_object_ref (other->record);
  turned->relation = verdict == SB_LIKENESS_REPUBLICATION ? SB_DOCUMENT_RELATION_REPUBLISHES : SB_DOCUMENT_RELATION_SUPERSEDES;
  turned->likeness = likeness->of_later;
  g_ptr_array_add (self->turned, turned);
}

static gboolean
compare_with (Comparison *self,
              gint64 id,
              GArray *common,
              GError **error)
{
  g_auto (Candidate) other = { 0 };
  gboolean is_ruled;
  gboolean is_later;
  SbLikeness likeness;
  const Candidate *earlier;
  const Candidate *later;

  if (!sb_store_is_ruled (self->store, sb_record_get_id (self->self.record), id, &is_ruled, error))
    return FALSE;
  if (is_ruled)
    return TRUE;
  if (!_sb_shingle_shelf_get (self->step->shelf, id, &other.shingles, error))
    return FALSE;
  if (other.shingles == NULL)
    return TRUE;
  if (!read_record (self->store, id, &other, error))
    return FALSE;

  is_later = is_earlier (&other, &self->self);
  earlier = is_later ? &other : &self->self;
  later = is_later ? &self->self : &other;
  likeness = sb_shingles_compare (earlier->shingles, later->shingles, (const guint32 *) common->data, common->len);
  note (self, &other, &likeness, sb_likeness_judge (&likeness, &earlier->side, &later->side), is_later);
  return TRUE;
}

static gboolean
compare_all (Comparison *self,
             GError **error)
{
  _sb_links_add_found (self->self.record, self->alike);
  for (guint i = 0; i < self->alike->len; i++)
    if (!compare_with (self, g_array_index (self->alike, gint64, i), self->common, error))
      return FALSE;

  return TRUE;
}

/* Nothing is stored where nothing changes. */
static gboolean
store_links (Comparison *self,
             SbRecordBuilder *builder,
             GError **error)
{
  g_autoptr (SbRecord) document = sb_record_builder_end (builder);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  gint64 id = sb_record_get_id (document);

  g_hash_table_add (self->step->linked, g_memdup2 (&id, sizeof id));
  sb_change_set_put (changes, document);
  return sb_store_apply (self->store, changes, error) >= 0;
}

static gboolean
store_own (Comparison *self,
           GError **error)
{
  SbRecordBuilder *builder = _sb_links_begin (self->self.record, SB_FOUND_LINKS_ALL, SB_DOCUMENT_RELATION_REPUBLISHES);

  if (self->original.to != NULL)
    _sb_links_add (builder, SB_DOCUMENT_RELATION_REPUBLISHES, self->original.to, self->original.likeness);
  if (self->version.to != NULL)
    _sb_links_add (builder, SB_DOCUMENT_RELATION_SUPERSEDES, self->version.to, self->version.likeness);

  return store_links (self, builder, error);
}

/* The one that came is the original of @turned: what republishes that follows it,
 * because its way back goes on. Of two that are said to be nothing to each other, the
 * first has become one of the group meanwhile. */
static gboolean
store_turned (Comparison *self,
              const Turned *turned,
              GError **error)
{
  SbRecordBuilder *builder;
  gboolean is_ruled;

  if (!sb_store_is_ruled (self->store, sb_record_get_id (turned->record), sb_record_get_id (self->self.record), &is_ruled, error))
    return FALSE;
  if (is_ruled)
    return TRUE;

  builder = _sb_links_begin (turned->record, SB_FOUND_LINKS_OF_RELATION, turned->relation);
  _sb_links_add (builder, turned->relation, self->self.record, turned->likeness);
  if (!store_links (self, builder, error))
    return FALSE;

  return turned->relation != SB_DOCUMENT_RELATION_REPUBLISHES ||
         sb_store_put_sketch (self->store, sb_record_get_id (turned->record), NULL, 0, error);
}

/* The documents that have some of the marks of the one that is compared; none for one
 * without a text. */
static gboolean
find_alike (Comparison *self,
            gint64 id,
            GError **error)
{
  guint n_marks = 0;
  const guint32 *marks = self->self.shingles != NULL ? sb_shingles_get_marks (self->self.shingles, &n_marks) : NULL;

  self->common = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->alike = sb_store_find_alike (self->store, id, marks, n_marks, self->common, error);
  return self->alike != NULL;
}

/* Compares the document with those that are alike, and those that it was linked with,
 * and stores what follows. */
static gboolean
settle_links (Comparison *self,
              gint64 id,
              GError **error)
{
  gboolean is_compared;
  const guint32 *marks = NULL;
  guint n_marks = 0;

  self->turned = g_ptr_array_new_with_free_func (turned_free);
  if (!read_record (self->store, id, &self->self, error))
    return FALSE;

  is_compared = self->self.shingles != NULL && !_sb_links_say_original (self->self.record);
  if (is_compared && !compare_all (self, error))
    return FALSE;
  if (is_compared && self->original.to == NULL)
    marks = sb_shingles_get_marks (self->self.shingles, &n_marks);

  if (!store_own (self, error) || !sb_store_put_sketch (self->store, id, marks, n_marks, error))
    return FALSE;
  for (guint i = 0; i < self->turned->len; i++)
    if (!store_turned (self, g_ptr_array_index (self->turned, i), error))
      return FALSE;

  return TRUE;
}

/* Keeps of what is alike that from which something may follow. A turn of phrase is
 * enough for the others. */
static gboolean
drop_distant (Comparison *self,
              GError **error)
{
  const guint32 *common = (const guint32 *) self->common->data;
  g_autoptr (SbShingleTable) table = self->alike->len > 0 ? sb_shingle_table_new (self->self.shingles) : NULL;
  guint n_kept = 0;

  for (guint i = 0; i < self->alike->len; i++)
    {
      gint64 id = g_array_index (self->alike, gint64, i);
      const SbShingles *other;

      if (!_sb_shingle_shelf_get (self->step->shelf, id, &other, error))
        return FALSE;
      if (other != NULL && sb_shingle_table_is_close (table, other, common, self->common->len))
        g_array_index (self->alike, gint64, n_kept++) = id;
    }

  g_array_set_size (self->alike, n_kept);
  return TRUE;
}

/* Most documents are like no other one: their record is not looked at. */
static gboolean
settle (Comparison *self,
        gint64 id,
        gboolean is_linked,
        GError **error)
{
  guint n_marks = 0;
  const guint32 *marks;

  if (!find_alike (self, id, error) || (!is_linked && !drop_distant (self, error)))
    return FALSE;
  if (is_linked || self->alike->len > 0)
    return settle_links (self, id, error);

  marks = self->self.shingles != NULL ? sb_shingles_get_marks (self->self.shingles, &n_marks) : NULL;
  return sb_store_put_sketch (self->store, id, marks, n_marks, error);
}

static gboolean
compare_document (Step *step,
                  Reading *reading,
                  GError **error)
{
  g_auto (Comparison) self = { .step = step, .store = step->store };
  gboolean is_linked = reading->text.is_linked || g_hash_table_contains (step->linked, &reading->id);

  self.self.shingles = _sb_shingle_shelf_put (step->shelf, reading->id, g_steal_pointer (&reading->shingles));
  if (reading->text.is_there && !settle (&self, reading->id, is_linked, error))
    return FALSE;
  if (reading->mentions != NULL && !sb_store_put_mentions (step->store, reading->id, reading->mentions, error))
    return FALSE;

  return sb_store_end_comparison (step->store, reading->id, error);
}

static gboolean
begin_reading (Step *step,
               gint64 id,
               GError **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  reading->id = id;
  if (!sb_store_get_document_text (step->store, id, &reading->text, error))
    return FALSE;

  reading->names = reading->text.is_unnamed ? step->names : NULL;
  sb_crew_push (step->crew, g_steal_pointer (&reading));
  return TRUE;
}

/* The words of the next documents are read while the last ones are compared and
 * stored. */
static gboolean
compare_documents (SbStore *store,
                   GArray *ids,
                   const SbNameSet *names,
                   GError **error)
{
  g_auto (Step) step = { 0 };
  guint n_begun = 0;

  step_init (&step, store, names);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (Reading) reading = NULL;

      for (; n_begun < ids->len && sb_crew_wants_more (step.crew); n_begun++)
        if (!begin_reading (&step, g_array_index (ids, gint64, n_begun), error))
          return FALSE;

      reading = sb_crew_pop (step.crew);
      if (!compare_document (&step, reading, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
sb_likeness_intake_step (SbStore *store,
                         SbMentionIntake *names,
                         guint n_documents,
                         gboolean *goes_on,
                         GError **error)
{
  const SbNameSet *known = NULL;
  g_autoptr (GArray) waiting = NULL;
  g_autoptr (SbStoreHold) hold = NULL;

  g_return_val_if_fail (SB_IS_STORE (store) && goes_on != NULL, FALSE);

  *goes_on = FALSE;
  waiting = sb_store_list_uncompared (store, n_documents, error);
  if (waiting == NULL || waiting->len == 0)
    return waiting != NULL;
  if (names != NULL && !(known = _sb_mention_intake_follow_names (names, store, error)))
    return FALSE;

  hold = sb_store_hold (store, error);
  if (hold == NULL || !compare_documents (store, waiting, known, error))
    return FALSE;

  /* What was found may have others compared again. */
  *goes_on = TRUE;
  return sb_store_hold_commit (hold, error);
}

gboolean
sb_likeness_intake_run (SbStore *store,
                        SbMentionIntake *names,
                        GCancellable *cancellable,
                        GError **error)
{
  gboolean goes_on = TRUE;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);

  while (goes_on)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !sb_likeness_intake_step (store, names, N_DOCUMENTS, &goes_on, error))
        return FALSE;
    }

  return TRUE;
}
