/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-context.h"

G_BEGIN_DECLS

/**
 * SbAttachmentFetches:
 *
 * The files published with documents that are being fetched, each as an operation of the
 * context, which shows how far it is and can be stopped. Main thread.
 *
 * Signal "ended" (gint64 document, gint64 fetched, const GError *error): one is over;
 * @fetched is the document that it became, 0 with @error.
 */
#define SB_TYPE_ATTACHMENT_FETCHES (sb_attachment_fetches_get_type ())

G_DECLARE_FINAL_TYPE (SbAttachmentFetches, sb_attachment_fetches, SB, ATTACHMENT_FETCHES, GObject)

SbAttachmentFetches *sb_attachment_fetches_new (SbContext *context) G_GNUC_WARN_UNUSED_RESULT;

/* Begins to fetch the attachment of @document that has the address @url and is called
 * @name, unless it is being fetched. */
void sb_attachment_fetches_start (SbAttachmentFetches *self,
                                  gint64 document,
                                  const char *url,
                                  const char *name);
gboolean sb_attachment_fetches_is_under_way (SbAttachmentFetches *self,
                                             gint64 document,
                                             const char *url);

G_END_DECLS
