/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-service-sign-in.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-service-private.h"

/* OAuth 2 as ACLED has had it since September 2025: the grant of a password gives a
 * token for a day and one for two weeks that renews both; the client is called
 * "acled". RFC 6749, sections 4.3 and 6. */
#define TOKEN_PATH "/oauth/token"
#define CLIENT     "acled"

/* A token is renewed so long before its end, in seconds. */
#define MARGIN 120

static const SbSignInForm forms[] = {
  [SB_CREDENTIAL_NONE] = { NULL },
  [SB_CREDENTIAL_APP_NAME] = {
    .password = N_ ("Application name"),
    .help = N_ ("ReliefWeb gives its interface to applications whose name it has approved. Without one, its RSS is read, which has less."),
    .page = "https://apidoc.reliefweb.int/parameters#appname",
  },
  [SB_CREDENTIAL_PASSWORD] = {
    .user = N_ ("E-mail address"),
    .password = N_ ("Password"),
    .is_hidden = TRUE,
    .help = N_ ("The account that you have at ACLED. The password is sent to ACLED and not kept."),
    .page = "https://acleddata.com/user/register",
  },
  [SB_CREDENTIAL_TOKEN] = {
    .password = N_ ("Access token"),
    .is_hidden = TRUE,
    .help = N_ ("UCDP gives a token to those who write to the maintainer of its interface."),
    .page = "https://ucdp.uu.se/apidocs/",
  },
  [SB_CREDENTIAL_IDENTITY] = {
    .user = N_ ("E-mail address"),
    .password = N_ ("Application name"),
    .help = N_ ("HDX HAPI wants to know who asks: any name of an application, and your address. No account is needed."),
    .page = "https://hapi.humdata.org/docs",
  },
};

const SbSignInForm *
sb_service_get_sign_in_form (const SbService *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->credential != SB_CREDENTIAL_NONE ? &forms[self->credential] : NULL;
}

/* application/x-www-form-urlencoded */
static char *
make_form (const char *first,
           ...)
{
  g_autoptr (GString) form = g_string_new (NULL);
  const char *name = first;
  va_list arguments;

  va_start (arguments, first);
  while (name != NULL)
    {
      g_autofree char *value = g_uri_escape_string (va_arg (arguments, const char *), NULL, TRUE);

      g_string_append_printf (form, "%s%s=%s", form->len > 0 ? "&" : "", name, value);
      name = va_arg (arguments, const char *);
    }
  va_end (arguments);
  return g_string_free (g_steal_pointer (&form), FALSE);
}

static SbServiceRequest *
make_token_request (SbServicePlace *place,
                    char *form)
{
  SbServiceRequest *request = _sb_service_make_request (place, TOKEN_PATH, NULL);

  _sb_service_request_post (request, "application/x-www-form-urlencoded", form);
  return request;
}

/* One of the words, as a line. */
static char *
make_secret (const char *name,
             const char *value)
{
  g_autoptr (SbServiceWords) words = sb_service_words_new (NULL);

  sb_service_words_set (words, name, value);
  return sb_service_words_to_text (words);
}

/* HAPI knows who asks by base64 of "application:address". */
static char *
make_identity (const char *user,
               const char *application)
{
  g_autofree char *both = g_strdup_printf ("%s:%s", application, user);
  g_autofree char *identifier = g_base64_encode ((const guchar *) both, strlen (both));

  return make_secret ("identifier", identifier);
}

SbServiceRequest *
sb_service_sign_in (const SbService *self,
                    SbServicePlace *place,
                    const char *user,
                    const char *password,
                    char **secret,
                    GError **error)
{
  const SbSignInForm *form;

  g_return_val_if_fail (self != NULL && place != NULL && secret != NULL, NULL);

  *secret = NULL;
  form = sb_service_get_sign_in_form (self);
  if (form == NULL || password == NULL || *password == '\0' || (form->user != NULL && (user == NULL || *user == '\0')))
    {
      g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_CREDENTIALS, "Something was not filled in");
      return NULL;
    }

  switch (self->credential)
    {
    case SB_CREDENTIAL_PASSWORD:
      return make_token_request (place, make_form ("username", user, "password", password, "grant_type", "password",
                                                   "client_id", CLIENT, "scope", "authenticated", NULL));

    case SB_CREDENTIAL_IDENTITY:
      *secret = make_identity (user, password);
      return NULL;

    case SB_CREDENTIAL_APP_NAME:
      *secret = make_secret ("appname", password);
      return NULL;

    case SB_CREDENTIAL_TOKEN:
    case SB_CREDENTIAL_NONE:
    default:
      *secret = make_secret ("token", password);
      return NULL;
    }
}

SbServiceRequest *
sb_service_renew (const SbService *self,
                  SbServicePlace *place,
                  const char *secret)
{
  g_autoptr (SbServiceWords) words = sb_service_words_new (secret);
  const char *refresh = sb_service_words_get (words, "refresh");

  g_return_val_if_fail (self != NULL && place != NULL, NULL);

  if (self->credential != SB_CREDENTIAL_PASSWORD || refresh == NULL)
    return NULL;

  return make_token_request (place, make_form ("refresh_token", refresh, "grant_type", "refresh_token", "client_id",
                                               CLIENT, NULL));
}

/* RFC 6749 says 400 of a grant that is no good, and many say 401. */
static void
translate_failure (SbFetchResult *answer,
                   gboolean is_renewal,
                   GError **error)
{
  guint status = sb_fetch_result_get_status (answer);
  const GError *failure = sb_fetch_result_get_error (answer);

  if (status == 400 || status == 401 || status == 403)
    g_set_error (error, SB_SERVICES_ERROR, is_renewal ? SB_SERVICES_ERROR_EXPIRED : SB_SERVICES_ERROR_CREDENTIALS,
                 "HTTP %u", status);
  else if (status == 410)
    g_set_error (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_RETIRED, "HTTP %u", status);
  else if (status != 0)
    g_set_error (error, SB_FEEDS_ERROR, failure->code, "HTTP %u", status);
  else
    g_propagate_error (error, g_error_copy (failure));
}

static char *
read_tokens (GBytes *body,
             const char *old,
             gint64 now,
             GError **error)
{
  g_autoptr (SbJsonEnvelope) envelope = sb_json_envelope_new (body, NULL);
  const char *access = envelope != NULL ? sb_json_envelope_get (envelope, "access_token") : NULL;
  const char *refresh = envelope != NULL ? sb_json_envelope_get (envelope, "refresh_token") : NULL;
  const char *expires = envelope != NULL ? sb_json_envelope_get (envelope, "expires_in") : NULL;
  g_autoptr (SbServiceWords) words = sb_service_words_new (old);

  if (access == NULL || *access == '\0')
    {
      _sb_service_set_answer_error (error, "There is no token in the answer");
      return NULL;
    }

  sb_service_words_set (words, "access", access);
  /* A server may leave the old one in force. */
  if (refresh != NULL)
    sb_service_words_set (words, "refresh", refresh);
  sb_service_words_set (words, "expires", NULL);
  if (expires != NULL)
    sb_service_words_set_integer (words, "expires", now + g_ascii_strtoll (expires, NULL, 10));
  return sb_service_words_to_text (words);
}

char *
sb_service_read_tokens (const SbService *self,
                        SbFetchResult *answer,
                        const char *old,
                        gint64 now,
                        GError **error)
{
  g_return_val_if_fail (self != NULL && answer != NULL, NULL);

  if (sb_fetch_result_get_outcome (answer) != SB_FETCH_UPDATED)
    {
      translate_failure (answer, old != NULL, error);
      return NULL;
    }

  return read_tokens (sb_fetch_result_get_body (answer), old, now, error);
}

gboolean
sb_service_is_stale (const SbService *self,
                     const char *secret,
                     gint64 now)
{
  g_autoptr (SbServiceWords) words = sb_service_words_new (secret);
  gint64 expires = sb_service_words_get_integer (words, "expires", 0);

  g_return_val_if_fail (self != NULL, FALSE);

  return expires > 0 && expires - MARGIN <= now;
}
