/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-application.h"

#include "sb-locale.h"

int
main (int argc,
      char *argv[])
{
  g_autoptr (SbApplication) application = NULL;

  sb_locale_init ();
  gtk_disable_setlocale ();

  g_set_prgname (SB_APP_ID);
  g_set_application_name ("SahelBrief");
  application = sb_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
