/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has every button of the program that is shown from now on be called by its label alone: GTK
 * 4.8 tells assistive technology a label with a mnemonic twice, once with the underscore.
 * Once. */
void sb_button_name_start (void);

G_END_DECLS
