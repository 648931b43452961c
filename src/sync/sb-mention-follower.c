/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-mention-follower.h"

#include "sb-likeness-intake.h"
#include "sb-mention-intake.h"
#include "sb-text-intake.h"

/* Changes come in bursts: they are waited for. */
#define DELAY_MS 600

/* Documents at a time: a write that somebody asks for meanwhile waits for no more
 * than a fifth of a second. */
#define N_DOCUMENTS 20

/* What documents and their names are made of. */
#define FOLLOWED_KINDS \
  (1u << SB_KIND_DOCUMENT | 1u << SB_KIND_ACTOR | 1u << SB_KIND_PLACE | 1u << SB_KIND_CORRIDOR | 1u << SB_KIND_INSTRUMENT)

struct _SbMentionFollower
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbSync *sync; /* (owned) (nullable) */
  SbMentionIntake *intake; /* (owned) (worker) */
  GCancellable *closing; /* (owned) */
  gint64 preferred; /* the document that is looked at; 0 for none */
  guint timeout_id;
  gboolean is_reading;
  gboolean was_asked; /* again, meanwhile */
};

G_DEFINE_FINAL_TYPE (SbMentionFollower, sb_mention_follower, G_TYPE_OBJECT)

enum
{
  FOLLOWED,
  STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is to be read; the data of the worker. */
typedef struct
{
  SbMentionIntake *intake; /* (owned) */
  gint64 preferred;
  gboolean leaves_texts;
} Reading;

/* What comes after it. */
enum
{
  NEXT_FAILED, /* the error tells */
  NEXT_NOTHING,
  NEXT_MORE,
};

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  sb_mention_intake_unref (reading->intake);
  g_free (reading);
}

/* Run in the worker. */
static gpointer
read_some (SbStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  Reading *reading = data;
  guint n_left = 0;
  gboolean goes_on;

  if (!reading->leaves_texts && !sb_text_intake_step (store, N_DOCUMENTS, &n_left, error))
    return GINT_TO_POINTER (NEXT_FAILED);
  if (n_left > 0)
    return GINT_TO_POINTER (NEXT_MORE);

  sb_mention_intake_prefer (reading->intake, reading->preferred);
  /* What is the same text is told first: it is what is listed. */
  if (!sb_likeness_intake_step (store, NULL, N_DOCUMENTS, &goes_on, error) ||
      (!goes_on && !sb_mention_intake_step (reading->intake, store, N_DOCUMENTS, &goes_on, error)))
    return GINT_TO_POINTER (NEXT_FAILED);

  return GINT_TO_POINTER (goes_on ? NEXT_MORE : NEXT_NOTHING);
}

static gboolean
timeout_cb (gpointer user_data);

static void
schedule (SbMentionFollower *self,
          guint delay_ms)
{
  if (self->timeout_id == 0)
    self->timeout_id = g_timeout_add_full (G_PRIORITY_LOW, delay_ms, timeout_cb, self, NULL);
}

static gboolean
is_syncing (SbMentionFollower *self)
{
  return self->sync != NULL && sb_sync_is_running (self->sync);
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbMentionFollower) self = user_data;
  g_autoptr (GError) error = NULL;
  int next = GPOINTER_TO_INT (sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error));
  gboolean was_asked = self->was_asked;

  self->is_reading = FALSE;
  self->was_asked = FALSE;
  if (g_cancellable_is_cancelled (self->closing))
    return;

  /* Nobody asked for it, so that nobody is told but the log; what waits is read
   * with the next change. */
  if (error != NULL)
    {
      g_message ("Documents were not compared or read for names: %s", error->message);
      return;
    }

  g_signal_emit (self, signals[STEPPED], 0);
  if (next == NEXT_MORE)
    schedule (self, 0);
  else if (was_asked || is_syncing (self))
    schedule (self, DELAY_MS);
  else
    g_signal_emit (self, signals[FOLLOWED], 0);
}

static gboolean
timeout_cb (gpointer user_data)
{
  SbMentionFollower *self = user_data;
  Reading *reading = g_new0 (Reading, 1);

  reading->intake = sb_mention_intake_ref (self->intake);
  reading->preferred = self->preferred;
  reading->leaves_texts = is_syncing (self);
  self->timeout_id = 0;
  self->is_reading = TRUE;
  sb_catalogue_run_writer_async (self->catalogue, read_some, reading, reading_free, NULL, self->closing, read_cb,
                                 g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (SbMentionFollower *self,
            guint kinds)
{
  if ((kinds & FOLLOWED_KINDS) == 0)
    return;

  if (self->is_reading)
    self->was_asked = TRUE;
  else
    schedule (self, DELAY_MS);
}

static void
sb_mention_follower_dispose (GObject *object)
{
  SbMentionFollower *self = SB_MENTION_FOLLOWER (object);

  g_cancellable_cancel (self->closing);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->sync);

  G_OBJECT_CLASS (sb_mention_follower_parent_class)->dispose (object);
}

static void
sb_mention_follower_finalize (GObject *object)
{
  SbMentionFollower *self = SB_MENTION_FOLLOWER (object);

  g_clear_object (&self->closing);
  g_clear_pointer (&self->intake, sb_mention_intake_unref);

  G_OBJECT_CLASS (sb_mention_follower_parent_class)->finalize (object);
}

static void
sb_mention_follower_class_init (SbMentionFollowerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_mention_follower_dispose;
  object_class->finalize = sb_mention_follower_finalize;

  signals[FOLLOWED] =
    g_signal_new ("followed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STEPPED] =
    g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_mention_follower_init (SbMentionFollower *self)
{
  self->intake = sb_mention_intake_new ();
  self->closing = g_cancellable_new ();
}

SbMentionFollower *
sb_mention_follower_new (SbCatalogue *catalogue,
                         SbSync *sync)
{
  SbMentionFollower *self;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (SB_TYPE_MENTION_FOLLOWER, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->sync = sync != NULL ? g_object_ref (sync) : NULL;
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  schedule (self, DELAY_MS);
  return self;
}

void
sb_mention_follower_prefer (SbMentionFollower *self,
                            gint64 document)
{
  g_return_if_fail (SB_IS_MENTION_FOLLOWER (self));

  self->preferred = document;
}
