/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-document-places.h"

#include "sb-feed.h"
#include "sb-text.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* How long after the first of several changes it is counted again: a sync stores feed
 * after feed, and reading stores a mark for each document. */
#define SETTLE_MS 400

struct _SbDocumentPlaces
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbSavedSearches *searches; /* (owned) */
  GPtrArray *places; /* (owned) (element-type SbDocumentPlace) */
  gpointer reading; /* (owned) (nullable) (Reading) the last one */
  gboolean is_outdated; /* something changed since the reading began */
  GCancellable *cancellable; /* (owned) (nullable) of the reading under way */
  guint settle_source;
};

/* What is read of the catalogue. */
typedef struct
{
  GPtrArray *feeds; /* (owned) (nullable) (element-type SbRecord) */
  GArray *counts; /* (owned) (nullable) (element-type SbUnreadCount) */
  gint64 n_unread;
} Reading;

static const struct
{
  SbDocumentPlaceKind kind;
  const char *key;
  const char *title;
  const char *icon_name;
} general_places[] = {
  { SB_DOCUMENT_PLACE_ALL, "all", N_ ("All documents"), "sb-document-symbolic" },
  { SB_DOCUMENT_PLACE_UNREAD, "unread", N_ ("Unread"), "mail-unread-symbolic" },
  { SB_DOCUMENT_PLACE_STARRED, "starred", N_ ("Starred"), "starred-symbolic" },
  { SB_DOCUMENT_PLACE_ARCHIVE, "archive", N_ ("Archive"), "folder-documents-symbolic" },
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SbDocumentPlaces, sb_document_places, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->feeds, g_ptr_array_unref);
  g_clear_pointer (&reading->counts, g_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static GType
get_item_type (GListModel *model)
{
  return SB_TYPE_DOCUMENT_PLACE;
}

static guint
get_n_items (GListModel *model)
{
  return SB_DOCUMENT_PLACES (model)->places->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  SbDocumentPlaces *self = SB_DOCUMENT_PLACES (model);

  return position < self->places->len ? g_object_ref (g_ptr_array_index (self->places, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Run in the worker. */
static gpointer
read_places (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  g_autoptr (SbQuery) feeds = sb_query_new (SB_KIND_FEED);
  g_autoptr (SbQuery) unread = sb_query_new (SB_KIND_DOCUMENT);

  unread->flags = SB_QUERY_UNREAD | SB_QUERY_GROUPED | SB_QUERY_IN_TRAY;
  reading->n_unread = sb_store_count (store, unread, error);
  if (reading->n_unread < 0)
    return NULL;

  reading->feeds = sb_store_list (store, feeds, error);
  reading->counts = reading->feeds != NULL ? sb_store_count_unread (store, error) : NULL;
  return reading->counts != NULL ? g_steal_pointer (&reading) : NULL;
}

static guint
find_unread (GArray *counts,
             gint64 feed,
             const char *folder)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const SbUnreadCount *count = &g_array_index (counts, SbUnreadCount, i);

      if (folder != NULL ? g_strcmp0 (count->folder, folder) == 0 : count->folder == NULL && count->feed == feed)
        return count->n_unread;
    }

  return 0;
}

/* The place of that key, which may be there already, at the end of @places. */
static SbDocumentPlace *
add_place (SbDocumentPlaces *self,
           GPtrArray *places,
           SbDocumentPlaceKind kind,
           const char *key,
           gint64 id,
           const char *detail)
{
  SbDocumentPlace *place = sb_document_places_find (self, key);

  place = place != NULL ? g_object_ref (place) : sb_document_place_new (kind, key, id, detail);
  sb_document_place_set_detail (place, detail);
  g_ptr_array_add (places, place);
  return place;
}

static const char *
get_feed_title (SbRecord *feed)
{
  const char *title = sb_record_get_text (feed, SB_FEED_TITLE);

  return title != NULL ? title : sb_record_get_text (feed, SB_FEED_URL);
}

static int
compare_feeds (gconstpointer a,
               gconstpointer b)
{
  SbRecord *one = *(SbRecord *const *) a;
  SbRecord *other = *(SbRecord *const *) b;
  const char *one_folder = sb_record_get_text (one, SB_FEED_FOLDER);
  const char *other_folder = sb_record_get_text (other, SB_FEED_FOLDER);
  g_autofree char *one_title = sb_fold (get_feed_title (one));
  g_autofree char *other_title = sb_fold (get_feed_title (other));

  /* Folders first, by name. */
  if ((one_folder == NULL) != (other_folder == NULL))
    return one_folder == NULL ? 1 : -1;
  if (g_strcmp0 (one_folder, other_folder) != 0)
    return g_utf8_collate (one_folder, other_folder);

  return g_strcmp0 (one_title, other_title);
}

static void
add_feeds (SbDocumentPlaces *self,
           GPtrArray *places,
           const Reading *reading)
{
  const char *folder = NULL;

  g_ptr_array_sort (reading->feeds, compare_feeds);
  for (guint i = 0; i < reading->feeds->len; i++)
    {
      SbRecord *feed = g_ptr_array_index (reading->feeds, i);
      const char *own_folder = sb_record_get_text (feed, SB_FEED_FOLDER);
      g_autofree char *key = g_strconcat ("feed:", sb_record_get_uuid (feed), NULL);
      SbDocumentPlace *place;

      if (own_folder != NULL && g_strcmp0 (own_folder, folder) != 0)
        {
          g_autofree char *folder_key = g_strconcat ("folder:", own_folder, NULL);

          place = add_place (self, places, SB_DOCUMENT_PLACE_FOLDER, folder_key, 0, own_folder);
          sb_document_place_set_title (place, own_folder);
          sb_document_place_set_icon_name (place, "folder-symbolic");
          sb_document_place_set_counts (place, find_unread (reading->counts, 0, own_folder), -1);
        }

      folder = own_folder;
      place = add_place (self, places, SB_DOCUMENT_PLACE_FEED, key, sb_record_get_id (feed), NULL);
      sb_document_place_set_title (place, get_feed_title (feed));
      sb_document_place_set_icon_name (place, "sb-feed-symbolic");
      sb_document_place_set_inner (place, own_folder != NULL);
      sb_document_place_set_counts (place, find_unread (reading->counts, sb_record_get_id (feed), NULL), -1);
    }
}

static void
add_searches (SbDocumentPlaces *self,
              GPtrArray *places)
{
  GPtrArray *searches = sb_saved_searches_get_all (self->searches);

  for (guint i = 0; i < searches->len; i++)
    {
      const SbSavedSearch *search = g_ptr_array_index (searches, i);
      g_autofree char *key = g_strconcat ("saved:", search->uuid, NULL);
      SbDocumentPlace *place = add_place (self, places, SB_DOCUMENT_PLACE_SAVED, key, search->id, search->query);

      sb_document_place_set_title (place, search->name);
      sb_document_place_set_icon_name (place, search->is_watched ? "alarm-symbolic" : "edit-find-symbolic");
      sb_document_place_set_counts (place, search->n_all >= 0 ? (guint) search->n_new : 0, search->n_all);
    }
}

static void
add_general (SbDocumentPlaces *self,
             GPtrArray *places,
             guint n_unread)
{
  for (guint i = 0; i < G_N_ELEMENTS (general_places); i++)
    {
      SbDocumentPlace *place = add_place (self, places, general_places[i].kind, general_places[i].key, 0, NULL);

      sb_document_place_set_title (place, _ (general_places[i].title));
      sb_document_place_set_icon_name (place, general_places[i].icon_name);
      if (general_places[i].kind == SB_DOCUMENT_PLACE_UNREAD)
        sb_document_place_set_counts (place, n_unread, -1);
    }
}

/* Takes @places for those there are, and tells of what is not as it was. */
static void
take_places (SbDocumentPlaces *self,
             GPtrArray *places)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->places);
  guint n_min = MIN (old->len, places->len);
  guint first = 0;
  guint last = 0;

  while (first < n_min && g_ptr_array_index (old, first) == g_ptr_array_index (places, first))
    first++;
  while (last < n_min - first &&
         g_ptr_array_index (old, old->len - 1 - last) == g_ptr_array_index (places, places->len - 1 - last))
    last++;

  self->places = g_ptr_array_ref (places);
  if (old->len != places->len || first < n_min)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last, places->len - first - last);
}

/* Of what was read last, and the searches as they are. */
static void
make_places (SbDocumentPlaces *self)
{
  const Reading *reading = self->reading;
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);

  if (reading == NULL)
    return;

  add_general (self, places, (guint) MIN (reading->n_unread, G_MAXINT));
  add_searches (self, places);
  add_feeds (self, places, reading);
  take_places (self, places);
  g_signal_emit (self, signals[READ], 0);
}

static void start_reading (SbDocumentPlaces *self);

static void
places_read_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SbDocumentPlaces) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (reading != NULL)
    {
      g_clear_pointer (&self->reading, reading_free);
      self->reading = g_steal_pointer (&reading);
      make_places (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Cannot count what is unread: %s", error->message);

  if (self->is_outdated)
    start_reading (self);
}

static gboolean
settled_cb (gpointer user_data)
{
  SbDocumentPlaces *self = user_data;

  self->settle_source = 0;
  self->is_outdated = FALSE;
  self->cancellable = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, read_places, NULL, NULL, reading_free, self->cancellable, places_read_cb,
                           sb_weak_ref_new (self));
  return G_SOURCE_REMOVE;
}

/* One reading after the other, and each only some moments after the change. */
static void
start_reading (SbDocumentPlaces *self)
{
  self->is_outdated = self->cancellable != NULL;
  if (self->cancellable == NULL && self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
catalogue_changed_cb (SbDocumentPlaces *self,
                      guint kinds)
{
  if ((kinds & (1u << SB_KIND_DOCUMENT | 1u << SB_KIND_FEED)) != 0)
    start_reading (self);
}

static void
sb_document_places_dispose (GObject *object)
{
  SbDocumentPlaces *self = SB_DOCUMENT_PLACES (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->searches);
  g_clear_pointer (&self->reading, reading_free);
  g_ptr_array_set_size (self->places, 0);

  G_OBJECT_CLASS (sb_document_places_parent_class)->dispose (object);
}

static void
sb_document_places_finalize (GObject *object)
{
  g_ptr_array_unref (SB_DOCUMENT_PLACES (object)->places);

  G_OBJECT_CLASS (sb_document_places_parent_class)->finalize (object);
}

static void
sb_document_places_class_init (SbDocumentPlacesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_document_places_dispose;
  object_class->finalize = sb_document_places_finalize;

  signals[READ] =
    g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_document_places_init (SbDocumentPlaces *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  add_general (self, self->places, 0);
}

SbDocumentPlaces *
sb_document_places_new (SbCatalogue *catalogue,
                        SbSavedSearches *searches)
{
  SbDocumentPlaces *self;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (SB_TYPE_DOCUMENT_PLACES, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->searches = g_object_ref (searches);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (searches, "changed", G_CALLBACK (make_places), self, G_CONNECT_SWAPPED);
  settled_cb (self);
  return self;
}

SbDocumentPlace *
sb_document_places_find (SbDocumentPlaces *self,
                         const char *key)
{
  g_return_val_if_fail (SB_IS_DOCUMENT_PLACES (self), NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      SbDocumentPlace *place = g_ptr_array_index (self->places, i);

      if (g_strcmp0 (sb_document_place_get_key (place), key) == 0)
        return place;
    }

  return NULL;
}
