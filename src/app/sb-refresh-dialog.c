/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-refresh-dialog.h"

#include "sb-difference-label.h"
#include "sb-drop-down-name.h"
#include "sb-spoken-name.h"

#include <glib/gi18n.h>

struct _SbRefreshDialog
{
  SbFormDialog parent_instance;

  SbBilingual *made_from; /* (owned) (nullable) */
  SbBilingual *text; /* (owned) (nullable) */
  SbBilingual *made; /* (owned) (nullable) */

  GtkDropDown *compared;
  GtkWidget *sides[SB_N_LANGUAGES];
  GtkBox *differences[SB_N_LANGUAGES];
  GtkCheckButton *take;
  GtkCheckButton *keep;
};

G_DEFINE_FINAL_TYPE (SbRefreshDialog, sb_refresh_dialog, SB_TYPE_FORM_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What of a text is for the press: where sources are cited, what is a heading, an item, a
 * quotation, bold or italic, and what stands for itself. */
static const struct
{
  const char *pattern;
  const char *words;
} marks[] = {
  { " ?\\[@[^\\]]*\\]", "" },
  { "^(#+|>) +", "" },
  { "^( *)- +", "\\1\342\200\242 " },
  { "(?<!\\\\)\\*+", "" },
  { "\\\\([[:punct:]])", "\\1" },
};

/* Nobody reads the marks of Markdown in a comparison of words. */
static char *
dup_readable (SbBilingual *text,
              SbLanguage language)
{
  const char *words = text != NULL ? sb_bilingual_get (text, language) : NULL;
  char *readable = g_strdup (words != NULL ? words : "");

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GRegex) mark = g_regex_new (marks[i].pattern, G_REGEX_MULTILINE, G_REGEX_MATCH_DEFAULT, NULL);
      g_autofree char *before = readable;

      readable = g_regex_replace (mark, before, -1, 0, marks[i].words, G_REGEX_MATCH_DEFAULT, NULL);
    }

  return readable;
}

static void
show_side (SbRefreshDialog *self,
           SbLanguage language)
{
  gboolean is_mine = gtk_drop_down_get_selected (self->compared) == 1;
  g_autofree char *before = dup_readable (is_mine ? self->text : self->made_from, language);
  g_autofree char *after = dup_readable (self->made, language);
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->differences[language]));

  if (old != NULL)
    gtk_box_remove (self->differences[language], old);
  gtk_box_append (self->differences[language], sb_difference_label_new (before, after));
  gtk_widget_set_visible (self->sides[language], !g_str_equal (before, after));
}

static void
compared_cb (SbRefreshDialog *self)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    show_side (self, (SbLanguage) i);
}

static void
sb_refresh_dialog_accept (SbFormDialog *dialog)
{
  SbRefreshDialog *self = SB_REFRESH_DIALOG (dialog);

  g_signal_emit (self, signals[CHOSEN], 0, gtk_check_button_get_active (self->take));
  sb_form_dialog_finish (dialog, NULL);
}

static void
sb_refresh_dialog_finalize (GObject *object)
{
  SbRefreshDialog *self = SB_REFRESH_DIALOG (object);

  g_clear_pointer (&self->made_from, sb_bilingual_unref);
  g_clear_pointer (&self->text, sb_bilingual_unref);
  g_clear_pointer (&self->made, sb_bilingual_unref);

  G_OBJECT_CLASS (sb_refresh_dialog_parent_class)->finalize (object);
}

static void
sb_refresh_dialog_class_init (SbRefreshDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sb_refresh_dialog_finalize;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_refresh_dialog_accept;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-refresh-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbRefreshDialog, compared);
  gtk_widget_class_bind_template_child (widget_class, SbRefreshDialog, take);
  gtk_widget_class_bind_template_child (widget_class, SbRefreshDialog, keep);
  gtk_widget_class_bind_template_child_full (widget_class, "side_fr", FALSE, G_STRUCT_OFFSET (SbRefreshDialog, sides[SB_LANGUAGE_FR]));
  gtk_widget_class_bind_template_child_full (widget_class, "side_en", FALSE, G_STRUCT_OFFSET (SbRefreshDialog, sides[SB_LANGUAGE_EN]));
  gtk_widget_class_bind_template_child_full (widget_class, "difference_fr", FALSE, G_STRUCT_OFFSET (SbRefreshDialog, differences[SB_LANGUAGE_FR]));
  gtk_widget_class_bind_template_child_full (widget_class, "difference_en", FALSE, G_STRUCT_OFFSET (SbRefreshDialog, differences[SB_LANGUAGE_EN]));
  gtk_widget_class_bind_template_callback (widget_class, compared_cb);
}

static void
sb_refresh_dialog_init (SbRefreshDialog *self)
{
  const char *const compared[] = { _ ("What changed in the catalogue"), _ ("The new text beside mine"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (compared);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->compared, G_LIST_MODEL (names));
  sb_drop_down_name_all (GTK_WIDGET (self));
  sb_spoken_name_checks (GTK_WIDGET (self));
}

SbRefreshDialog *
sb_refresh_dialog_new (SbBilingual *made_from,
                       SbBilingual *text,
                       SbBilingual *made)
{
  SbRefreshDialog *self = g_object_new (SB_TYPE_REFRESH_DIALOG, NULL);

  self->made_from = made_from != NULL ? sb_bilingual_ref (made_from) : NULL;
  self->text = text != NULL ? sb_bilingual_ref (text) : NULL;
  self->made = made != NULL ? sb_bilingual_ref (made) : NULL;
  compared_cb (self);
  return self;
}

void
sb_refresh_dialog_choose_new (SbRefreshDialog *self,
                              gboolean is_new)
{
  g_return_if_fail (SB_IS_REFRESH_DIALOG (self));

  gtk_check_button_set_active (is_new ? self->take : self->keep, TRUE);
}
