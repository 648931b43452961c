/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing.h"
#include "sb-record-builder.h"

#include <glib/gi18n.h>

/* The setting that tells which pages are looked at, where there is a choice. */
#define SHOWN "briefing-language"

#define BIT(language) (1u << (language))
#define BOTH          (BIT (SB_LANGUAGE_FR) | BIT (SB_LANGUAGE_EN))

static GSettings *
get_settings (SbBriefingsPage *self)
{
  return sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));
}

guint
_sb_briefings_page_get_languages (SbBriefingsPage *self)
{
  guint languages = 0;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    if (sb_briefing_is_printed_in (self->briefing, (SbLanguage) i))
      languages |= BIT (i);

  return languages;
}

static guint
get_bits (SbBriefingsPage *self,
          GtkToggleButton *button)
{
  return button == self->both ? BOTH : button == self->french ? BIT (SB_LANGUAGE_FR)
                                                              : BIT (SB_LANGUAGE_EN);
}

static GtkToggleButton *
find_button (SbBriefingsPage *self,
             guint languages)
{
  return languages == BOTH ? self->both : languages == BIT (SB_LANGUAGE_EN) ? self->english
                                                                            : self->french;
}

static void
show_languages (SbBriefingsPage *self,
                guint languages)
{
  self->languages = languages;
  self->language = languages == BIT (SB_LANGUAGE_EN) ? SB_LANGUAGE_EN : SB_LANGUAGE_FR;
}

static void
language_toggled_cb (SbBriefingsPage *self,
                     GtkToggleButton *button)
{
  guint languages = get_bits (self, button);

  if (!gtk_toggle_button_get_active (button))
    return;

  show_languages (self, languages);
  if (self->is_filling || sb_page_get_context (SB_PAGE (self)) == NULL || self->live == NULL)
    return;

  g_settings_set_string (get_settings (self), SHOWN, languages == BOTH ? "both" : sb_language_get_code (self->language));
  _sb_briefings_page_show_blocks (self);
  _sb_briefings_page_compose (self);
}

/* Before one was chosen, that of the interface. */
static guint
read_shown (SbBriefingsPage *self)
{
  g_autofree char *name = g_settings_get_string (get_settings (self), SHOWN);

  if (g_str_equal (name, "interface"))
    return BIT (sb_language_get_interface ());

  return g_str_equal (name, "both") ? BOTH : g_str_equal (name, "en") ? BIT (SB_LANGUAGE_EN)
                                                                      : BIT (SB_LANGUAGE_FR);
}

void
_sb_briefings_page_connect_languages (SbBriefingsPage *self)
{
  GtkToggleButton *button = find_button (self, read_shown (self));

  gtk_toggle_button_set_active (button, TRUE);
  language_toggled_cb (self, button);
}

/* One that is the only one stays. */
static void
fill_check (GtkCheckButton *check,
            guint languages,
            SbLanguage language)
{
  gtk_check_button_set_active (check, (languages & BIT (language)) != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (check), languages != BIT (language));
}

void
_sb_briefings_page_update_languages (SbBriefingsPage *self)
{
  guint printed = _sb_briefings_page_get_languages (self);
  guint shown = read_shown (self);

  if ((shown & ~printed) != 0)
    shown = printed;

  self->is_filling = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->french), (printed & BIT (SB_LANGUAGE_FR)) != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->english), (printed & BIT (SB_LANGUAGE_EN)) != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->both), printed == BOTH);
  gtk_toggle_button_set_active (find_button (self, shown), TRUE);
  fill_check (self->in_french, printed, SB_LANGUAGE_FR);
  fill_check (self->in_english, printed, SB_LANGUAGE_EN);
  self->is_filling = FALSE;
  show_languages (self, shown);
}

/* What was written in a language that it is printed in no more is kept. */
static void
printed_toggled_cb (SbBriefingsPage *self)
{
  gboolean has_fr = gtk_check_button_get_active (self->in_french);
  gboolean has_en = gtk_check_button_get_active (self->in_english);
  SbRecordBuilder *builder;

  if (self->is_filling || self->briefing == NULL || (!has_fr && !has_en))
    return;

  builder = sb_record_builder_new_from (self->briefing);
  sb_record_builder_set_text (builder, SB_BRIEFING_LANGUAGES, has_fr && has_en ? "fr en" : has_fr ? "fr"
                                                                                                  : "en");
  _sb_briefings_page_take_edit (self, sb_record_builder_end (builder), _ ("Change the languages of the briefing"));
  _sb_briefings_page_flush (self);
}

void
_sb_briefings_page_class_init_languages (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, french);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, english);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, both);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, in_french);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, in_english);
  gtk_widget_class_bind_template_callback (widget_class, language_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, printed_toggled_cb);
}
