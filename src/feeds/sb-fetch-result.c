/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-private.h"

G_DEFINE_BOXED_TYPE (SbFetchResult, sb_fetch_result, sb_fetch_result_ref, sb_fetch_result_unref)

SbFetchResult *
_sb_fetch_result_new (void)
{
  return g_atomic_rc_box_new0 (SbFetchResult);
}

static void
sb_fetch_result_clear (gpointer data)
{
  SbFetchResult *self = data;

  g_clear_error (&self->error);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->explanation, g_bytes_unref);
  g_free (self->url);
  g_free (self->moved_to);
  g_free (self->content_type);
  g_free (self->etag);
  g_free (self->last_modified);
}

SbFetchResult *
sb_fetch_result_ref (SbFetchResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sb_fetch_result_unref (SbFetchResult *self)
{
  g_atomic_rc_box_release_full (self, sb_fetch_result_clear);
}

SbFetchOutcome
sb_fetch_result_get_outcome (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, SB_FETCH_FAILED);

  return self->outcome;
}

const GError *
sb_fetch_result_get_error (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->error;
}

GBytes *
sb_fetch_result_get_body (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

GBytes *
sb_fetch_result_get_explanation (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->explanation;
}

const char *
sb_fetch_result_get_url (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->url;
}

const char *
sb_fetch_result_get_moved_to (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->moved_to;
}

guint
sb_fetch_result_get_status (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->status;
}

const char *
sb_fetch_result_get_content_type (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->content_type;
}

const char *
sb_fetch_result_get_etag (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->etag;
}

const char *
sb_fetch_result_get_last_modified (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->last_modified;
}

gint64
sb_fetch_result_get_retry_after (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->retry_after;
}

gint64
sb_fetch_result_get_fresh_until (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fresh_until;
}

gint64
sb_fetch_result_get_n_bytes (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

guint
sb_fetch_result_get_duration (const SbFetchResult *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->duration;
}
