/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-sign-ins.h"

#include "sb-weak-ref.h"

struct _SbSignIns
{
  GObject parent_instance;

  SbSync *sync; /* (owned) */
  gboolean is_watched[SB_N_FEED_KINDS]; /* it was looked at */
  SbSignInState states[SB_N_FEED_KINDS];
};

G_DEFINE_FINAL_TYPE (SbSignIns, sb_sign_ins, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One look; owned by the call. */
typedef struct
{
  GWeakRef *owner; /* (owned) */
  SbFeedKind kind;
} Look;

static void
looked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autofree Look *look = user_data;
  g_autoptr (SbSignIns) self = sb_weak_ref_take (look->owner);
  g_autoptr (GError) error = NULL;
  gboolean is_signed_in = sb_sync_is_signed_in_finish (SB_SYNC (object), result, &error);
  SbSignInState state = is_signed_in ? SB_SIGN_IN_DONE : SB_SIGN_IN_NONE;

  if (self == NULL)
    return;
  if (error != NULL)
    state = SB_SIGN_IN_UNKNOWN;
  if (self->states[look->kind] == state)
    return;

  self->states[look->kind] = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
look_at (SbSignIns *self,
         SbFeedKind kind)
{
  Look *look = g_new0 (Look, 1);

  look->owner = sb_weak_ref_new (self);
  look->kind = kind;
  sb_sync_is_signed_in_async (self->sync, sb_service_get (kind), NULL, looked_cb, look);
}

static void
sb_sign_ins_dispose (GObject *object)
{
  g_clear_object (&SB_SIGN_INS (object)->sync);

  G_OBJECT_CLASS (sb_sign_ins_parent_class)->dispose (object);
}

static void
sb_sign_ins_class_init (SbSignInsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_sign_ins_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_sign_ins_init (SbSignIns *self)
{
}

SbSignIns *
sb_sign_ins_new (SbSync *sync)
{
  SbSignIns *self = g_object_new (SB_TYPE_SIGN_INS, NULL);

  self->sync = g_object_ref (sync);
  return self;
}

void
sb_sign_ins_watch (SbSignIns *self,
                   const SbService *service)
{
  SbFeedKind kind;

  g_return_if_fail (SB_IS_SIGN_INS (self));
  g_return_if_fail (service != NULL);

  kind = sb_service_get_kind (service);
  if (self->is_watched[kind] || sb_service_get_credential (service) == SB_CREDENTIAL_NONE)
    return;

  self->is_watched[kind] = TRUE;
  look_at (self, kind);
}

void
sb_sign_ins_look (SbSignIns *self)
{
  g_return_if_fail (SB_IS_SIGN_INS (self));

  for (guint kind = 0; kind < SB_N_FEED_KINDS; kind++)
    if (self->is_watched[kind])
      look_at (self, (SbFeedKind) kind);
}

SbSignInState
sb_sign_ins_get (SbSignIns *self,
                 SbFeedKind kind)
{
  g_return_val_if_fail (SB_IS_SIGN_INS (self), SB_SIGN_IN_UNKNOWN);
  g_return_val_if_fail ((guint) kind < SB_N_FEED_KINDS, SB_SIGN_IN_UNKNOWN);

  return self->states[kind];
}
