/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-merge.h"

/* A merge or a parting that is asked for. */
typedef struct
{
  SbKind kind;
  gint64 kept;
  gint64 gone;
  gint64 merge; /* 0 for a merge that is to be made */
  char *label; /* (owned) */
  SbOperation *operation; /* (owned) (nullable) only its progress is told here */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->label);
  g_clear_object (&request->operation);
  g_free (request);
}

/* Run in the worker. */
static void
report (double fraction,
        gpointer user_data)
{
  const Request *request = user_data;

  if (request->operation != NULL)
    sb_operation_report_progress (request->operation, fraction, NULL);
}

/* Run in the worker. */
static gpointer
merge_or_part (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  Request *request = data;

  if (request->merge != 0)
    return sb_store_unmerge (store, request->merge, request->label, report, request, error);

  return sb_store_merge (store, request->kind, request->kept, request->gone, request->label, report, request, error);
}

static void
run (SbCatalogue *self,
     const Request *request,
     const char *label,
     SbOperation *operation,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  Request *copy = g_memdup2 (request, sizeof *request);

  copy->label = g_strdup (label);
  copy->operation = operation != NULL ? g_object_ref (operation) : NULL;
  sb_catalogue_run_writer_async (self, merge_or_part, copy, request_free, (GDestroyNotify) g_ptr_array_unref,
                                 operation != NULL ? sb_operation_get_cancellable (operation) : NULL, callback, user_data);
}

void
sb_catalogue_merge_async (SbCatalogue *self,
                          SbKind kind,
                          gint64 kept,
                          gint64 gone,
                          const char *label,
                          SbOperation *operation,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const Request request = { .kind = kind, .kept = kept, .gone = gone };

  g_return_if_fail (label != NULL);

  run (self, &request, label, operation, callback, user_data);
}

void
sb_catalogue_unmerge_async (SbCatalogue *self,
                            gint64 merge,
                            const char *label,
                            SbOperation *operation,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const Request request = { .merge = merge };

  g_return_if_fail (label != NULL && merge != 0);

  run (self, &request, label, operation, callback, user_data);
}

GPtrArray *
sb_catalogue_merge_finish (SbCatalogue *self,
                           GAsyncResult *result,
                           GError **error)
{
  return sb_catalogue_read_finish (self, result, error);
}
