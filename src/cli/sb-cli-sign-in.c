/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-prompt.h"
#include "sb-cli-session.h"
#include "sb-service-sign-in.h"

/* The service that the argument names, or that of the feed whose id it is; NULL and
 * @status when there is none. */
static const SbService *
find_service (SbCli *self,
              SbCliStatus *status)
{
  const char *argument = self->arguments[0];
  const SbService *service = sb_service_find (argument);
  g_autofree char *quoted = sb_cli_quote (argument);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) feed = NULL;
  gint64 id;

  if (service != NULL)
    return service;

  if (!sb_cli_read_id (argument, &id))
    {
      *status = sb_cli_refuse (_ ("“%s” is neither the id of a feed nor a data service."), quoted);
      return NULL;
    }

  *status = SB_CLI_FAILED;
  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return NULL;

  feed = sb_store_get (store, SB_KIND_FEED, id, NULL);
  if (feed == NULL)
    sb_cli_tell (_ ("There is no feed %s."), quoted);
  else
    service = sb_service_get ((SbFeedKind) sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED));
  if (feed != NULL && service == NULL)
    sb_cli_tell ("%s", _ ("This feed is open to everyone: there is nothing to sign in to."));

  return service;
}

static void
print_state (SbCli *self,
             const SbService *service,
             gboolean is_signed_in)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!self->wants_json)
    {
      /* Translators: %s is a data service. */
      sb_cli_tell (is_signed_in ? _ ("Signed in to %s: “sync” fetches what it has.") : _ ("Signed out of %s."),
                   sb_service_get_label (service));
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "service", sb_service_get_name (service));
  json_builder_set_member_name (builder, "signed_in");
  json_builder_add_boolean_value (builder, is_signed_in);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static char *
ask (const char *label,
     gboolean is_hidden)
{
  /* Translators: what is to be typed at a terminal, behind the name of the field. */
  g_autofree char *prompt = g_strdup_printf (_ ("%s:"), _ (label));

  return sb_cli_prompt (prompt, is_hidden);
}

static SbCliStatus
sign_in (SbCli *self,
         const SbService *service,
         const char *user,
         const char *password)
{
  g_auto (SbCliSession) session = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!sb_cli_session_open (&session, self))
    return SB_CLI_FAILED;

  sb_sync_sign_in_async (session.sync, service, user, password, sb_cli_session_get_cancellable (&session),
                         sb_cli_session_done_cb, &session);
  result = sb_cli_session_wait (&session);
  if (!sb_sync_sign_in_finish (session.sync, result, &error))
    return sb_cli_fail (sb_service_get_label (service), error);

  print_state (self, service, TRUE);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_feed_sign_in (SbCli *self)
{
  SbCliStatus status = SB_CLI_FAILED;
  const SbService *service = find_service (self, &status);
  const SbSignInForm *form = service != NULL ? sb_service_get_sign_in_form (service) : NULL;
  g_autofree char *user = NULL;
  g_autofree char *password = NULL;

  if (service == NULL)
    return status;

  if (form == NULL)
    {
      sb_cli_tell ("%s", _ ("This feed is open to everyone: there is nothing to sign in to."));
      return SB_CLI_FAILED;
    }

  sb_cli_tell ("%s", _ (form->help));
  user = form->user != NULL ? ask (form->user, FALSE) : NULL;
  password = ask (form->password, form->is_hidden);
  return sign_in (self, service, user, password);
}

SbCliStatus
sb_cli_feed_sign_out (SbCli *self)
{
  SbCliStatus status = SB_CLI_FAILED;
  const SbService *service = find_service (self, &status);
  g_auto (SbCliSession) session = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (service == NULL)
    return status;

  if (!sb_cli_session_open (&session, self))
    return SB_CLI_FAILED;

  sb_sync_sign_out_async (session.sync, service, sb_cli_session_get_cancellable (&session), sb_cli_session_done_cb,
                          &session);
  result = sb_cli_session_wait (&session);
  if (!sb_sync_sign_out_finish (session.sync, result, &error))
    return sb_cli_fail (sb_service_get_label (service), error);

  print_state (self, service, FALSE);
  return SB_CLI_DONE;
}
