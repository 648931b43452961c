/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-office-xml.h"

#include "sb-document-error.h"

#include <string.h>

#define MAX_DEPTH 500

typedef struct
{
  const SbOfficeHandler *handler;
  gpointer data;
  XML_Parser parser;
  guint depth;
  gboolean is_refused;
} Parse;

/* "address name" without the copy that a split would need: @space is the whole
 * and is compared by what it holds. */
static const char *
get_local (const char *name)
{
  const char *space = strrchr (name, ' ');

  return space == NULL ? name : space + 1;
}

static void
refuse (Parse *self)
{
  self->is_refused = TRUE;
  XML_StopParser (self->parser, XML_FALSE);
}

static void
start_cb (void *user_data,
          const XML_Char *name,
          const XML_Char **attributes)
{
  Parse *self = user_data;

  if (++self->depth > MAX_DEPTH)
    refuse (self);
  else
    self->handler->start (self->data, name, get_local (name), attributes);
}

static void
end_cb (void *user_data,
        const XML_Char *name)
{
  Parse *self = user_data;

  self->depth--;
  self->handler->end (self->data, name, get_local (name));
}

static void
text_cb (void *user_data,
         const XML_Char *text,
         int length)
{
  Parse *self = user_data;

  self->handler->text (self->data, text, length);
}

/* No word processor writes a document type; it could declare entities. */
static void
doctype_cb (void *user_data,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int has_internal_subset)
{
  refuse (user_data);
}

gboolean
_sb_office_parse (GBytes *xml,
                  const SbOfficeHandler *handler,
                  gpointer data,
                  GError **error)
{
  XML_Parser parser = XML_ParserCreateNS (NULL, ' ');
  Parse self = { handler, data, parser, 0, FALSE };
  gsize size;
  const char *bytes = g_bytes_get_data (xml, &size);
  enum XML_Status status;

  XML_SetUserData (parser, &self);
  XML_SetElementHandler (parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (parser, text_cb);
  XML_SetStartDoctypeDeclHandler (parser, doctype_cb);
  status = XML_Parse (parser, bytes, (int) size, XML_TRUE);
  if (status != XML_STATUS_OK)
    g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN, "The file is damaged: %s",
                 self.is_refused ? "it is built in an unusual way" : XML_ErrorString (XML_GetErrorCode (parser)));
  XML_ParserFree (parser);
  return status == XML_STATUS_OK;
}

const char *
_sb_office_get (const char **attributes,
                const char *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (g_str_equal (get_local (attributes[i]), name))
      return attributes[i + 1];
  return NULL;
}
