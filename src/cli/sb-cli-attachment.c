/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-attachment.h"

#include <glib/gi18n.h>

#include "sb-attachments.h"
#include "sb-cli-commands.h"
#include "sb-cli-lookup.h"
#include "sb-document.h"
#include "sb-record-json.h"

char *
sb_cli_describe_attachment (SbRecord *attachment,
                            SbLanguage language)
{
  g_autofree char *name = sb_attachment_dup_name (attachment);
  g_autofree char *known = sb_attachment_describe (attachment, language);
  const char *url = sb_record_get_text (attachment, SB_ATTACHMENT_URL);
  GString *line = g_string_new (name);

  if (*known != '\0')
    g_string_append_printf (line, " · %s", known);
  if (g_strcmp0 (name, url) != 0)
    g_string_append_printf (line, " · %s", url);
  return g_string_free (line, FALSE);
}

void
sb_cli_print_attachments (SbRecord *document,
                          GArray *fetched)
{
  SbLanguage language = sb_language_get_interface ();
  SbRecord *attachment;

  for (guint i = 1; (attachment = sb_attachments_get (document, i)) != NULL; i++)
    {
      g_autofree char *line = sb_cli_describe_attachment (attachment, language);
      gint64 id = fetched != NULL && i <= fetched->len ? g_array_index (fetched, gint64, i - 1) : 0;
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      /* Translators: the number of a document. */
      g_autofree char *state = id != 0 ? g_strdup_printf (_ ("fetched as document %s"), number) : NULL;

      sb_cli_print ("    %u · %s%s%s\n", i, line, state != NULL ? " · " : "", state != NULL ? state : "");
    }
}

void
sb_cli_add_fetched (JsonArray *attachments,
                    GArray *fetched)
{
  for (guint i = 0; i < MIN (json_array_get_length (attachments), fetched->len); i++)
    if (g_array_index (fetched, gint64, i) != 0)
      json_object_set_int_member (json_array_get_object_element (attachments, i), "document", g_array_index (fetched, gint64, i));
}

char *
sb_cli_dup_attachment_url (SbRecord *document,
                           const char *number)
{
  g_autofree char *quoted = NULL;
  gint64 value;
  SbRecord *attachment = NULL;

  if (sb_cli_read_id (number, &value) && value <= G_MAXUINT)
    attachment = sb_attachments_get (document, (guint) value);
  if (attachment != NULL)
    return g_strdup (sb_record_get_text (attachment, SB_ATTACHMENT_URL));

  quoted = sb_cli_quote (number);
  sb_cli_tell (_ ("The document has no attachment %s: “show document” lists them."), quoted);
  return NULL;
}
