/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbServicesError:
 * @SB_SERVICES_ERROR_QUERY: what a service is to be asked for makes no sense; the
 *   message is the word that is wrong.
 * @SB_SERVICES_ERROR_ADDRESS: the address of the service in the settings is none,
 *   or one that a password must not be sent to.
 * @SB_SERVICES_ERROR_SIGN_IN: the service wants to know who asks, and nobody has
 *   signed in.
 * @SB_SERVICES_ERROR_CREDENTIALS: the name and the password, or the key, are not
 *   accepted.
 * @SB_SERVICES_ERROR_EXPIRED: the sign-in has run out and could not be renewed.
 * @SB_SERVICES_ERROR_NO_ACCESS: ACLED knows the account and gives it no data.
 * @SB_SERVICES_ERROR_APP_NAME: ReliefWeb has not approved the name of the
 *   application.
 * @SB_SERVICES_ERROR_RETIRED: this version of the service is switched off.
 * @SB_SERVICES_ERROR_QUOTA: the requests of the day are used up.
 * @SB_SERVICES_ERROR_HTML: an HTML page where data should be, as services answer
 *   that are asked too often.
 * @SB_SERVICES_ERROR_ANSWER: data of another form than the service documents.
 * @SB_SERVICES_ERROR_CHECKSUM: a file that is not the one whose checksum the service
 *   gives.
 * @SB_SERVICES_ERROR_PAGING: the same page again and again.
 * @SB_SERVICES_ERROR_NOTHING: a good answer, and nothing in it of what was asked
 *   for.
 * @SB_SERVICES_ERROR_NO_KEYRING: this machine has no Secret Service.
 * @SB_SERVICES_ERROR_KEYRING_LOCKED: the Secret Service is locked, or refused.
 *
 * What the reader must be able to tell apart about a data service, beyond what goes
 * for all that is fetched (SB_FEEDS_ERROR). No message has in it what a server said
 * or what was sent to it.
 */
typedef enum
{
  SB_SERVICES_ERROR_QUERY,
  SB_SERVICES_ERROR_ADDRESS,
  SB_SERVICES_ERROR_SIGN_IN,
  SB_SERVICES_ERROR_CREDENTIALS,
  SB_SERVICES_ERROR_EXPIRED,
  SB_SERVICES_ERROR_NO_ACCESS,
  SB_SERVICES_ERROR_APP_NAME,
  SB_SERVICES_ERROR_RETIRED,
  SB_SERVICES_ERROR_QUOTA,
  SB_SERVICES_ERROR_HTML,
  SB_SERVICES_ERROR_ANSWER,
  SB_SERVICES_ERROR_CHECKSUM,
  SB_SERVICES_ERROR_PAGING,
  SB_SERVICES_ERROR_NOTHING,
  SB_SERVICES_ERROR_NO_KEYRING,
  SB_SERVICES_ERROR_KEYRING_LOCKED,
} SbServicesError;

#define SB_N_SERVICES_ERRORS (SB_SERVICES_ERROR_KEYRING_LOCKED + 1)

#define SB_SERVICES_ERROR (sb_services_error_quark ())

GQuark sb_services_error_quark (void);

/* The name of the code in files and on the command line: "sign-in". No code of
 * SB_FEEDS_ERROR has the same. Static. */
const char *sb_services_error_get_name (SbServicesError code);

G_END_DECLS
