/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc,
      char *argv[])
{
  g_autoptr (SbApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SB_LOCALEDIR") != NULL ? g_getenv ("SB_LOCALEDIR") : SB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_prgname (SB_APP_ID);
  g_set_application_name ("SahelBrief");
  application = sb_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
