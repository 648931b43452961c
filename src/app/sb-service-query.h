/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-service.h"

G_BEGIN_DECLS

/**
 * SbServiceQuery:
 *
 * The fields of a form that say what a data service is asked for: those that the
 * service knows. What is typed is judged by the service (sb_service_normalise_query()).
 *
 * Signal "changed": something else is asked for.
 */
#define SB_TYPE_SERVICE_QUERY (sb_service_query_get_type ())

G_DECLARE_FINAL_TYPE (SbServiceQuery, sb_service_query, SB, SERVICE_QUERY, AdwPreferencesGroup)

/* What is typed stays where the other service knows the word as well. */
void sb_service_query_set_service (SbServiceQuery *self,
                                   const SbService *service);

/* The query as it is kept, "countries=ML&from=2025-01-01"; countries are shown by their
 * names. */
void sb_service_query_set_text (SbServiceQuery *self,
                                const char *text);
char *sb_service_query_dup_text (SbServiceQuery *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
