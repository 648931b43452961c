/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-block-words.h"
#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-spoken-name.h"

#include <glib/gi18n.h>

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* @finding (nullable) is what the row leads to. */
static void
append_point (SbBriefingsPage *self,
              const char *text,
              const SbBriefingFinding *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = finding != NULL ? _sb_briefings_page_create_translate_button (self, finding) : NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), finding != NULL && (finding->block != NULL || sb_briefing_finding_is_of_imprint (finding)));
  if (finding != NULL)
    {
      g_object_set_data_full (G_OBJECT (row), "sb-block", g_strdup (finding->block), g_free);
      g_object_set_data (G_OBJECT (row), "sb-line", GUINT_TO_POINTER (finding->line));
      g_object_set_data (G_OBJECT (row), "sb-languages", GUINT_TO_POINTER (finding->languages));
      g_object_set_data (G_OBJECT (row), "sb-imprint", GINT_TO_POINTER (sb_briefing_finding_is_of_imprint (finding)));
    }
  sb_spoken_name_row (row);
  gtk_list_box_append (self->points, row);
}

/* In the order of the pages; each leads to its place. */
static void
append_findings (SbBriefingsPage *self,
                 GPtrArray *findings)
{
  SbLanguage language = sb_language_get_interface ();

  for (guint i = 0; i < findings->len; i++)
    {
      const SbBriefingFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = sb_briefing_finding_dup_sentence (finding, language);

      append_point (self, sentence, finding);
    }
}

/* How many there are in each block, beside its comments. */
static void
count_findings (SbBriefingsPage *self,
                GPtrArray *findings)
{
  for (guint i = 0; i < sb_outline_get_n_entries (self->outline); i++)
    {
      const char *name = sb_outline_get_entry (self->outline, i)->name;
      guint n = 0;

      for (guint k = 0; findings != NULL && k < findings->len; k++)
        {
          const SbBriefingFinding *finding = g_ptr_array_index (findings, k);

          n += finding->kind != SB_BRIEFING_FINDING_COMMENT && g_strcmp0 (finding->block, name) == 0;
        }
      sb_outline_list_set_n_findings (self->outline_list, name, n);
    }
}

static void
show_summary (SbBriefingsPage *self)
{
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      SbEdition *edition = self->live != NULL ? sb_live_edition_get (self->live, (SbLanguage) i) : NULL;
      guint n_pages, n_words, n_sources;
      g_autofree char *pages = NULL;
      g_autofree char *words = NULL;
      g_autofree char *sources = NULL;

      if (edition == NULL)
        continue;
      n_pages = sb_sheets_get_n_sheets (sb_edition_get_sheets (edition));
      n_words = sb_edition_get_n_words (edition);
      n_sources = sb_edition_get_n_sources (edition);
      pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
      words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
      sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
      g_string_append_printf (summary, "%s%s · %s · %s · %s", summary->len > 0 ? "\n" : "", i == SB_LANGUAGE_FR ? "FR" : "EN", pages, words, sources);
    }
  gtk_label_set_label (self->findings, summary->str);
  g_string_free (summary, TRUE);
}

static void
done_toggled_cb (SbBriefingsPage *self,
                 GtkCheckButton *button)
{
  guint comment = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sb-comment"));
  gboolean is_done = gtk_check_button_get_active (button);

  if (self->is_filling || self->outline == NULL)
    return;

  _sb_briefings_page_take_edit (self, is_done ? sb_outline_close_comment (self->outline, comment) : sb_outline_reopen_comment (self->outline, comment),
                                is_done ? _ ("Settle a comment") : _ ("Reopen a comment"));
}

static void
remove_comment_cb (SbBriefingsPage *self,
                   GtkButton *button)
{
  guint comment = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sb-comment"));

  if (self->outline != NULL)
    _sb_briefings_page_take_edit (self, sb_outline_remove_comment (self->outline, comment), _ ("Delete a comment"));
}

/* "A. Diallo · 3 June 2026 · Situation" */
static char *
describe_comment (SbBriefingsPage *self,
                  SbRecord *comment)
{
  SbLanguage language = sb_language_get_interface ();
  const char *author = sb_record_get_text (comment, SB_BRIEFING_COMMENT_AUTHOR);
  const char *block = sb_record_get_text (comment, SB_BRIEFING_COMMENT_BLOCK);
  const SbOutlineEntry *entry = block != NULL ? sb_outline_find (self->outline, block) : NULL;
  g_autofree char *name = entry != NULL ? sb_block_words_dup_name (entry, language) : NULL;
  int day = (int) (sb_record_get_time (comment, SB_BRIEFING_COMMENT_WRITTEN) / (24 * 60 * 60));
  g_autofree char *date = sb_day_format (day, language, SB_DATE_STYLE_MEDIUM);

  return g_strjoin (" · ", date, author != NULL ? author : _ ("nobody named"), name, NULL);
}

static GtkWidget *
create_comment_text (SbBriefingsPage *self,
                     SbRecord *comment)
{
  const char *passage = sb_record_get_text (comment, SB_BRIEFING_COMMENT_PASSAGE);
  g_autofree char *meta = describe_comment (self, comment);
  g_autofree char *quoted = passage != NULL ? g_strdup_printf (_ ("“%s”"), passage) : NULL;
  const char *lines[] = { quoted, sb_record_get_text (comment, SB_BRIEFING_COMMENT_TEXT), meta };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label;

      if (lines[i] == NULL)
        continue;
      label = gtk_label_new (lines[i]);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      if (i != 1)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
append_comment (SbBriefingsPage *self,
                guint number)
{
  SbRecord *comment = sb_record_get_item (self->briefing, SB_BRIEFING_COMMENTS, number);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *done = gtk_check_button_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (done), sb_record_get_boolean (comment, SB_BRIEFING_COMMENT_DONE));
  gtk_widget_set_valign (done, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (done, _ ("Settled"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (done), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Settled"), -1);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Delete the comment"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete the comment"), -1);
  g_object_set_data (G_OBJECT (done), "sb-comment", GUINT_TO_POINTER (number));
  g_object_set_data (G_OBJECT (remove), "sb-comment", GUINT_TO_POINTER (number));
  g_signal_connect_object (done, "toggled", G_CALLBACK (done_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_comment_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), done);
  gtk_box_append (GTK_BOX (box), create_comment_text (self, comment));
  gtk_box_append (GTK_BOX (box), remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "sb-block", g_strdup (sb_record_get_text (comment, SB_BRIEFING_COMMENT_BLOCK)), g_free);
  sb_spoken_name_row (row);
  gtk_list_box_append (self->comments, row);
}

/* What is open comes first. */
static void
show_comments (SbBriefingsPage *self)
{
  guint n = sb_record_get_n_items (self->briefing, SB_BRIEFING_COMMENTS);

  clear_list (self->comments);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      if (sb_record_get_boolean (sb_record_get_item (self->briefing, SB_BRIEFING_COMMENTS, i), SB_BRIEFING_COMMENT_DONE) == (pass == 1))
        append_comment (self, i);
}

void
_sb_briefings_page_show_points (SbBriefingsPage *self)
{
  GPtrArray *findings = self->live != NULL ? sb_live_edition_get_findings (self->live) : NULL;

  if (self->outline == NULL)
    return;

  self->is_filling = TRUE;
  clear_list (self->points);
  if (findings != NULL)
    append_findings (self, findings);
  if (findings != NULL && findings->len == 0)
    append_point (self, _ ("Nothing to settle."), NULL);
  count_findings (self, findings);
  _sb_briefings_page_show_flags (self, findings);
  _sb_briefings_page_update_stale (self);
  show_summary (self);
  show_comments (self);
  self->is_filling = FALSE;
}

void
_sb_briefings_page_go_to (SbBriefingsPage *self,
                          const char *block,
                          guint line,
                          guint languages)
{
  SbLanguage language = languages == (1u << SB_LANGUAGE_EN) ? SB_LANGUAGE_EN : SB_LANGUAGE_FR;

  if (block == NULL || self->outline == NULL || sb_outline_find (self->outline, block) == NULL)
    return;

  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
  _sb_briefings_page_choose_block (self, block);
  if (line > 0 && sb_section_editor_is_writable (self->editor))
    sb_text_editor_go_to_line (sb_section_editor_get_editor (self->editor, language), line);
  self->follows_text = line > 0;
  _sb_briefings_page_mark_block (self, TRUE);
  self->follows_text = FALSE;
  sb_section_editor_focus_text (self->editor, language);
}

static void
point_activated_cb (SbBriefingsPage *self,
                    GtkListBoxRow *row)
{
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "sb-imprint")))
    {
      _sb_briefings_page_go_to_imprint (self);
      return;
    }
  _sb_briefings_page_go_to (self, g_object_get_data (G_OBJECT (row), "sb-block"),
                            GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "sb-line")),
                            GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "sb-languages")));
}

/* On the block that is chosen, and on its words that are selected. */
static void
comment_activated_cb (SbBriefingsPage *self)
{
  const char *text = gtk_editable_get_text (self->comment);
  const char *author = sb_record_get_text (self->briefing, SB_BRIEFING_AUTHOR);
  g_autofree char *passage = NULL;

  if (self->outline == NULL || text[0] == '\0')
    return;

  passage = sb_text_editor_dup_selection (sb_section_editor_get_current (self->editor));
  _sb_briefings_page_take_edit (self,
                                sb_outline_add_comment (self->outline, sb_outline_list_get_chosen (self->outline_list),
                                                        author != NULL ? author : g_get_real_name (), passage[0] != '\0' ? passage : NULL, text),
                                _ ("Add a comment"));
  gtk_editable_set_text (self->comment, "");
}

void
_sb_briefings_page_class_init_points (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, findings);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, points);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, comments);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, comment);
  gtk_widget_class_bind_template_callback (widget_class, point_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_activated_cb);
}
