/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the locale of the user, and the messages of the program in it
 * (SB_LOCALEDIR in the environment says where they are when the program is not
 * installed). The first thing that main() does.
 *
 * Numbers stay those of the "C" locale: Cairo and Graphviz read and write them
 * as text among themselves, and fail where a comma parts the decimals, as in
 * French. Numbers for people are written by sb_number_format(), by the rules of
 * the language they stand in. GTK must be kept from taking the locale again:
 * gtk_disable_setlocale(). */
void sb_locale_init (void);

G_END_DECLS
