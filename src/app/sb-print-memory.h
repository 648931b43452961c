/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-sheets.h"

G_BEGIN_DECLS

/* What was chosen in the print dialog last, whatever was printed: kept in the settings
 * "print-settings" and "print-setup". Main thread. */

/* (nullable): the printer, colours, both sides; NULL before the first printing. */
GtkPrintSettings *sb_print_memory_load_settings (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* As last time, but for the paper and how it lies, which what is printed knows. */
GtkPageSetup *sb_print_memory_load_setup (GSettings *settings,
                                          SbPaper paper,
                                          GtkPageOrientation orientation) G_GNUC_WARN_UNUSED_RESULT;

/* What of @settings, which were printed with, is proposed the next time. How many, which
 * pages, how the paper lies and into which file is a matter of one printing: the next one
 * would be written over the last. */
GtkPrintSettings *sb_print_memory_dup_lasting (GtkPrintSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps what lasts of what @operation was printed with. */
void sb_print_memory_keep (GSettings *settings,
                           GtkPrintOperation *operation);

G_END_DECLS
