/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-guard.h"

#include "sb-worker.h"

#include <fcntl.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

/* How often is looked, in microseconds: a fast server sends some hundred kilobytes in a
 * millisecond. */
#define INTERVAL 4000

struct _SbFetchWatch
{
  int fd; /* (owned) a descriptor of our own, so that it names no other socket when libsoup closes its own */
  gsize max_bytes;
  gboolean is_cut;
};

/* What the worker shares with the fetcher; outlives either. */
typedef struct
{
  GMutex mutex; /* guards what follows, and the watches */
  GCond changed;
  GPtrArray *watches; /* (owned) (element-type SbFetchWatch) not owned */
  gboolean is_looking; /* the worker is at it */
} Post;

struct _SbFetchGuard
{
  SbWorker *worker; /* (owned) */
  Post *post; /* (owned) atomic reference */
};

static void
post_clear (gpointer data)
{
  Post *post = data;

  g_ptr_array_unref (post->watches);
  g_cond_clear (&post->changed);
  g_mutex_clear (&post->mutex);
}

static void
post_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, post_clear);
}

/* What came over the connection since it was made; 0 where the system does not
 * tell. */
static guint64
count_received (int fd)
{
  struct tcp_info info = { 0 };
  socklen_t length = sizeof info;

  if (getsockopt (fd, IPPROTO_TCP, TCP_INFO, &info, &length) != 0 ||
      length < offsetof (struct tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received)
    return 0;

  return info.tcpi_bytes_received;
}

static void
look_at (SbFetchWatch *watch)
{
  if (watch->is_cut || count_received (watch->fd) <= watch->max_bytes)
    return;

  /* What still comes is answered with a reset. */
  shutdown (watch->fd, SHUT_RDWR);
  watch->is_cut = TRUE;
}

/* Run in the worker. */
static void
keep_watch (GTask *task,
            gpointer source_object,
            gpointer task_data,
            GCancellable *cancellable)
{
  Post *post = task_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&post->mutex);

  while (post->watches->len > 0)
    {
      for (guint i = 0; i < post->watches->len; i++)
        look_at (g_ptr_array_index (post->watches, i));
      g_cond_wait_until (&post->changed, &post->mutex, g_get_monotonic_time () + INTERVAL);
    }

  post->is_looking = FALSE;
  g_task_return_boolean (task, TRUE);
}

SbFetchGuard *
_sb_fetch_guard_new (void)
{
  SbFetchGuard *self = g_new0 (SbFetchGuard, 1);

  self->worker = sb_worker_new ("fetch-guard");
  self->post = g_atomic_rc_box_new0 (Post);
  self->post->watches = g_ptr_array_new ();
  g_mutex_init (&self->post->mutex);
  g_cond_init (&self->post->changed);
  return self;
}

void
_sb_fetch_guard_free (SbFetchGuard *self)
{
  g_assert (self->post->watches->len == 0);
  g_clear_object (&self->worker);
  post_unref (self->post);
  g_free (self);
}

SbFetchWatch *
_sb_fetch_guard_watch (SbFetchGuard *self,
                       GSocket *socket,
                       gsize max_bytes)
{
  SbFetchWatch *watch = g_new0 (SbFetchWatch, 1);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->post->mutex);
  g_autoptr (GTask) task = NULL;

  watch->fd = fcntl (g_socket_get_fd (socket), F_DUPFD_CLOEXEC, 0);
  watch->max_bytes = max_bytes;
  g_ptr_array_add (self->post->watches, watch);
  if (self->post->is_looking)
    return watch;

  self->post->is_looking = TRUE;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, _sb_fetch_guard_watch);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->post), post_unref);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, keep_watch);
  return watch;
}

gboolean
_sb_fetch_guard_forget (SbFetchGuard *self,
                        SbFetchWatch *watch)
{
  gboolean is_cut;

  g_mutex_lock (&self->post->mutex);
  g_ptr_array_remove_fast (self->post->watches, watch);
  is_cut = watch->is_cut;
  g_cond_signal (&self->post->changed);
  g_mutex_unlock (&self->post->mutex);

  if (watch->fd >= 0)
    close (watch->fd);
  g_free (watch);
  return is_cut;
}
