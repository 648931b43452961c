/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-benchmark"

#include "config.h"

#include "first-frame.h"
#include "sb-application.h"

#include <libintl.h>
#include <locale.h>

/* The program as its main() starts it, but that it quits after a frame. */
int
main (int argc,
      char *argv[])
{
  g_autoptr (SbApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SB_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_prgname (SB_APP_ID);
  application = sb_application_new ();
  print_first_frame (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
