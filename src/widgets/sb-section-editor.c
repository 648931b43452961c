/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-section-editor.h"

#include "sb-block-words.h"
#include "sb-filled-text.h"
#include "sb-pair.h"
#include "sb-seen.h"
#include "sb-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _SbSectionEditor
{
  GtkWidget parent_instance;

  char *name; /* (owned) (nullable) of the block */
  gboolean is_filling; /* fields are being set, not edited */
  gboolean is_writable;
  gboolean is_another; /* what is being shown is another block than before */
  SbLanguage current;

  SbTextEditor *editors[SB_N_LANGUAGES]; /* not owned; in the slots */
  GtkWidget *content;
  GtkWidget *marks;
  GtkWidget *pair;
  GtkLabel *block;
  GtkToggleButton *settings;
  AdwBin *form_slot;
  GtkWidget *fill;
  GtkWidget *stale;
  GtkWidget *filled;
  GtkLabel *filled_label;
  GtkWidget *write;
  GtkEditable *titles[SB_N_LANGUAGES];
  GtkWidget *sides[SB_N_LANGUAGES];
  GtkWidget *missing[SB_N_LANGUAGES];
  AdwBin *slots[SB_N_LANGUAGES];
};

G_DEFINE_FINAL_TYPE (SbSectionEditor, sb_section_editor, GTK_TYPE_WIDGET)

enum
{
  TITLE_EDITED,
  TEXT_EDITED,
  WRITE_REQUESTED,
  FILL_REQUESTED,
  CITE_REQUESTED,
  DIFFERENCE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
title_changed_cb (SbSectionEditor *self,
                  GtkEditable *title)
{
  SbLanguage language = title == self->titles[SB_LANGUAGE_FR] ? SB_LANGUAGE_FR : SB_LANGUAGE_EN;

  if (!self->is_filling)
    g_signal_emit (self, signals[TITLE_EDITED], 0, language, gtk_editable_get_text (title));
}

static void
text_edited_cb (SbSectionEditor *self,
                SbTextEditor *editor)
{
  g_autofree char *text = sb_text_editor_dup_text (editor);

  self->current = sb_text_editor_get_language (editor);
  g_signal_emit (self, signals[TEXT_EDITED], 0, self->current, text);
}

static void
focus_entered_cb (GtkEventController *controller,
                  SbSectionEditor *self)
{
  GtkWidget *editor = gtk_event_controller_get_widget (controller);

  self->current = sb_text_editor_get_language (SB_TEXT_EDITOR (editor));
}

/* The texts, the form in their place, or the form alone where there are none. */
static void
update_form (SbSectionEditor *self)
{
  GtkWidget *form = adw_bin_get_child (self->form_slot);
  gboolean has_form = form != NULL && gtk_widget_get_visible (form);
  gboolean is_form = has_form && (!self->is_writable || gtk_toggle_button_get_active (self->settings));

  sb_seen_set (GTK_WIDGET (self->settings), has_form && self->is_writable);
  sb_seen_set (GTK_WIDGET (self->form_slot), is_form);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    sb_seen_set (GTK_WIDGET (self->slots[i]), self->is_writable && !is_form);
  gtk_widget_set_vexpand (self->pair, self->is_writable && !is_form);
  sb_seen_set (self->marks, self->is_writable && !is_form);
}

static void
settings_toggled_cb (SbSectionEditor *self)
{
  update_form (self);
}

/* "section.bold" is done by the text that was written in last. */
static void
mark_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbSectionEditor *self = SB_SECTION_EDITOR (widget);
  SbTextEditor *editor = sb_section_editor_get_current (self);
  g_autofree char *inner = g_strconcat ("text.", action + strlen ("section."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (editor), inner, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

static void
request_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  static const struct
  {
    const char *action;
    guint signal;
  } requests[] = {
    { "section.write", WRITE_REQUESTED },
    { "section.fill", FILL_REQUESTED },
    { "section.cite", CITE_REQUESTED },
    { "section.difference", DIFFERENCE_REQUESTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    if (g_str_equal (action, requests[i].action))
      g_signal_emit (widget, signals[requests[i].signal], 0);
}

static gboolean
sb_section_editor_grab_focus (GtkWidget *widget)
{
  SbSectionEditor *self = SB_SECTION_EDITOR (widget);

  /* What can be no text is worked by its form. */
  if (!self->is_writable && !gtk_widget_get_visible (self->write))
    return gtk_widget_child_focus (GTK_WIDGET (self->form_slot), GTK_DIR_TAB_FORWARD);
  if (!self->is_writable)
    return gtk_widget_grab_focus (self->write);

  sb_section_editor_show_form (self, FALSE);
  return gtk_widget_grab_focus (GTK_WIDGET (sb_section_editor_get_current (self)));
}

static void
sb_section_editor_dispose (GObject *object)
{
  SbSectionEditor *self = SB_SECTION_EDITOR (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (sb_section_editor_parent_class)->dispose (object);
}

static void
sb_section_editor_finalize (GObject *object)
{
  g_free (SB_SECTION_EDITOR (object)->name);

  G_OBJECT_CLASS (sb_section_editor_parent_class)->finalize (object);
}

static void
bind_side (GtkWidgetClass *widget_class,
           SbLanguage language)
{
  const char *code = sb_language_get_code (language);
  const struct
  {
    const char *name;
    gssize offset;
  } parts[] = {
    { "title", G_STRUCT_OFFSET (SbSectionEditor, titles) },
    { "side", G_STRUCT_OFFSET (SbSectionEditor, sides) },
    { "missing", G_STRUCT_OFFSET (SbSectionEditor, missing) },
    { "slot", G_STRUCT_OFFSET (SbSectionEditor, slots) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *id = g_strdup_printf ("%s_%s", parts[i].name, code);

      gtk_widget_class_bind_template_child_full (widget_class, id, FALSE, parts[i].offset + (gssize) (language * sizeof (gpointer)));
    }
}

static void
sb_section_editor_class_init (SbSectionEditorClass *klass)
{
  static const char *const marks[] = { "section.bold", "section.italic", "section.list", "section.quote", "section.heading" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = sb_section_editor_dispose;
  object_class->finalize = sb_section_editor_finalize;
  widget_class->grab_focus = sb_section_editor_grab_focus;

  signals[TITLE_EDITED] =
    g_signal_new ("title-edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[TEXT_EDITED] =
    g_signal_new ("text-edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[WRITE_REQUESTED] =
    g_signal_new ("write-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILL_REQUESTED] = g_signal_new ("fill-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CITE_REQUESTED] = g_signal_new ("cite-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[DIFFERENCE_REQUESTED] =
    g_signal_new ("difference-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SB_TYPE_PAIR);
  g_type_ensure (SB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-section-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, content);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, marks);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, pair);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, block);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, settings);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, form_slot);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, fill);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, stale);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, filled);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, filled_label);
  gtk_widget_class_bind_template_child (widget_class, SbSectionEditor, write);
  bind_side (widget_class, SB_LANGUAGE_FR);
  bind_side (widget_class, SB_LANGUAGE_EN);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, settings_toggled_cb);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_class_install_action (widget_class, marks[i], NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "section.write", NULL, request_action);
  gtk_widget_class_install_action (widget_class, "section.fill", NULL, request_action);
  gtk_widget_class_install_action (widget_class, "section.cite", NULL, request_action);
  gtk_widget_class_install_action (widget_class, "section.difference", NULL, request_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "section.cite", NULL);
}

static void
sb_section_editor_init (SbSectionEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      self->editors[i] = SB_TEXT_EDITOR (sb_text_editor_new ((SbLanguage) i));
      sb_text_editor_set_label (self->editors[i], i == SB_LANGUAGE_FR ? _ ("Text in French") : _ ("Text in English"));
      gtk_widget_add_css_class (GTK_WIDGET (self->editors[i]), "card");
      adw_bin_set_child (self->slots[i], GTK_WIDGET (self->editors[i]));
      g_signal_connect_object (self->editors[i], "edited", G_CALLBACK (text_edited_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, 0);
      gtk_widget_add_controller (GTK_WIDGET (self->editors[i]), focus);
    }
  sb_section_editor_show (self, NULL, NULL, 0);
}

GtkWidget *
sb_section_editor_new (void)
{
  return g_object_new (SB_TYPE_SECTION_EDITOR, NULL);
}

void
sb_section_editor_set_spelling (SbSectionEditor *self,
                                SbSpelling *spelling)
{
  g_return_if_fail (SB_IS_SECTION_EDITOR (self));

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    sb_text_editor_set_spelling (self->editors[i], spelling);
}

void
sb_section_editor_set_citation_names (SbSectionEditor *self,
                                      SbCitationNameFunc name_citation,
                                      gpointer data)
{
  g_return_if_fail (SB_IS_SECTION_EDITOR (self));

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    sb_text_editor_set_citation_names (self->editors[i], name_citation, data);
}

void
sb_section_editor_set_form (SbSectionEditor *self,
                            GtkWidget *form)
{
  g_return_if_fail (SB_IS_SECTION_EDITOR (self) && GTK_IS_WIDGET (form));
  g_return_if_fail (adw_bin_get_child (self->form_slot) == NULL);

  adw_bin_set_child (self->form_slot, form);
  g_signal_connect_object (form, "notify::visible", G_CALLBACK (update_form), self, G_CONNECT_SWAPPED);
  update_form (self);
}

void
sb_section_editor_show_form (SbSectionEditor *self,
                             gboolean is_shown)
{
  g_return_if_fail (SB_IS_SECTION_EDITOR (self));

  gtk_toggle_button_set_active (self->settings, is_shown);
}

/* One that is being emptied to be written anew is not filled again under the hand. */
static void
set_title (GtkEditable *editable,
           const char *title)
{
  gboolean is_emptied = gtk_editable_get_text (editable)[0] == '\0' && sb_seen_has_keyboard (GTK_WIDGET (editable));

  if (!is_emptied && g_strcmp0 (gtk_editable_get_text (editable), title) != 0)
    gtk_editable_set_text (editable, title);
}

/* The same for a text. */
static gboolean
is_emptied_text (SbSectionEditor *self,
                 SbLanguage language)
{
  g_autofree char *text = sb_text_editor_dup_text (self->editors[language]);

  return text[0] == '\0' && !self->is_another && sb_seen_has_keyboard (GTK_WIDGET (self->editors[language]));
}

/* A text that is missing is one that the other language has. */
static void
show_side (SbSectionEditor *self,
           SbOutline *outline,
           const SbOutlineEntry *entry,
           SbLanguage language,
           guint languages)
{
  const char *text = sb_outline_get_text (outline, entry->name, language);
  const char *title = sb_bilingual_get (entry->heading, language);

  set_title (self->titles[language], title != NULL ? title : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->titles[language]),
                                  language == SB_LANGUAGE_FR ? C_ ("heading", "French heading") : C_ ("heading", "English heading"));
  if (!is_emptied_text (self, language))
    sb_text_editor_set_text (self->editors[language], self->is_writable && text != NULL ? text : "");
  gtk_widget_set_visible (self->missing[language], (entry->missing & languages & (1u << language)) != 0);
}

static void
show_filled (SbSectionEditor *self,
             const SbOutlineEntry *entry)
{
  const char *note = NULL;

  if (entry != NULL && entry->state == SB_OUTLINE_FILLED && !self->is_writable)
    note = sb_outline_can_write (entry->kind) ? _ ("Filled from the catalogue for the period of the briefing.")
                                              : _ ("Made from what the briefing says of itself: see Properties.");
  else if (entry == NULL)
    note = _ ("Choose a block in the outline or on the page.");

  gtk_widget_set_visible (self->filled, note != NULL);
  gtk_widget_set_visible (self->write, note != NULL && entry != NULL && sb_filled_text_is_possible (entry->kind));
  gtk_label_set_label (self->filled_label, note != NULL ? note : "");
}

void
sb_section_editor_show (SbSectionEditor *self,
                        SbOutline *outline,
                        const char *name,
                        guint languages)
{
  const SbOutlineEntry *entry;
  g_autofree char *label = NULL;
  gboolean was_writable;

  g_return_if_fail (SB_IS_SECTION_EDITOR (self));

  entry = outline != NULL && name != NULL ? sb_outline_find (outline, name) : NULL;
  self->is_another = g_strcmp0 (self->name, entry != NULL ? entry->name : NULL) != 0;
  if (self->is_another)
    {
      g_free (self->name);
      self->name = g_strdup (entry != NULL ? entry->name : NULL);
    }
  /* A text that is emptied to be written anew is still one, as long as it is typed in. */
  was_writable = self->is_writable && is_emptied_text (self, self->current);
  self->is_writable = entry != NULL && (entry->state != SB_OUTLINE_FILLED || was_writable);
  if (entry == NULL)
    sb_seen_set (self->pair, FALSE);
  label = entry != NULL ? sb_block_words_dup_name (entry, sb_language_get_interface ()) : NULL;
  gtk_label_set_label (self->block, label != NULL ? label : "");

  /* What is put into the text goes into one that is seen. */
  if ((languages & (1u << self->current)) == 0)
    self->current = (languages & (1u << SB_LANGUAGE_FR)) != 0 ? SB_LANGUAGE_FR : SB_LANGUAGE_EN;

  self->is_filling = TRUE;
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      if (entry != NULL && (languages & (1u << i)) != 0)
        gtk_widget_set_visible (self->sides[i], TRUE);
      else
        sb_seen_set (self->sides[i], FALSE);
      if (entry != NULL)
        show_side (self, outline, entry, (SbLanguage) i, languages);
    }
  self->is_filling = FALSE;

  gtk_widget_set_visible (self->pair, entry != NULL);
  if (self->is_another)
    gtk_toggle_button_set_active (self->settings, FALSE);
  update_form (self);
  gtk_widget_set_visible (self->fill, entry != NULL && entry->state == SB_OUTLINE_BY_HAND);
  show_filled (self, entry);
}

const char *
sb_section_editor_get_block (SbSectionEditor *self)
{
  g_return_val_if_fail (SB_IS_SECTION_EDITOR (self), NULL);

  return self->name;
}

void
sb_section_editor_set_stale (SbSectionEditor *self,
                             gboolean is_stale)
{
  g_return_if_fail (SB_IS_SECTION_EDITOR (self));

  if (is_stale)
    gtk_widget_set_visible (self->stale, TRUE);
  else
    sb_seen_set (self->stale, FALSE);
}

gboolean
sb_section_editor_is_stale (SbSectionEditor *self)
{
  g_return_val_if_fail (SB_IS_SECTION_EDITOR (self), FALSE);

  return gtk_widget_get_visible (self->stale);
}

gboolean
sb_section_editor_is_writable (SbSectionEditor *self)
{
  g_return_val_if_fail (SB_IS_SECTION_EDITOR (self), FALSE);

  return self->is_writable;
}

SbTextEditor *
sb_section_editor_get_editor (SbSectionEditor *self,
                              SbLanguage language)
{
  g_return_val_if_fail (SB_IS_SECTION_EDITOR (self), NULL);
  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  return self->editors[language];
}

SbTextEditor *
sb_section_editor_get_current (SbSectionEditor *self)
{
  g_return_val_if_fail (SB_IS_SECTION_EDITOR (self), NULL);

  return self->editors[self->current];
}

void
sb_section_editor_set_current (SbSectionEditor *self,
                               SbLanguage language)
{
  g_return_if_fail (SB_IS_SECTION_EDITOR (self));
  g_return_if_fail ((guint) language < SB_N_LANGUAGES);

  self->current = language;
}

void
sb_section_editor_focus_title (SbSectionEditor *self)
{
  g_return_if_fail (SB_IS_SECTION_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->titles[self->current]));
}

void
sb_section_editor_focus_text (SbSectionEditor *self,
                              SbLanguage language)
{
  g_return_if_fail (SB_IS_SECTION_EDITOR (self));

  sb_section_editor_set_current (self, language);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
