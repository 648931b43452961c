/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <expat.h>
#include <glib.h>

G_BEGIN_DECLS

/* What the parsers of word processor files share. Names are those of expat
 * with namespaces: the address of the namespace, a space, the local name. */
typedef struct
{
  void (*start) (gpointer data,
                 const char *space,
                 const char *name,
                 const char **attributes);
  void (*end) (gpointer data,
               const char *space,
               const char *name);
  void (*text) (gpointer data,
                const char *text,
                int length);
} SbOfficeHandler;

/* Goes through @xml and calls @handler. Nothing is fetched and no entity
 * declared in the file is used. Fails with SB_DOCUMENT_ERROR when it is no
 * XML or nested too deeply. */
gboolean _sb_office_parse (GBytes *xml,
                           const SbOfficeHandler *handler,
                           gpointer data,
                           GError **error);

/* The value of the attribute with that local name, or NULL. */
const char *_sb_office_get (const char **attributes,
                            const char *name);

G_END_DECLS
