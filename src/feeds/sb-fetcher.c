/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetcher.h"

#include "sb-fetch-private.h"

/* The budget is what eighteen large feeds bring: less, and none is fetched while some are
 * stored. */
#define MAX_ACTIVE          8
#define MAX_ACTIVE_PER_HOST 2
#define MAX_BYTES           (8 * 1024 * 1024)
#define BUDGET              (6 * 1024 * 1024) /* bytes, and one body */
#define TOTAL_TIMEOUT       60000 /* milliseconds */
#define IDLE_TIMEOUT        20000 /* milliseconds */

struct _SbFetcher
{
  GObject parent_instance;

  SbFetchShared shared; /* (owned) its sessions and its budget */
  GQueue waiting; /* (owned) (element-type Waiting) */
  GHashTable *hosts; /* (owned) (element-type utf8 guint) active fetches */
  GHashTable *running; /* (owned) (element-type GTask Waiting) neither of them owned */
  guint n_active;
  SbFetchLimits limits;
};

/* A fetch that was asked for. */
typedef struct
{
  SbFetcher *fetcher; /* (owned) */
  GTask *task; /* (owned) the caller's */
  GTask *run; /* (nullable) (not owned) once it was started; its task data lasts with it */
  char *url; /* (owned) */
  char *etag; /* (owned) (nullable) */
  char *last_modified; /* (owned) (nullable) */
  char *referrer; /* (owned) (nullable) */
  SbFetchMessage *message; /* (owned) (nullable) */
  guint max_bytes; /* 0 for that of the fetcher */
  guint total_timeout; /* milliseconds; the same */
  SbOperation *operation; /* (owned) (nullable) */
  char *host; /* (owned) with scheme and port */
} Waiting;

enum
{
  PROP_0,
  PROP_ALLOW_LOCAL,
  PROP_MAX_BYTES,
  PROP_TOTAL_TIMEOUT,
  PROP_IDLE_TIMEOUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SbFetcher, sb_fetcher, G_TYPE_OBJECT)

static void start_waiting (SbFetcher *self);

static void
waiting_free (Waiting *waiting)
{
  g_clear_object (&waiting->fetcher);
  g_clear_object (&waiting->task);
  g_free (waiting->url);
  g_free (waiting->etag);
  g_free (waiting->last_modified);
  g_free (waiting->referrer);
  g_clear_pointer (&waiting->message, sb_fetch_message_unref);
  g_clear_object (&waiting->operation);
  g_free (waiting->host);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static guint
count_active (SbFetcher *self,
              const char *host)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->hosts, host));
}

static void
change_active (SbFetcher *self,
               const char *host,
               int change)
{
  guint n = count_active (self, host) + (guint) change;

  self->n_active += (guint) change;
  if (n == 0)
    g_hash_table_remove (self->hosts, host);
  else
    g_hash_table_insert (self->hosts, g_strdup (host), GUINT_TO_POINTER (n));
}

static void
fetch_finished_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (GError) error = NULL;
  SbFetchResult *fetched = g_task_propagate_pointer (G_TASK (result), &error);

  g_hash_table_remove (waiting->fetcher->running, result);
  change_active (waiting->fetcher, waiting->host, -1);
  if (fetched == NULL)
    g_task_return_error (waiting->task, g_steal_pointer (&error));
  else
    g_task_return_pointer (waiting->task, fetched, (GDestroyNotify) sb_fetch_result_unref);
  start_waiting (waiting->fetcher);
}

static void
start_fetch (SbFetcher *self,
             Waiting *waiting)
{
  const SbFetchRequest request = {
    .url = waiting->url,
    .etag = waiting->etag,
    .last_modified = waiting->last_modified,
    .referrer = waiting->referrer,
    .message = waiting->message,
    .operation = waiting->operation,
  };
  SbFetchLimits limits = self->limits;
  g_autoptr (GTask) task = NULL;

  change_active (self, waiting->host, 1);
  if (waiting->run != NULL)
    {
      _sb_fetch_go_on (waiting->run);
      return;
    }

  if (waiting->max_bytes > 0)
    limits.max_bytes = waiting->max_bytes;
  if (waiting->total_timeout > 0)
    limits.total_timeout = waiting->total_timeout;
  task = g_task_new (self, g_task_get_cancellable (waiting->task), fetch_finished_cb, waiting);
  g_task_set_source_tag (task, start_fetch);
  waiting->run = task;
  g_hash_table_insert (self->running, task, waiting);
  _sb_fetch_run (task, &request, &limits, &self->shared);
}

/* A redirect leads elsewhere: it makes room where it was, and is the first in the
 * line of where it goes. */
static void
move_fetch (GTask *task,
            const char *host,
            gpointer data)
{
  SbFetcher *self = data;
  Waiting *waiting = g_hash_table_lookup (self->running, task);

  change_active (self, waiting->host, -1);
  g_free (waiting->host);
  waiting->host = g_ascii_strdown (host, -1);
  g_queue_push_head (&self->waiting, waiting);
  start_waiting (self);
}

/* The first in the line that may start; NULL when none may. */
static GList *
find_startable (SbFetcher *self)
{
  for (GList *link = self->waiting.head; link != NULL && self->n_active < MAX_ACTIVE; link = link->next)
    if (count_active (self, ((Waiting *) link->data)->host) < MAX_ACTIVE_PER_HOST)
      return link;

  return NULL;
}

static void
start_waiting (SbFetcher *self)
{
  GList *link;

  /* One that starts may end at once, and change the line. */
  while ((link = find_startable (self)) != NULL)
    {
      Waiting *waiting = link->data;

      g_queue_delete_link (&self->waiting, link);
      start_fetch (self, waiting);
    }
}

static void
return_failure (GTask *task,
                const char *url,
                GError *error)
{
  SbFetchResult *result = _sb_fetch_result_new ();

  result->outcome = SB_FETCH_FAILED;
  result->url = g_strdup (url);
  result->error = error;
  g_task_return_pointer (task, result, (GDestroyNotify) sb_fetch_result_unref);
}

void
sb_fetcher_fetch_async (SbFetcher *self,
                        const SbFetchRequest *request,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (Waiting) waiting = NULL;
  g_autoptr (GUri) uri = NULL;
  GError *error = NULL;

  g_return_if_fail (SB_IS_FETCHER (self));
  g_return_if_fail (request != NULL && request->url != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_fetcher_fetch_async);
  waiting = g_new0 (Waiting, 1);
  waiting->url = sb_fetcher_normalise_address (request->url, &error);
  if (waiting->url == NULL)
    {
      return_failure (task, request->url, error);
      return;
    }

  uri = g_uri_parse (waiting->url, SOUP_HTTP_URI_FLAGS, NULL);
  waiting->host = g_ascii_strdown (g_uri_get_host (uri), -1);
  waiting->fetcher = g_object_ref (self);
  waiting->task = g_steal_pointer (&task);
  waiting->etag = g_strdup (request->etag);
  waiting->last_modified = g_strdup (request->last_modified);
  waiting->referrer = g_strdup (request->referrer);
  waiting->message = request->message != NULL ? sb_fetch_message_ref (request->message) : NULL;
  waiting->max_bytes = request->max_bytes;
  waiting->total_timeout = request->total_timeout;
  waiting->operation = request->operation != NULL ? g_object_ref (request->operation) : NULL;
  g_queue_push_tail (&self->waiting, g_steal_pointer (&waiting));
  start_waiting (self);
}

SbFetchResult *
sb_fetcher_fetch_finish (SbFetcher *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static SoupSession *
make_session (void)
{
  return soup_session_new_with_options ("user-agent", "SahelBrief/" SB_VERSION,
                                        "max-conns", MAX_ACTIVE,
                                        "max-conns-per-host", MAX_ACTIVE_PER_HOST,
                                        NULL);
}

static void
sb_fetcher_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  SbFetcher *self = SB_FETCHER (object);

  switch (prop_id)
    {
    case PROP_ALLOW_LOCAL:
      g_value_set_boolean (value, self->limits.allow_local);
      break;
    case PROP_MAX_BYTES:
      g_value_set_uint (value, (guint) self->limits.max_bytes);
      break;
    case PROP_TOTAL_TIMEOUT:
      g_value_set_uint (value, self->limits.total_timeout);
      break;
    case PROP_IDLE_TIMEOUT:
      g_value_set_uint (value, self->limits.idle_timeout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_fetcher_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  SbFetcher *self = SB_FETCHER (object);

  switch (prop_id)
    {
    case PROP_ALLOW_LOCAL:
      self->limits.allow_local = g_value_get_boolean (value);
      break;
    case PROP_MAX_BYTES:
      self->limits.max_bytes = g_value_get_uint (value);
      break;
    case PROP_TOTAL_TIMEOUT:
      self->limits.total_timeout = g_value_get_uint (value);
      break;
    case PROP_IDLE_TIMEOUT:
      self->limits.idle_timeout = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Those that wait, or run, hold a reference: there are none. */
static void
sb_fetcher_finalize (GObject *object)
{
  SbFetcher *self = SB_FETCHER (object);

  g_assert (self->n_active == 0 && g_queue_is_empty (&self->waiting));
  g_clear_object (&self->shared.public_session);
  g_clear_object (&self->shared.local_session);
  g_clear_pointer (&self->shared.budget, _sb_fetch_budget_unref);
  g_clear_pointer (&self->shared.guard, _sb_fetch_guard_free);
  g_hash_table_unref (self->hosts);
  g_hash_table_unref (self->running);

  G_OBJECT_CLASS (sb_fetcher_parent_class)->finalize (object);
}

static void
sb_fetcher_class_init (SbFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sb_fetcher_get_property;
  object_class->set_property = sb_fetcher_set_property;
  object_class->finalize = sb_fetcher_finalize;

  properties[PROP_ALLOW_LOCAL] =
    g_param_spec_boolean ("allow-local", NULL, NULL, FALSE, flags);
  properties[PROP_MAX_BYTES] =
    g_param_spec_uint ("max-bytes", NULL, NULL, 1, G_MAXINT, MAX_BYTES, flags);
  properties[PROP_TOTAL_TIMEOUT] =
    g_param_spec_uint ("total-timeout", NULL, NULL, 1, G_MAXINT, TOTAL_TIMEOUT, flags);
  properties[PROP_IDLE_TIMEOUT] =
    g_param_spec_uint ("idle-timeout", NULL, NULL, 1, G_MAXINT, IDLE_TIMEOUT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_fetcher_init (SbFetcher *self)
{
  self->shared.public_session = make_session ();
  self->shared.local_session = make_session ();
  self->shared.budget = _sb_fetch_budget_new (BUDGET);
  self->shared.guard = _sb_fetch_guard_new ();
  self->shared.move = move_fetch;
  self->shared.data = self;
  self->running = g_hash_table_new (NULL, NULL);
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
}

SbFetcher *
sb_fetcher_new (void)
{
  return g_object_new (SB_TYPE_FETCHER, NULL);
}
