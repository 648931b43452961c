/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE for a line of the names of networks and of what one can do with a page:
 * "Partager sur Facebook Twitter WhatsApp Imprimer". */
gboolean _sb_is_share_bar (const char *text);

G_END_DECLS
