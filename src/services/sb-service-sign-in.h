/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-service-request.h"
#include "sb-service.h"

G_BEGIN_DECLS

/* Who asks a service. What a person types becomes a secret, a line of text that is
 * kept in the keyring and goes with each request: for ACLED two tokens, and never the
 * password itself; for the others the key or the name that they were given. */

/* What the person has to fill in: NULL for a field that there is not. Translatable,
 * static. */
typedef struct
{
  const char *user; /* (nullable) "E-mail address" */
  const char *password; /* (nullable) "Password", "Key" */
  gboolean is_hidden; /* @password is not to be seen on the screen */
  const char *help; /* where one gets it */
  const char *page; /* the address of that */
} SbSignInForm;

/* NULL for a service that asks for nothing. */
const SbSignInForm *sb_service_get_sign_in_form (const SbService *self);

/* Begins a sign-in. Returns a request, whose answer sb_service_read_tokens() reads;
 * or NULL and @secret (out) where none is needed; or NULL with
 * %SB_SERVICES_ERROR_CREDENTIALS when something was not filled in. */
SbServiceRequest *sb_service_sign_in (const SbService *self,
                                      SbServicePlace *place,
                                      const char *user,
                                      const char *password,
                                      char **secret,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The request that renews @secret; NULL when it is one that cannot be. */
SbServiceRequest *sb_service_renew (const SbService *self,
                                    SbServicePlace *place,
                                    const char *secret) G_GNUC_WARN_UNUSED_RESULT;
/* The secret in the answer to one of the two. @old (nullable) is that which was
 * renewed. Fails with %SB_SERVICES_ERROR_CREDENTIALS, of a renewal with
 * %SB_SERVICES_ERROR_EXPIRED, when the service refuses. */
char *sb_service_read_tokens (const SbService *self,
                              SbFetchResult *answer,
                              const char *old,
                              gint64 now,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @secret has run out by the clock, so that it is better renewed first. */
gboolean sb_service_is_stale (const SbService *self,
                              const char *secret,
                              gint64 now);

G_END_DECLS
