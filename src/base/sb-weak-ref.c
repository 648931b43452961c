/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-weak-ref.h"

gpointer
sb_weak_ref_new (gpointer object)
{
  GWeakRef *weak_ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak_ref, object);
  return weak_ref;
}

gpointer
sb_weak_ref_take (gpointer weak_ref)
{
  gpointer object = g_weak_ref_get (weak_ref);

  g_weak_ref_clear (weak_ref);
  g_free (weak_ref);
  return object;
}
