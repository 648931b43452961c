/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fetch-message.h"
#include "sb-fetch-private.h"

G_BEGIN_DECLS

struct _SbFetchMessage
{
  char *accept; /* (owned) (nullable) */
  char *media_type; /* (owned) (nullable) of the body */
  GBytes *body; /* (owned) (nullable) */
  GPtrArray *secrets; /* (owned) (element-type utf8) name, value, name, value… */
  gboolean is_public_only;
};

/* Writes headers and body into @message. */
void _sb_fetch_message_apply (SbFetchMessage *self,
                              SoupMessage *message);
/* Whether a redirect of @status leads to where all of the message may go. */
gboolean _sb_fetch_message_may_follow (SbFetchMessage *self,
                                       GUri *from,
                                       GUri *to,
                                       guint status,
                                       GError **error);

G_END_DECLS
