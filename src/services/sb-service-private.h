/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-service-poll.h"

#include "sb-json-envelope.h"

G_BEGIN_DECLS

/* Between the walk, which is the same for all, and the file of each service. */

struct _SbService
{
  SbFeedKind kind;
  const char *label;
  const char *address; /* where it is asked, unless the settings say otherwise */
  const char *feed_address; /* (nullable) */
  const char *home; /* the site that people go to */
  SbCredential credential;
  gboolean needs_credential;
  gboolean needs_countries;
  guint interval; /* minutes */
  guint page_size; /* rows */
  guint max_pages; /* of one walk */
  guint daily_quota; /* requests; 0 for none */
  SbServicesError forbidden; /* what 403 means */
  const char *const *query_names; /* NULL at the end */
  const char *const *datasets; /* (nullable) as well */

  /* Whether the words that are this service's alone make sense; NULL for none. */
  gboolean (*check) (SbServiceWords *query,
                     GError **error);
  /* The request that is next by the cursor; NULL without an error when there is
   * none. */
  SbServiceRequest *(*ask) (SbServicePoll *poll,
                            GError **error);
  /* Reads a good answer and moves the cursor on. */
  gboolean (*take) (SbServicePoll *poll,
                    GBytes *body,
                    SbServicePage *page,
                    GError **error);
  /* Whether an answer of @status says that there is nothing there yet, and no more;
   * moves the cursor on. (nullable) */
  gboolean (*pass_over) (SbServicePoll *poll,
                         guint status);
};

struct _SbServicePoll
{
  const SbService *service;
  SbServiceWords *query; /* (owned) */
  SbServiceWords *cursor; /* (owned) */
  SbServiceWords *secret; /* (owned) empty when nobody signed in */
  SbServicePlace *place; /* (owned) */
  char *mark; /* (owned) (nullable) what the last page was, to know it again */
  gint64 now;
  guint page_size; /* rows */
  guint n_requests; /* of this walk */
  guint n_pages; /* that were read */
  guint n_ahead; /* versions that were empty, of a service that has versions */
  gboolean is_over;
};

extern const SbService _sb_service_acled;
extern const SbService _sb_service_gdacs;
extern const SbService _sb_service_gdelt;
extern const SbService _sb_service_hapi;
extern const SbService _sb_service_reliefweb;
extern const SbService _sb_service_ucdp;

/* A request for @path below the address of the service; the parameters follow as
 * names and values, NULL at the end; those with a value of NULL are left out. */
SbServiceRequest *_sb_service_make_request (SbServicePlace *place,
                                            const char *path,
                                            ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
/* The same below any address. */
SbServiceRequest *_sb_service_make_request_to (SbServicePlace *place,
                                               const char *address,
                                               ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
/* Makes it a POST. */
void _sb_service_request_post (SbServiceRequest *self,
                               const char *media_type,
                               char *text);

/* The countries of the query, by another of their names or numbers; joined by
 * @separator. NULL when there are none. */
typedef enum
{
  SB_SERVICE_COUNTRY_ALPHA3,
  SB_SERVICE_COUNTRY_NAME,
  SB_SERVICE_COUNTRY_GLEDITSCH_WARD,
} SbServiceCountryForm;

char *_sb_service_join_countries (SbServicePoll *poll,
                                  SbServiceCountryForm form,
                                  const char *separator) G_GNUC_WARN_UNUSED_RESULT;

/* The envelope of @body, in which the list @name has to be; else an error that says
 * what came instead. */
SbJsonEnvelope *_sb_service_read_envelope (GBytes *body,
                                           const char *name,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads rows: how many there are, and what tells the page from others (by the column
 * @key). FALSE when it is the page before. @column (nullable) is one of which
 * @each is called with the value in each row. */
typedef void (*SbServiceCellFunc) (const char *value,
                                   gpointer data);
gboolean _sb_service_read_rows (SbServicePoll *poll,
                                GBytes *body,
                                const char *key,
                                const char *column,
                                SbServiceCellFunc each,
                                gpointer data,
                                SbServicePage *page,
                                GError **error);
/* Sets an %SB_SERVICES_ERROR_ANSWER; @what is for developers. */
void _sb_service_set_answer_error (GError **error,
                                   const char *what);

G_END_DECLS
