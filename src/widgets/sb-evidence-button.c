/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-evidence-button.h"

#include "sb-date-format.h"
#include "sb-evidence.h"
#include "sb-grade.h"

#include <glib/gi18n.h>

static void
clicked_cb (SbSession *session,
            GtkButton *button)
{
  SbRecord *evidence = g_object_get_data (G_OBJECT (button), "evidence");
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);
  int start = (int) sb_record_get_integer (evidence, SB_EVIDENCE_START, 0);
  int length = (int) g_utf8_strlen (sb_record_get_text (evidence, SB_EVIDENCE_QUOTE), -1);

  if (document != NULL)
    sb_session_request_document (session, sb_ref_get_id (document), start, start + length);
}

/* "B2 · Timbuktu Institute · May 2026 · p. 3" */
static char *
format_source (SbRecord *evidence,
               SbLanguage language)
{
  SbRef *source = sb_record_get_ref (evidence, SB_EVIDENCE_SOURCE);
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);
  gint64 page = sb_record_get_integer (evidence, SB_EVIDENCE_PAGE, 0);
  g_autofree char *date = sb_date_format (sb_record_get_date (evidence, SB_EVIDENCE_DATE), language, SB_DATE_STYLE_MEDIUM);
  g_autofree char *grade = sb_grade_format (sb_record_get_term (evidence, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE),
                                            sb_record_get_term (evidence, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE));
  GString *line = g_string_new (grade);

  if (source != NULL || document != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "",
                            sb_ref_get_name (source != NULL ? source : document, language));
  if (*date != '\0')
    g_string_append_printf (line, " · %s", date);
  if (page > 0)
    /* Translators: a page number, in a reference. */
    g_string_append_printf (line, _ (" · p. %d"), (int) page);

  return g_string_free (line, FALSE);
}

static void
append_label (GtkWidget *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
sb_evidence_button_new (SbRecord *evidence,
                        SbSession *session,
                        SbLanguage language)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *source = format_source (evidence, language);
  gboolean is_contrary = sb_record_get_term (evidence, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_CONTRADICTS;
  g_autofree char *name =
    g_strjoin (", ", sb_record_get_text (evidence, SB_EVIDENCE_QUOTE), source, is_contrary ? _ ("Contradicts") : NULL, NULL);

  if (is_contrary)
    append_label (box, _ ("Contradicts"), "sheet-warning");

  append_label (box, sb_record_get_text (evidence, SB_EVIDENCE_QUOTE), "sheet-quote");
  append_label (box, source, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sheet-evidence");
  gtk_widget_set_tooltip_text (button, _ ("Open the document at this passage"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "evidence", g_object_ref (evidence), g_object_unref);
  if (session != NULL)
    g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), session, G_CONNECT_SWAPPED);
  return button;
}
