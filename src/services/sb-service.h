/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed.h"
#include "sb-language.h"
#include "sb-service-words.h"
#include "sb-services-error.h"

G_BEGIN_DECLS

/**
 * SbService:
 *
 * What is known of a data service before it is asked: one static description for
 * each kind of feed that is a service. How it is asked is in SbServicePoll.
 */
typedef struct _SbService SbService;

/* What a service wants to know of who asks. */
typedef enum
{
  SB_CREDENTIAL_NONE,
  SB_CREDENTIAL_APP_NAME, /* a name that the service approved */
  SB_CREDENTIAL_PASSWORD, /* an account: an address of mail and a password */
  SB_CREDENTIAL_TOKEN, /* a key */
  SB_CREDENTIAL_IDENTITY, /* the name of an application and an address of mail */
} SbCredential;

/* NULL for SB_FEED_KIND_FEED, which is none. */
const SbService *sb_service_get (SbFeedKind kind);
/* By the name of the vocabulary, "acled"; (nullable). */
const SbService *sb_service_find (const char *name);

SbFeedKind sb_service_get_kind (const SbService *self);
/* "acled", and as people call it, "ACLED". Static. */
const char *sb_service_get_name (const SbService *self);
const char *sb_service_get_label (const SbService *self);
/* The site that people go to. Static. */
const char *sb_service_get_home (const SbService *self);
SbCredential sb_service_get_credential (const SbService *self);
/* FALSE when it can be asked without, if less well. */
gboolean sb_service_needs_credential (const SbService *self);
/* How often it is worth asking, in minutes. */
guint sb_service_get_interval (const SbService *self);
/* The data that a query can choose from, NULL at the end; (nullable). */
const char *const *sb_service_get_datasets (const SbService *self);
/* Whether it counts the requests of a day. */
gboolean sb_service_has_quota (const SbService *self);
/* The words that a query may have, NULL at the end. */
const char *const *sb_service_get_query_names (const SbService *self);

/* A query as it is kept: countries as codes of ISO 3166-1 alpha-2, days as ISO 8601,
 * sorted. Fails with %SB_SERVICES_ERROR_QUERY. */
char *sb_service_normalise_query (const SbService *self,
                                  const char *query,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What tells a feed of the service from others: its public address with the query.
 * It is not what is fetched. */
char *sb_service_make_url (const SbService *self,
                           const char *query) G_GNUC_WARN_UNUSED_RESULT;
/* "ACLED · Mali, Niger". */
char *sb_service_make_title (const SbService *self,
                             const char *query,
                             SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* Where the service is asked, from the settings of the program, and how. The
 * environment goes before the settings (SB_ACLED_ADDRESS); an address from there may
 * be one of this machine, for tests. */
typedef struct
{
  char *address; /* (owned) without a slash at its end */
  char *feed_address; /* (owned) (nullable) where its RSS is */
  gboolean may_be_local;
  guint page_size; /* rows of a page; 0 for what the service does best */
} SbServicePlace;

/* The addresses that a service has. */
typedef enum
{
  SB_SERVICE_ADDRESS_INTERFACE,
  SB_SERVICE_ADDRESS_RSS, /* of ReliefWeb alone */
} SbServiceAddress;

/* The public one; NULL where the service has none. Static. */
const char *sb_service_get_public_address (const SbService *self,
                                           SbServiceAddress address);
/* The one in the settings of the program; "" when the public one is asked. */
char *sb_service_dup_set_address (const SbService *self,
                                  SbServiceAddress address) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @text may be that: one that a password may be sent to, or "". Fails with
 * %SB_SERVICES_ERROR_ADDRESS. */
gboolean sb_service_check_address (const SbService *self,
                                   const char *text,
                                   GError **error);
/* Sets it for all feeds of the service, and writes it down. Fails with
 * %SB_SERVICES_ERROR_ADDRESS, and where there are no settings or they may not be
 * changed with %G_IO_ERROR_PERMISSION_DENIED. */
gboolean sb_service_set_address (const SbService *self,
                                 SbServiceAddress address,
                                 const char *text,
                                 GError **error);

/* Fails with %SB_SERVICES_ERROR_ADDRESS when it is no place for a password. */
SbServicePlace *sb_service_place_new (const SbService *service,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_service_place_free (SbServicePlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbServicePlace, sb_service_place_free)

G_END_DECLS
