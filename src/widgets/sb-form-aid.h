/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbFormAid:
 *
 * What a form asks somebody else for, because a widget looks nothing up: records by the
 * beginnings of their names, and dates as a text words them. Main thread.
 */
#define SB_TYPE_FORM_AID (sb_form_aid_get_type ())

G_DECLARE_INTERFACE (SbFormAid, sb_form_aid, SB, FORM_AID, GObject)

struct _SbFormAidInterface
{
  GTypeInterface parent_iface;

  void (*find_async) (SbFormAid *self,
                      SbKind kind,
                      const char *text,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  GPtrArray *(*find_finish) (SbFormAid *self,
                             GAsyncResult *result,
                             GError **error);
  SbDate *(*read_date) (SbFormAid *self,
                        const char *text);
};

/* The first records of @kind, %SB_KIND_NONE for any that a fact can be about, one of
 * whose names has the words that @text begins. (element-type SbRecord) */
void sb_form_aid_find_async (SbFormAid *self,
                             SbKind kind,
                             const char *text,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *sb_form_aid_find_finish (SbFormAid *self,
                                    GAsyncResult *result,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* “12 mars”, “hier”, “2026-03-12”; NULL for what is no date. */
SbDate *sb_form_aid_read_date (SbFormAid *self,
                               const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
