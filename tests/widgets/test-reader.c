/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-reader.h"

#include "sb-block.h"
#include "sb-document.h"
#include "sb-record-builder.h"
#include "sb-widgets-init.h"

#include <adwaita.h>

/* The first list of rows at or below @widget. */
static GtkListBox *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget))
    return GTK_LIST_BOX (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkListBox *found = find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static SbRecord *
make_document (guint n_attachments)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Blocus de Kayes");
  for (guint i = 0; i < n_attachments; i++)
    {
      SbRecordBuilder *attachment = sb_record_builder_new (&sb_document_attachment_schema);
      g_autofree char *url = g_strdup_printf ("https://presse.example/%u.pdf", i);

      sb_record_builder_set_text (attachment, SB_ATTACHMENT_URL, url);
      sb_record_builder_take_item (builder, SB_DOCUMENT_ATTACHMENTS, sb_record_builder_end (attachment));
    }

  return sb_record_builder_end (builder);
}

static void
activated_cb (guint *activated,
              guint position)
{
  *activated = position;
}

static void
test_attachments (void)
{
  static const SbAttachmentState states[] = { SB_ATTACHMENT_STATE_FETCHED, SB_ATTACHMENT_STATE_FETCHING };
  GtkWidget *reader = g_object_ref_sink (sb_reader_new ());
  GtkListBox *list = find_list (reader);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbRecord) document = make_document (3);
  g_autoptr (SbRecord) bare = make_document (0);
  SbAttachmentRow *rows[3];
  guint activated = G_MAXUINT;

  g_signal_connect_swapped (reader, "attachment-activated", G_CALLBACK (activated_cb), &activated);
  sb_reader_set_document (SB_READER (reader), document, blocks);
  for (int i = 0; i < 3; i++)
    rows[i] = SB_ATTACHMENT_ROW (gtk_list_box_get_row_at_index (list, i));
  g_assert_null (gtk_list_box_get_row_at_index (list, 3));
  g_assert_cmpint (sb_attachment_row_get_state (rows[0]), ==, SB_ATTACHMENT_STATE_AWAY);

  /* The same rows say how far they are; one that is being fetched cannot be fetched. */
  sb_reader_set_attachments (SB_READER (reader), document, states, G_N_ELEMENTS (states));
  g_assert_true (gtk_list_box_get_row_at_index (list, 1) == GTK_LIST_BOX_ROW (rows[1]));
  g_assert_cmpint (sb_attachment_row_get_state (rows[0]), ==, SB_ATTACHMENT_STATE_FETCHED);
  g_assert_cmpint (sb_attachment_row_get_state (rows[2]), ==, SB_ATTACHMENT_STATE_AWAY);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (rows[1])));
  g_signal_emit_by_name (list, "row-activated", rows[2]);
  g_assert_cmpuint (activated, ==, 2);

  sb_reader_set_document (SB_READER (reader), bare, blocks);
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  g_assert_false (gtk_widget_is_visible (GTK_WIDGET (list)));
  sb_reader_set_document (SB_READER (reader), NULL, NULL);

  g_assert_finalize_object (reader);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sb_widgets_init ();

  g_test_add_func ("/widgets/reader/attachments", test_attachments);

  return g_test_run ();
}
