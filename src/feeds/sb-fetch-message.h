/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbFetchMessage:
 *
 * What is said to a service beside the address: a body to post, headers that are
 * secret. Filled by who makes it, then left alone; reference counted, the
 * references of any thread.
 *
 * Neither a body nor a secret is ever sent to another origin than that of the
 * address that was asked for: a redirect to one is refused. What a server says with
 * a refusal is kept, because services explain themselves there.
 */
typedef struct _SbFetchMessage SbFetchMessage;

#define SB_TYPE_FETCH_MESSAGE (sb_fetch_message_get_type ())

GType sb_fetch_message_get_type (void);

SbFetchMessage *sb_fetch_message_new (void) G_GNUC_WARN_UNUSED_RESULT;
SbFetchMessage *sb_fetch_message_ref (SbFetchMessage *self);
void sb_fetch_message_unref (SbFetchMessage *self);

/* The media types that are asked for, as the header "Accept" has them. */
void sb_fetch_message_set_accept (SbFetchMessage *self,
                                  const char *types);
/* What to post; without one the address is asked for by GET. */
void sb_fetch_message_set_body (SbFetchMessage *self,
                                const char *media_type,
                                GBytes *body);
/* A header whose value nobody else may see. */
void sb_fetch_message_add_secret (SbFetchMessage *self,
                                  const char *header,
                                  const char *value);
/* Never to the local network, whatever the fetcher allows. */
void sb_fetch_message_set_public_only (SbFetchMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFetchMessage, sb_fetch_message_unref)

G_END_DECLS
