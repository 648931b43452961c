/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fetcher.h"

G_BEGIN_DECLS

/* One request, made by a service. Owned by one. */
typedef struct
{
  char *url; /* (owned) it may hold a key: never to be shown */
  SbFetchMessage *message; /* (owned) */
  gboolean has_validators; /* worth asking "only when it has changed" */
} SbServiceRequest;

void sb_service_request_free (SbServiceRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbServiceRequest, sb_service_request_free)

G_END_DECLS
