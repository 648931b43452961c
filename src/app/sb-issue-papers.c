/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-issue-papers.h"

#include "sb-briefing-issuing.h"
#include "sb-briefing-loader.h"
#include "sb-briefing-writer.h"
#include "sb-briefing.h"
#include "sb-catalogue-error.h"
#include "sb-edition.h"

#include <glib/gi18n.h>

#define CHANGES_TEMPLATE "delta"

/* What a worker is asked for. */
typedef struct
{
  char *briefing; /* (owned) its UUID */
  SbPaper paper;
  SbBasemapPainter *painter; /* (owned) (nullable) */
  char *distribution; /* (owned) (nullable) */
  char *reason; /* (owned) (nullable) */
  SbIssuePaper wish;
  char *path; /* (owned) (nullable) */
} Request;

static Request *
request_new (const char *briefing,
             SbPaper paper,
             SbBasemapPainter *painter)
{
  Request *request = g_new0 (Request, 1);

  request->briefing = g_strdup (briefing);
  request->paper = paper;
  request->painter = painter != NULL ? sb_basemap_painter_ref (painter) : NULL;
  return request;
}

static void
request_free (Request *request)
{
  g_clear_pointer (&request->painter, sb_basemap_painter_unref);
  g_free (request->briefing);
  g_free (request->distribution);
  g_free (request->reason);
  g_free (request->path);
  g_free (request);
}

void
sb_issue_plan_free (SbIssuePlan *self)
{
  g_clear_object (&self->briefing);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

/* Run in the worker. */
static SbRecord *
get_briefing (SbStore *store,
              const Request *request,
              GError **error)
{
  g_autoptr (GError) missing = NULL;
  SbRecord *briefing = sb_store_get_by_uuid (store, SB_KIND_BRIEFING, request->briefing, &missing);

  if (briefing == NULL && missing == NULL)
    g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE, "The briefing is not there any more");
  else if (briefing == NULL)
    g_propagate_error (error, g_steal_pointer (&missing));
  return briefing;
}

static SbTemplate *
new_template (SbRecord *briefing,
              GError **error)
{
  return sb_template_new (sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), error);
}

/* Run in the worker. */
static gpointer
plan (SbStore *store,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  const Request *request = data;
  g_autoptr (SbIssuePlan) self = g_new0 (SbIssuePlan, 1);
  g_autoptr (SbTemplate) template = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GPtrArray) editions = NULL;

  if (!(self->briefing = get_briefing (store, request, error)) || !(template = new_template (self->briefing, error)) ||
      (self->number = sb_issue_store_get_next_number (store, self->briefing, error)) == 0 ||
      !(issues = sb_issue_store_list (store, request->briefing, error)))
    return NULL;

  self->n_issues = issues->len;
  editions = sb_briefing_issuing_compose (store, self->briefing, template, SB_EDITIONS_APART, request->paper, request->painter, &self->findings, error);
  return editions != NULL ? g_steal_pointer (&self) : NULL;
}

void
sb_issue_papers_plan_async (SbCatalogue *catalogue,
                            const char *briefing,
                            SbPaper paper,
                            SbBasemapPainter *painter,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (SB_IS_CATALOGUE (catalogue));

  sb_catalogue_read_async (catalogue, plan, request_new (briefing, paper, painter), (GDestroyNotify) request_free,
                           (GDestroyNotify) sb_issue_plan_free, cancellable, callback, user_data);
}

SbIssuePlan *
sb_issue_papers_plan_finish (SbCatalogue *catalogue,
                             GAsyncResult *result,
                             GError **error)
{
  return sb_catalogue_read_finish (catalogue, result, error);
}

/* Run in the worker: keeps who gets it, if that is not what was kept. */
static SbRecord *
apply_distribution (SbStore *store,
                    const Request *request,
                    SbRecord *briefing,
                    GError **error)
{
  const char *before = sb_record_get_text (briefing, SB_BRIEFING_DISTRIBUTION);
  const char *after = request->distribution != NULL ? request->distribution : "";
  g_autoptr (SbChangeSet) changes = NULL;
  g_autoptr (SbRecord) edited = NULL;
  SbRecordBuilder *builder;

  if (g_strcmp0 (before != NULL ? before : "", after) == 0)
    return g_object_ref (briefing);

  builder = sb_record_builder_new_from (briefing);
  sb_record_builder_set_text (builder, SB_BRIEFING_DISTRIBUTION, after);
  edited = sb_record_builder_end (builder);
  changes = sb_change_set_new (_ ("Edit the briefing"));
  sb_change_set_put_edit (changes, briefing, edited);
  return sb_store_apply (store, changes, error) >= 0 ? get_briefing (store, request, error) : NULL;
}

/* Run in the worker. */
static gpointer
issue (SbStore *store,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const Request *request = data;
  g_autoptr (SbRecord) stored = get_briefing (store, request, error);
  g_autoptr (SbRecord) briefing = stored != NULL ? apply_distribution (store, request, stored, error) : NULL;
  g_autoptr (SbTemplate) template = briefing != NULL ? new_template (briefing, error) : NULL;
  g_autoptr (SbBilingual) reason = NULL;

  if (template == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (request->reason != NULL && request->reason[0] != '\0')
    reason = sb_bilingual_new (request->reason, request->reason);
  return sb_briefing_issuing_run (store, briefing, template, request->paper, request->painter, reason, error);
}

void
sb_issue_papers_issue_async (SbCatalogue *catalogue,
                             const char *briefing,
                             const char *distribution,
                             const char *reason,
                             SbPaper paper,
                             SbBasemapPainter *painter,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Request *request;

  g_return_if_fail (SB_IS_CATALOGUE (catalogue));

  request = request_new (briefing, paper, painter);
  request->distribution = g_strdup (distribution);
  request->reason = g_strdup (reason);
  sb_catalogue_run_writer_async (catalogue, issue, request, (GDestroyNotify) request_free, (GDestroyNotify) sb_issue_free,
                                 cancellable, callback, user_data);
}

SbIssue *
sb_issue_papers_issue_finish (SbCatalogue *catalogue,
                              GAsyncResult *result,
                              GError **error)
{
  return sb_catalogue_read_finish (catalogue, result, error);
}

/* Run in the worker. */
static gpointer
list (SbStore *store,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  return sb_issue_store_list (store, data, error);
}

void
sb_issue_papers_list_async (SbCatalogue *catalogue,
                            const char *briefing,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (SB_IS_CATALOGUE (catalogue));

  sb_catalogue_read_async (catalogue, list, g_strdup (briefing), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable,
                           callback, user_data);
}

GPtrArray *
sb_issue_papers_list_finish (SbCatalogue *catalogue,
                             GAsyncResult *result,
                             GError **error)
{
  return sb_catalogue_read_finish (catalogue, result, error);
}

static gboolean
set_missing (GError **error)
{
  if (error == NULL || *error == NULL)
    g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE, "There is no such issue");

  return FALSE;
}

static gboolean
write_bytes (const Request *request,
             GBytes *bytes,
             GError **error)
{
  return g_file_set_contents_full (request->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

static gboolean
write_pages (SbStore *store,
             const Request *request,
             GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) pdf = sb_issue_store_get_pdf (store, request->briefing, request->wish.number, request->wish.language, &failure);

  if (pdf == NULL && failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return pdf != NULL ? write_bytes (request, pdf, error) : set_missing (error);
}

static gboolean
write_editions (const Request *request,
                GPtrArray *editions,
                GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();

  for (guint i = 0; i < editions->len; i++)
    g_ptr_array_add (sheets, sb_edition_get_sheets (g_ptr_array_index (editions, i)));

  return sb_briefing_write ((SbSheets *const *) sheets->pdata, sheets->len, SB_BRIEFING_FORMAT_PDF, request->path, error);
}

/* A page of what changed, from the as-of day of one issue to that of the other; of two that
 * stand as of the same day, on that day. */
static SbRecord *
create_changes (const SbIssue *before,
                const SbIssue *after,
                int since)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);
  SbDate *last = sb_record_get_date (after->record, SB_BRIEFING_AS_OF);
  g_autoptr (SbDate) first = sb_date_new_for_day (last != NULL ? MIN (since + 1, sb_date_get_last_day (last)) : since + 1);
  static const guint texts[] = { SB_BRIEFING_LANGUAGES, SB_BRIEFING_MARKING, SB_BRIEFING_AUTHOR, SB_BRIEFING_INSTITUTION, SB_BRIEFING_LOGO, SB_BRIEFING_DISTRIBUTION };

  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, CHANGES_TEMPLATE);
  sb_briefing_loader_set_template (builder, CHANGES_TEMPLATE);
  sb_record_builder_set_bilingual (builder, SB_BRIEFING_TITLE, sb_record_get_bilingual (after->record, SB_BRIEFING_TITLE));
  sb_record_builder_set_bilingual (builder, SB_BRIEFING_TAG, sb_record_get_bilingual (after->record, SB_BRIEFING_TAG));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (sb_record_has (after->record, texts[i]))
      sb_record_builder_set_text (builder, texts[i], sb_record_get_text (after->record, texts[i]));
  sb_record_builder_set_ref (builder, SB_BRIEFING_DOSSIER, sb_record_get_ref (after->record, SB_BRIEFING_DOSSIER));
  sb_record_builder_set_integer (builder, SB_BRIEFING_NUMBER, after->number);
  sb_record_builder_set_date (builder, SB_BRIEFING_FIRST, first);
  sb_record_builder_set_date (builder, SB_BRIEFING_LAST, last);
  sb_record_builder_set_date (builder, SB_BRIEFING_AS_OF, last);
  return sb_record_builder_end (builder);
}

static int
get_as_of (const SbIssue *issue)
{
  SbDate *date = sb_record_get_date (issue->record, SB_BRIEFING_AS_OF);

  return date != NULL ? sb_date_get_last_day (date) : sb_day_from_time (issue->time);
}

static gboolean
write_changes (SbStore *store,
               const Request *request,
               const SbIssue *before,
               const SbIssue *after,
               GError **error)
{
  g_autoptr (SbRecord) record = create_changes (before, after, get_as_of (before));
  g_autoptr (SbTemplate) template = new_template (record, error);
  g_autoptr (SbBriefingInput) input = template != NULL ? sb_briefing_loader_load (store, record, template, error) : NULL;
  g_autoptr (SbTypesetter) typesetter = NULL;
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_edition_unref);

  if (input == NULL || !sb_briefing_loader_load_changes (store, input, get_as_of (before), error))
    return FALSE;

  typesetter = sb_typesetter_new (request->paper);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    if (sb_issue_find_edition (after, (SbLanguage) i) != NULL)
      g_ptr_array_add (editions, sb_edition_new (template, input, (SbLanguage) i, typesetter, request->painter));

  return write_editions (request, editions, error);
}

/* Run in the worker; anything but NULL when it is done. */
static gpointer
write_paper (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Request *request = data;
  g_autoptr (SbIssue) before = NULL;
  g_autoptr (SbIssue) after = NULL;
  g_autoptr (GPtrArray) editions = NULL;

  if (request->wish.kind == SB_ISSUE_PAPER_PAGES)
    return write_pages (store, request, error) ? g_strdup (request->path) : NULL;

  if (!(before = sb_issue_store_get (store, request->briefing, request->wish.before, error)) ||
      !(after = sb_issue_store_get (store, request->briefing, request->wish.number, error)))
    {
      set_missing (error);
      return NULL;
    }
  if (request->wish.kind == SB_ISSUE_PAPER_CHANGES)
    return write_changes (store, request, before, after, error) ? g_strdup (request->path) : NULL;

  editions = sb_issue_compose_correction (before, after, SB_EDITIONS_APART, request->paper, error);
  return editions != NULL && write_editions (request, editions, error) ? g_strdup (request->path) : NULL;
}

void
sb_issue_papers_write_async (SbCatalogue *catalogue,
                             const SbIssuePaper *wish,
                             SbBasemapPainter *painter,
                             const char *path,
                             SbOperation *operation,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Request *request;

  g_return_if_fail (SB_IS_CATALOGUE (catalogue));
  g_return_if_fail (wish != NULL && path != NULL);

  request = request_new (wish->briefing, wish->paper, painter);
  request->wish = *wish;
  request->path = g_strdup (path);
  sb_catalogue_read_async (catalogue, write_paper, request, (GDestroyNotify) request_free, g_free,
                           operation != NULL ? sb_operation_get_cancellable (operation) : NULL, callback, user_data);
}

gboolean
sb_issue_papers_write_finish (SbCatalogue *catalogue,
                              GAsyncResult *result,
                              GError **error)
{
  g_autofree char *path = sb_catalogue_read_finish (catalogue, result, error);

  return path != NULL;
}
