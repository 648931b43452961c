/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page.h"

#include "sb-briefing-dialog.h"
#include "sb-briefings-page-private.h"

#include "sb-briefing.h"
#include "sb-fold-panes.h"
#include "sb-wrap-layout.h"

#include <glib/gi18n.h>

/* The setting that keeps the width of the outline, in logical pixels. */
#define OUTLINE_WIDTH "briefing-outline-width"

G_DEFINE_FINAL_TYPE (SbBriefingsPage, sb_briefings_page, SB_TYPE_PAGE)

static GSettings *
get_settings (SbBriefingsPage *self)
{
  return sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));
}

SbPaper
_sb_briefings_page_get_paper (SbBriefingsPage *self)
{
  g_autofree char *name = g_settings_get_string (get_settings (self), "briefing-paper");
  SbPaper paper = SB_PAPER_A4;

  sb_paper_parse (name, &paper);
  return paper;
}

static SbSheets *
get_sheets (SbBriefingsPage *self,
            SbLanguage language)
{
  SbEdition *edition = sb_live_edition_get (self->live, language);

  return edition != NULL ? sb_edition_get_sheets (edition) : NULL;
}

static void
composed_cb (SbBriefingsPage *self)
{
  sb_page_preview_set_sheets (self->preview, get_sheets (self, SB_LANGUAGE_FR), get_sheets (self, SB_LANGUAGE_EN));
  if (_sb_briefings_page_mark_block (self, self->follows_text || self->seeks_chosen) && sb_live_edition_is_current (self->live))
    self->seeks_chosen = FALSE;
  self->follows_text = FALSE;
  _sb_briefings_page_update_keys (self);
  _sb_briefings_page_show_points (self);
}

static void
checked_cb (SbBriefingsPage *self)
{
  self->is_refreshed = FALSE;
  _sb_briefings_page_show_points (self);
}

static void
failed_cb (SbBriefingsPage *self,
           GError *error)
{
  sb_page_show_error (SB_PAGE (self), error);
}

void
_sb_briefings_page_compose (SbBriefingsPage *self)
{
  sb_live_edition_show (self->live, self->briefing, self->languages, _sb_briefings_page_get_paper (self));
}

static void
load_template (SbBriefingsPage *self)
{
  const char *name = sb_record_get_text (self->briefing, SB_BRIEFING_TEMPLATE);
  g_autoptr (GError) error = NULL;

  if (self->template != NULL && g_strcmp0 (sb_template_get_name (self->template), name) == 0)
    return;

  g_clear_pointer (&self->template, sb_template_unref);
  self->template = sb_template_new (name, &error);
  if (self->template == NULL)
    sb_page_show_error (SB_PAGE (self), error);
}

void
_sb_briefings_page_update (SbBriefingsPage *self,
                           SbRecord *briefing)
{
  g_set_object (&self->briefing, briefing);
  load_template (self);
  g_clear_pointer (&self->outline, sb_outline_unref);
  if (self->template != NULL)
    self->outline = sb_outline_new (self->template, briefing);

  gtk_label_set_label (self->chooser_label, sb_record_get_title (briefing, sb_session_get_language (sb_page_get_session (SB_PAGE (self)))));
  _sb_briefings_page_update_languages (self);
  _sb_briefings_page_fill_form (self);
  _sb_briefings_page_show_subject (self);
  _sb_briefings_page_fill_imprint (self);
  _sb_briefings_page_show_blocks (self);
  _sb_briefings_page_show_points (self);
  _sb_briefings_page_update_search (self);
  _sb_briefings_page_compose (self);
}

void
_sb_briefings_page_select_shown (SbBriefingsPage *self)
{
  SbSession *session = sb_page_get_session (SB_PAGE (self));
  SbRef *selection = sb_session_get_selection (session);
  g_autoptr (SbRef) ref = sb_record_dup_ref (self->briefing);

  g_settings_set_string (get_settings (self), "briefing-current", sb_ref_get_uuid (ref));
  if (sb_ref_get_id (ref) == 0 || (selection != NULL && sb_ref_get_kind (selection) != SB_KIND_BRIEFING))
    return;

  self->selected = sb_ref_get_id (ref);
  sb_session_select (session, ref);
}

static void
update_actions (SbBriefingsPage *self)
{
  static const char *const actions[] = { "briefing.print", "briefing.export", "briefing.issue", "briefing.issues", "briefing.take-period", "briefing.find", "briefing.remove" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->briefing != NULL);
}

void
_sb_briefings_page_show (SbBriefingsPage *self,
                         SbRecord *briefing)
{
  _sb_briefings_page_flush (self);
  self->generation++;
  self->waiting = NULL;
  self->follows_text = FALSE;
  self->seeks_chosen = FALSE;
  gtk_stack_set_visible_child_name (self->stack, briefing != NULL ? "composer" : "empty");
  if (briefing != NULL)
    {
      sb_outline_list_choose (self->outline_list, NULL);
      g_set_object (&self->kept, briefing);
      _sb_briefings_page_update (self, briefing);
      _sb_briefings_page_select_shown (self);
      _sb_briefings_page_update_tray (self);
    }
  else
    {
      g_clear_object (&self->briefing);
      g_clear_object (&self->kept);
      g_clear_pointer (&self->outline, sb_outline_unref);
      _sb_briefings_page_compose (self);
    }
  update_actions (self);
}

void
_sb_briefings_page_lose (SbBriefingsPage *self)
{
  g_autoptr (SbRecord) lost = g_object_ref (self->briefing);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->briefings));

  _sb_briefings_page_show (self, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SbRecord) other = g_list_model_get_item (G_LIST_MODEL (self->briefings), i);

      /* The list may not know it yet. */
      if (g_strcmp0 (sb_record_get_uuid (other), sb_record_get_uuid (lost)) == 0)
        continue;

      _sb_briefings_page_show (self, other);
      return;
    }
}

static void
choose_briefing (SbBriefingsPage *self,
                 SbRecord *briefing)
{
  if (self->briefing == NULL || g_strcmp0 (sb_record_get_uuid (briefing), sb_record_get_uuid (self->briefing)) != 0)
    _sb_briefings_page_show (self, briefing);
}

/* The list tells of its selection when it changes as well: nobody chooses in one that is
 * not seen. */
static void
briefing_chosen_cb (SbBriefingsPage *self,
                    SbRecord *briefing)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->records)))
    return;

  gtk_menu_button_popdown (self->chooser);
  choose_briefing (self, briefing);
}

/* Without a choice yet, the first one is shown. */
static void
briefings_changed_cb (SbBriefingsPage *self)
{
  g_autoptr (SbRecord) first = NULL;

  if (self->briefing != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->briefings)) == 0)
    return;

  first = g_list_model_get_item (G_LIST_MODEL (self->briefings), 0);
  _sb_briefings_page_show (self, first);
}

static void
catalogue_changed_cb (SbBriefingsPage *self,
                      guint kinds)
{
  if ((kinds & (1u << SB_KIND_BRIEFING)) != 0)
    _sb_briefings_page_refresh (self);
}

/* A briefing that is selected elsewhere, as by a search, is shown. */
static void
selection_changed_cb (SbBriefingsPage *self)
{
  SbRef *ref = sb_session_get_selection (sb_page_get_session (SB_PAGE (self)));
  guint position;
  gint64 id = ref != NULL && sb_ref_get_kind (ref) == SB_KIND_BRIEFING ? sb_ref_get_id (ref) : 0;
  g_autoptr (SbRecord) briefing = NULL;

  /* The same one told again is no choice. */
  if (id == self->selected)
    return;

  self->selected = id;
  if (id == 0 || !sb_record_list_find (self->briefings, id, &position))
    return;

  briefing = g_list_model_get_item (G_LIST_MODEL (self->briefings), position);
  choose_briefing (self, briefing);
}

static void
dialog_chosen_cb (SbBriefingsPage *self,
                  SbRecord *briefing)
{
  g_autoptr (SbRecord) proposed = _sb_briefings_page_propose_imprint (self, briefing);

  _sb_briefings_page_show (self, proposed);
  self->label = g_strdup (_ ("Add a briefing"));
  _sb_briefings_page_flush (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->outline_list));
}

static void
add_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  SbBriefingDialog *dialog = sb_briefing_dialog_new (sb_page_get_catalogue (SB_PAGE (self)), sb_page_get_session (SB_PAGE (self)));

  gtk_menu_button_popdown (self->chooser);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (dialog_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
removed_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbBriefingsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    sb_page_show_error (SB_PAGE (self), error);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s", _ ("The briefing is deleted."));
}

static void
remove_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Delete the briefing"));
  g_autoptr (SbRef) ref = NULL;

  if (self->briefing == NULL)
    return;

  _sb_briefings_page_flush (self);
  ref = sb_record_dup_ref (self->briefing);
  sb_change_set_remove (changes, ref);
  gtk_menu_button_popdown (self->chooser);
  _sb_briefings_page_show (self, NULL);
  sb_catalogue_write_async (sb_page_get_catalogue (SB_PAGE (self)), changes, NULL, removed_cb, g_object_ref (self));
}

static void
undo_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  _sb_briefings_page_undo (SB_BRIEFINGS_PAGE (widget), g_str_equal (action, "briefing.undo") ? "win.undo" : "win.redo");
}

static void
load_painter (SbBriefingsPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);

  if (basemap != NULL)
    self->painter = sb_basemap_painter_new (basemap);
  else
    g_warning ("No base map: %s", error->message);
}

static int
get_size (GtkPaned *paned)
{
  gboolean is_wide = gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == GTK_ORIENTATION_HORIZONTAL;

  return is_wide ? gtk_widget_get_width (GTK_WIDGET (paned)) : gtk_widget_get_height (GTK_WIDGET (paned));
}

static const char *
get_size_key (SbBriefingsPage *self,
              GtkPaned *paned)
{
  return paned == self->tray_paned ? "briefing-tray-width" : "briefing-text-height";
}

static gboolean
size_end_cb (GtkWidget *widget,
             GdkFrameClock *clock,
             gpointer user_data)
{
  SbBriefingsPage *self = user_data;
  GtkPaned *paned = GTK_PANED (widget);
  int end = g_settings_get_int (get_settings (self), get_size_key (self, paned));

  g_object_set_data (G_OBJECT (paned), "sb-is-sized", paned);
  gtk_paned_set_position (paned, MAX (get_size (paned) - end, 0));
  return G_SOURCE_REMOVE;
}

/* The pane at the end of @paned keeps its size in a setting, from when it had one. While
 * it is being given its place it cannot be given another. */
static void
end_size_changed_cb (GtkPaned *paned,
                     GParamSpec *pspec,
                     SbBriefingsPage *self)
{
  const char *key = get_size_key (self, paned);
  int size = get_size (paned);

  if (sb_page_get_context (SB_PAGE (self)) == NULL || size == 0 || sb_fold_box_is_folded (self->fold))
    return;

  if (g_str_equal (pspec->name, "max-position"))
    gtk_widget_add_tick_callback (GTK_WIDGET (paned), size_end_cb, self, NULL);
  else if (g_object_get_data (G_OBJECT (paned), "sb-is-sized") != NULL && gtk_widget_get_mapped (GTK_WIDGET (paned)))
    g_settings_set_int (get_settings (self), key, CLAMP (size - gtk_paned_get_position (paned), 0, 4000));
}

static void
sb_briefings_page_connect (SbPage *page)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (page);
  SbCatalogue *catalogue = sb_page_get_catalogue (page);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_BRIEFING);

  load_painter (self);
  sb_fold_panes_keep (self->fold, self->outline_paned, get_settings (self), OUTLINE_WIDTH);
  _sb_briefings_page_connect_languages (self);
  _sb_briefings_page_connect_subject (self);
  _sb_briefings_page_connect_keys (self);
  self->live = sb_live_edition_new (catalogue, sb_page_preview_get_worker (self->preview));
  sb_live_edition_set_painter (self->live, self->painter);
  g_signal_connect_object (self->live, "composed", G_CALLBACK (composed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  self->spelling = sb_spelling_new ();
  sb_section_editor_set_spelling (self->editor, self->spelling);
  sb_section_editor_set_citation_names (self->editor, _sb_briefings_page_name_citation, self);
  _sb_briefings_page_load_names (self);

  self->briefings = sb_record_list_new (catalogue, query);
  sb_record_view_set_model (self->records, G_LIST_MODEL (self->briefings));
  sb_record_view_set_session (self->records, sb_page_get_session (page));
  g_signal_connect_object (self->briefings, "items-changed", G_CALLBACK (briefings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  /* Behind the window, which enables its actions by the same. */
  g_signal_connect_object (catalogue, "notify::undo-label", G_CALLBACK (_sb_briefings_page_undo_waiting), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (catalogue, "notify::redo-label", G_CALLBACK (_sb_briefings_page_undo_waiting), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (sb_page_get_session (page), "notify::selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  briefings_changed_cb (self);
}

static void
sb_briefings_page_focus_content (SbPage *page)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (page);

  if (self->briefing != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->outline_list));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* The window goes: what was typed is stored, and nobody waits for its pages. */
static void
sb_briefings_page_unroot (GtkWidget *widget)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);

  _sb_briefings_page_flush (self);
  if (self->live != NULL)
    sb_live_edition_show (self->live, NULL, 0, SB_PAPER_A4);

  GTK_WIDGET_CLASS (sb_briefings_page_parent_class)->unroot (widget);
}

static void
sb_briefings_page_dispose (GObject *object)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->briefings);
  g_clear_object (&self->tray_records);
  g_clear_object (&self->briefing);
  g_clear_object (&self->kept);
  g_clear_object (&self->live);
  g_clear_object (&self->spelling);
  g_clear_pointer (&self->outline, sb_outline_unref);
  g_clear_pointer (&self->template, sb_template_unref);
  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
  g_clear_pointer (&self->flags, g_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (sb_briefings_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, chooser_label);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, records);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, outline_paned);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, tray_paned);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, text_paned);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, side);
  gtk_widget_class_bind_template_callback (widget_class, briefing_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_size_changed_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "briefing.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "briefing.add", NULL);
  gtk_widget_class_install_action (widget_class, "briefing.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "briefing.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "briefing.redo", NULL, undo_action);
}

static void
sb_briefings_page_class_init (SbBriefingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_briefings_page_dispose;
  widget_class->unroot = sb_briefings_page_unroot;
  SB_PAGE_CLASS (klass)->connect = sb_briefings_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_briefings_page_focus_content;

  g_type_ensure (SB_TYPE_PAGE_PREVIEW);
  g_type_ensure (SB_TYPE_RECORD_VIEW);
  g_type_ensure (SB_TYPE_OUTLINE_LIST);
  g_type_ensure (SB_TYPE_SECTION_EDITOR);
  g_type_ensure (SB_TYPE_COMPOSER_TRAY);
  g_type_ensure (SB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-briefings-page.ui");
  bind_children (widget_class);
  install_actions (widget_class);
  _sb_briefings_page_class_init_blocks (widget_class);
  _sb_briefings_page_class_init_panes (widget_class);
  _sb_briefings_page_class_init_adding (widget_class);
  _sb_briefings_page_class_init_languages (widget_class);
  _sb_briefings_page_class_init_translating (widget_class);
  _sb_briefings_page_class_init_form (widget_class);
  _sb_briefings_page_class_init_subject (widget_class);
  _sb_briefings_page_class_init_imprint (widget_class);
  _sb_briefings_page_class_init_tray (widget_class);
  _sb_briefings_page_class_init_points (widget_class);
  _sb_briefings_page_class_init_flags (widget_class);
  _sb_briefings_page_class_init_search (widget_class);
  _sb_briefings_page_class_init_export (widget_class);
  _sb_briefings_page_class_init_printing (widget_class);
  _sb_briefings_page_class_init_issuing (widget_class);
  _sb_briefings_page_class_init_refreshing (widget_class);
}

/* Ctrl+Z undoes what was typed as it does all else: before the entries of the form, which
 * have a memory of their own, hear of it. */
static void
add_undo_keys (SbBriefingsPage *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "<Control>z", "briefing.undo" },
    { "<Control><Shift>z", "briefing.redo" },
    { "<Control>y", "briefing.redo" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sb_briefings_page_init (SbBriefingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_undo_keys (self);
  self->pane = SB_BRIEFINGS_PANE_PAGES;
  _sb_briefings_page_init_adding (self);
  _sb_briefings_page_init_keys (self);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  update_actions (self);
}
