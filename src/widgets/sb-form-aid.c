/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-form-aid.h"

G_DEFINE_INTERFACE (SbFormAid, sb_form_aid, G_TYPE_OBJECT)

static void
sb_form_aid_default_init (SbFormAidInterface *iface)
{
}

void
sb_form_aid_find_async (SbFormAid *self,
                        SbKind kind,
                        const char *text,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (SB_IS_FORM_AID (self));

  SB_FORM_AID_GET_IFACE (self)->find_async (self, kind, text, cancellable, callback, user_data);
}

GPtrArray *
sb_form_aid_find_finish (SbFormAid *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (SB_IS_FORM_AID (self), NULL);

  return SB_FORM_AID_GET_IFACE (self)->find_finish (self, result, error);
}

SbDate *
sb_form_aid_read_date (SbFormAid *self,
                       const char *text)
{
  g_return_val_if_fail (SB_IS_FORM_AID (self), NULL);

  return SB_FORM_AID_GET_IFACE (self)->read_date (self, text);
}
