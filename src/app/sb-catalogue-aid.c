/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-catalogue-aid.h"

#include "sb-clock.h"
#include "sb-worded-date.h"

/* How many records are offered. */
#define MAX_FOUND 10
/* Of each kind, where any is asked for. */
#define MAX_EACH 4

struct _SbCatalogueAid
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  int day; /* that dates are said on */
};

typedef struct
{
  SbKind kind;
  char *text; /* (owned) */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->text);
  g_free (search);
}

static gboolean
add_found (SbStore *store,
           SbKind kind,
           const char *text,
           guint limit,
           GPtrArray *found,
           GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  query->text = g_strdup (text);
  query->limit = limit;
  records = sb_store_list (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (found, g_object_ref (g_ptr_array_index (records, i)));

  return records != NULL;
}

/* Run in the worker. */
static gpointer
find_in_store (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  static const SbKind any[] = { SB_KIND_ACTOR, SB_KIND_PLACE, SB_KIND_EVENT, SB_KIND_RESTRICTION, SB_KIND_ALLIANCE };
  const Search *search = data;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  if (search->kind != SB_KIND_NONE)
    return add_found (store, search->kind, search->text, MAX_FOUND, found, error) ? g_steal_pointer (&found) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (any); i++)
    if (!add_found (store, any[i], search->text, MAX_EACH, found, error))
      return NULL;

  return g_steal_pointer (&found);
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
sb_catalogue_aid_find_async (SbFormAid *aid,
                             SbKind kind,
                             const char *text,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SbCatalogueAid *self = SB_CATALOGUE_AID (aid);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  g_task_set_source_tag (task, sb_catalogue_aid_find_async);
  search->kind = kind;
  search->text = g_strdup (text);
  sb_catalogue_read_async (self->catalogue, find_in_store, search, search_free, (GDestroyNotify) g_ptr_array_unref,
                           cancellable, found_cb, task);
}

static GPtrArray *
sb_catalogue_aid_find_finish (SbFormAid *aid,
                              GAsyncResult *result,
                              GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static SbDate *
sb_catalogue_aid_read_date (SbFormAid *aid,
                            const char *text)
{
  return sb_worded_date_read (text, SB_CATALOGUE_AID (aid)->day);
}

static void
aid_init (SbFormAidInterface *iface)
{
  iface->find_async = sb_catalogue_aid_find_async;
  iface->find_finish = sb_catalogue_aid_find_finish;
  iface->read_date = sb_catalogue_aid_read_date;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SbCatalogueAid, sb_catalogue_aid, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (SB_TYPE_FORM_AID, aid_init))

static void
sb_catalogue_aid_dispose (GObject *object)
{
  g_clear_object (&SB_CATALOGUE_AID (object)->catalogue);

  G_OBJECT_CLASS (sb_catalogue_aid_parent_class)->dispose (object);
}

static void
sb_catalogue_aid_class_init (SbCatalogueAidClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_catalogue_aid_dispose;
}

static void
sb_catalogue_aid_init (SbCatalogueAid *self)
{
}

SbFormAid *
sb_catalogue_aid_new (SbCatalogue *catalogue,
                      SbDate *date)
{
  SbCatalogueAid *self = g_object_new (SB_TYPE_CATALOGUE_AID, NULL);

  self->catalogue = g_object_ref (catalogue);
  if (date != NULL && sb_date_get_last_day (date) < SB_DATE_DAY_MAX)
    self->day = sb_date_get_last_day (date);
  else
    self->day = sb_clock_today ();

  return SB_FORM_AID (self);
}
