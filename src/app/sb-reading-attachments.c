/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-reading-pane-private.h"

#include "sb-document.h"

#include <glib/gi18n.h>

/* How far each attachment is of @document, the one that is read. */
static void
show_attachments (SbReadingPane *self,
                  SbRecord *document)
{
  guint n = sb_record_get_n_items (document, SB_DOCUMENT_ATTACHMENTS);
  g_autofree SbAttachmentState *states = g_new0 (SbAttachmentState, n);

  for (guint i = 0; i < n; i++)
    {
      SbRecord *attachment = sb_record_get_item (document, SB_DOCUMENT_ATTACHMENTS, i);

      if (self->fetched != NULL && i < self->fetched->len && g_array_index (self->fetched, gint64, i) != 0)
        states[i] = SB_ATTACHMENT_STATE_FETCHED;
      else if (sb_attachment_fetches_is_under_way (self->fetches, sb_record_get_id (document),
                                                   sb_record_get_text (attachment, SB_ATTACHMENT_URL)))
        states[i] = SB_ATTACHMENT_STATE_FETCHING;
    }

  sb_reader_set_attachments (self->reader, document, states, n);
}

void
_sb_reading_pane_take_fetched (SbReadingPane *self,
                               SbOpenDocument *opened)
{
  g_clear_pointer (&self->fetched, g_array_unref);
  self->fetched = g_steal_pointer (&opened->fetched);
  show_attachments (self, opened->document);
}

static void
attachment_fetched_cb (SbReadingPane *self,
                       gint64 document,
                       gint64 fetched,
                       GError *error)
{
  if (error != NULL)
    _sb_reading_pane_show_error (self, error);
  else
    _sb_reading_pane_show_message (self, _ ("The attachment is among the documents now."));

  /* The catalogue tells of nothing when the document was there already. */
  _sb_reading_pane_follow (self);
}

void
_sb_reading_pane_attachment_activated_cb (SbReadingPane *self,
                                          guint position)
{
  SbRecord *document = sb_reader_get_document (self->reader);
  gint64 fetched = self->fetched != NULL && position < self->fetched->len ? g_array_index (self->fetched, gint64, position) : 0;
  SbRecord *attachment;
  g_autofree char *name = NULL;

  if (document == NULL || position >= sb_record_get_n_items (document, SB_DOCUMENT_ATTACHMENTS))
    return;
  if (fetched != 0)
    {
      g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_DOCUMENT, fetched, NULL, NULL);

      /* The list may not show it. */
      sb_session_select (self->session, ref);
      sb_reading_pane_open (self, fetched, 0, 0);
      return;
    }
  if (sb_catalogue_is_read_only (self->catalogue))
    {
      _sb_reading_pane_show_message (self, _ ("This catalogue can only be read: its file may not be written to."));
      return;
    }

  attachment = sb_record_get_item (document, SB_DOCUMENT_ATTACHMENTS, position);
  name = sb_attachment_dup_name (attachment);
  sb_attachment_fetches_start (self->fetches, sb_record_get_id (document), sb_record_get_text (attachment, SB_ATTACHMENT_URL), name);
  show_attachments (self, document);
}

void
_sb_reading_pane_connect_attachments (SbReadingPane *self)
{
  self->fetches = sb_attachment_fetches_new (self->context);
  g_signal_connect_object (self->fetches, "ended", G_CALLBACK (attachment_fetched_cb), self, G_CONNECT_SWAPPED);
}
