/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-attachment-fetches.h"

#include "sb-sync-attachment.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

struct _SbAttachmentFetches
{
  GObject parent_instance;

  SbContext *context; /* (owned) */
  GHashTable *under_way; /* (owned) (element-type utf8) the key of each */
};

G_DEFINE_FINAL_TYPE (SbAttachmentFetches, sb_attachment_fetches, G_TYPE_OBJECT)

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One of them, on its way. */
typedef struct
{
  gpointer fetches; /* (owned) a weak reference */
  SbOperation *operation; /* (owned) */
  gint64 document;
  char *key; /* (owned) */
} Fetch;

static char *
make_key (gint64 document,
          const char *url)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", document, url);
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  Fetch *fetch = user_data;
  g_autoptr (SbAttachmentFetches) self = sb_weak_ref_take (fetch->fetches);
  g_autoptr (GError) error = NULL;
  gint64 id = sb_sync_fetch_attachment_finish (SB_SYNC (object), result, &error);

  sb_operation_complete (fetch->operation);
  if (self != NULL)
    {
      g_hash_table_remove (self->under_way, fetch->key);
      g_signal_emit (self, signals[ENDED], 0, fetch->document, id, error);
    }

  g_object_unref (fetch->operation);
  g_free (fetch->key);
  g_free (fetch);
}

static void
sb_attachment_fetches_dispose (GObject *object)
{
  g_clear_object (&SB_ATTACHMENT_FETCHES (object)->context);

  G_OBJECT_CLASS (sb_attachment_fetches_parent_class)->dispose (object);
}

static void
sb_attachment_fetches_finalize (GObject *object)
{
  g_hash_table_unref (SB_ATTACHMENT_FETCHES (object)->under_way);

  G_OBJECT_CLASS (sb_attachment_fetches_parent_class)->finalize (object);
}

static void
sb_attachment_fetches_class_init (SbAttachmentFetchesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_attachment_fetches_dispose;
  object_class->finalize = sb_attachment_fetches_finalize;

  signals[ENDED] =
    g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_ERROR);
}

static void
sb_attachment_fetches_init (SbAttachmentFetches *self)
{
  self->under_way = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SbAttachmentFetches *
sb_attachment_fetches_new (SbContext *context)
{
  SbAttachmentFetches *self;

  g_return_val_if_fail (SB_IS_CONTEXT (context), NULL);

  self = g_object_new (SB_TYPE_ATTACHMENT_FETCHES, NULL);
  self->context = g_object_ref (context);
  return self;
}

void
sb_attachment_fetches_start (SbAttachmentFetches *self,
                             gint64 document,
                             const char *url,
                             const char *name)
{
  g_autofree char *key = NULL;
  g_autofree char *title = NULL;
  Fetch *fetch;

  g_return_if_fail (SB_IS_ATTACHMENT_FETCHES (self));
  g_return_if_fail (url != NULL && name != NULL);

  key = make_key (document, url);
  if (!g_hash_table_add (self->under_way, g_strdup (key)))
    return;

  /* Translators: the name of a file. */
  title = g_strdup_printf (_ ("Fetching %s"), name);
  fetch = g_new0 (Fetch, 1);
  fetch->fetches = sb_weak_ref_new (self);
  fetch->document = document;
  fetch->key = g_steal_pointer (&key);
  fetch->operation = sb_context_start_operation (self->context, title);
  sb_sync_fetch_attachment_async (sb_context_get_sync (self->context), document, url, fetch->operation,
                                  sb_operation_get_cancellable (fetch->operation), fetched_cb, fetch);
}

gboolean
sb_attachment_fetches_is_under_way (SbAttachmentFetches *self,
                                    gint64 document,
                                    const char *url)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (SB_IS_ATTACHMENT_FETCHES (self), FALSE);

  key = make_key (document, url);
  return g_hash_table_contains (self->under_way, key);
}
