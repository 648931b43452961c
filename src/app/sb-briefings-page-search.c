/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* One place of what is searched for, in characters of the text of a block. */
typedef struct
{
  guint entry; /* position in the outline */
  SbLanguage language;
  guint start;
  guint end;
} Match;

/* How many characters at @at are @sought, case aside; 0 when they are not. */
static guint
measure_match (const char *at,
               const char *sought)
{
  guint n = 0;

  for (; *sought != '\0'; sought = g_utf8_next_char (sought), at = g_utf8_next_char (at), n++)
    if (*at == '\0' || g_unichar_tolower (g_utf8_get_char (at)) != g_unichar_tolower (g_utf8_get_char (sought)))
      return 0;

  return n;
}

static void
find_in_text (GArray *matches,
              Match match,
              const char *text,
              const char *sought)
{
  guint place = 0;

  while (*text != '\0')
    {
      guint length = measure_match (text, sought);
      guint step = MAX (length, 1);

      if (length > 0)
        {
          match.start = place;
          match.end = place + length;
          g_array_append_val (matches, match);
        }
      place += step;
      text = g_utf8_offset_to_pointer (text, step);
    }
}

/* The texts that were written, French before English in each block. */
static GArray *
find_all (SbOutline *outline,
          const char *sought)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));

  for (guint i = 0; outline != NULL && sought[0] != '\0' && i < sb_outline_get_n_entries (outline); i++)
    {
      const SbOutlineEntry *entry = sb_outline_get_entry (outline, i);

      for (guint k = 0; k < SB_N_LANGUAGES && entry->state != SB_OUTLINE_FILLED; k++)
        {
          const char *text = sb_outline_get_text (outline, entry->name, (SbLanguage) k);

          if (text != NULL)
            find_in_text (matches, (Match) { i, (SbLanguage) k }, text, sought);
        }
    }

  return matches;
}

static void
show_count (SbBriefingsPage *self,
            guint current)
{
  g_autofree char *text = NULL;

  if (gtk_editable_get_text (self->sought)[0] == '\0')
    text = g_strdup ("");
  else if (self->matches->len == 0)
    text = g_strdup (_ ("Not found"));
  else if (current > 0)
    /* Translators: which one of how many places was found. */
    text = g_strdup_printf (_ ("%u of %u"), current, self->matches->len);
  else
    text = g_strdup_printf (ngettext ("%u place", "%u places", self->matches->len), self->matches->len);

  gtk_label_set_label (self->n_found, text);
}

void
_sb_briefings_page_update_search (SbBriefingsPage *self)
{
  gboolean is_found;

  if (!gtk_search_bar_get_search_mode (self->search_bar) && self->matches == NULL)
    return;

  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = find_all (self->outline, gtk_editable_get_text (self->sought));
  is_found = self->matches->len > 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.find-next", is_found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.find-previous", is_found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.replace", is_found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.replace-all", is_found);
  show_count (self, 0);
}

/* Where the search stands: at the cursor of the text that was written in last. */
static Match
get_here (SbBriefingsPage *self,
          gboolean is_behind)
{
  SbTextEditor *editor = sb_section_editor_get_current (self->editor);
  const char *name = sb_section_editor_get_block (self->editor);
  Match here = { G_MAXUINT, sb_text_editor_get_language (editor), 0, 0 };

  for (guint i = 0; name != NULL && i < sb_outline_get_n_entries (self->outline); i++)
    if (g_str_equal (sb_outline_get_entry (self->outline, i)->name, name))
      here.entry = i;
  here.start = is_behind ? sb_text_editor_get_selection_end (editor) : sb_text_editor_get_selection_start (editor);

  return here;
}

static int
compare (const Match *a,
         const Match *b)
{
  if (a->entry != b->entry)
    return a->entry < b->entry ? -1 : 1;
  if (a->language != b->language)
    return a->language < b->language ? -1 : 1;

  return a->start < b->start ? -1 : a->start > b->start;
}

static void
show_match (SbBriefingsPage *self,
            guint position)
{
  const Match *match = &g_array_index (self->matches, Match, position);

  _sb_briefings_page_choose_block (self, sb_outline_get_entry (self->outline, match->entry)->name);
  sb_text_editor_select (sb_section_editor_get_editor (self->editor, match->language), match->start, match->end);
  sb_section_editor_set_current (self->editor, match->language);
  self->follows_text = TRUE;
  _sb_briefings_page_mark_block (self, TRUE);
  self->follows_text = FALSE;
  show_count (self, position + 1);
}

/* From the last place it goes on at the first one, and the other way round. */
static void
step (SbBriefingsPage *self,
      gboolean is_back)
{
  Match here = get_here (self, !is_back);
  guint n = self->matches->len;
  guint found = is_back ? n - 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      guint position = is_back ? n - 1 - i : i;
      int order = here.entry == G_MAXUINT ? 1 : compare (&g_array_index (self->matches, Match, position), &here);

      if (is_back ? order < 0 : order >= 0)
        {
          found = position;
          break;
        }
    }
  show_match (self, found);
}

static void
find_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  g_autofree char *selected = NULL;

  if (self->briefing == NULL)
    return;

  if (g_str_equal (action, "briefing.find"))
    {
      _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
      selected = sb_text_editor_dup_selection (sb_section_editor_get_current (self->editor));
      gtk_search_bar_set_search_mode (self->search_bar, TRUE);
      if (selected[0] != '\0' && strchr (selected, '\n') == NULL)
        gtk_editable_set_text (self->sought, selected);
      gtk_widget_grab_focus (GTK_WIDGET (self->sought));
      _sb_briefings_page_update_search (self);
    }
  else if (self->matches != NULL && self->matches->len > 0)
    {
      step (self, g_str_equal (action, "briefing.find-previous"));
    }
}

static char *
dup_replaced (const char *text,
              const Match *match,
              const char *replacement)
{
  const char *start = g_utf8_offset_to_pointer (text, match->start);
  const char *end = g_utf8_offset_to_pointer (text, match->end);
  g_autofree char *head = g_strndup (text, (gsize) (start - text));

  return g_strconcat (head, replacement, end, NULL);
}

/* Another state of the briefing, in which one place is replaced. */
static SbRecord *
replace_match (SbOutline *outline,
               const Match *match,
               const char *replacement)
{
  const char *name = sb_outline_get_entry (outline, match->entry)->name;
  g_autofree char *text = dup_replaced (sb_outline_get_text (outline, name, match->language), match, replacement);

  return sb_outline_set_text (outline, name, match->language, text);
}

/* What is selected, if it is a place that was found; else the next one is shown first. */
static void
replace_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  Match here = get_here (self, FALSE);

  for (guint i = 0; self->matches != NULL && i < self->matches->len; i++)
    {
      const Match *match = &g_array_index (self->matches, Match, i);

      if (compare (match, &here) != 0 || sb_text_editor_get_selection_end (sb_section_editor_get_current (self->editor)) != match->end)
        continue;
      self->follows_text = TRUE;
      _sb_briefings_page_take_edit (self, replace_match (self->outline, match, gtk_editable_get_text (self->replacement)), _ ("Replace"));
      break;
    }
  if (self->matches != NULL && self->matches->len > 0)
    step (self, FALSE);
}

/* From the end, so that the places before it stay where they are. */
static void
replace_all_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  const char *replacement = gtk_editable_get_text (self->replacement);
  g_autoptr (SbOutline) outline = self->outline != NULL ? sb_outline_ref (self->outline) : NULL;
  guint n = self->matches != NULL ? self->matches->len : 0;
  g_autofree char *message = NULL;

  if (outline == NULL || n == 0)
    return;

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (SbRecord) briefing = replace_match (outline, &g_array_index (self->matches, Match, i - 1), replacement);

      if (briefing == NULL)
        return;
      g_clear_pointer (&outline, sb_outline_unref);
      outline = sb_outline_new (self->template, briefing);
    }

  _sb_briefings_page_take_edit (self, g_object_ref (sb_outline_get_briefing (outline)), _ ("Replace all"));
  _sb_briefings_page_flush (self);
  message = g_strdup_printf (ngettext ("%u place is replaced.", "%u places are replaced.", n), n);
  gtk_widget_activate_action (widget, "win.show-undoable", "s", message);
}

/* The keyboard goes back to the text. */
static void
close_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  g_clear_pointer (&self->matches, g_array_unref);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static gboolean
key_pressed_cb (SbBriefingsPage *self,
                guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "briefing.close-search", NULL);
  return GDK_EVENT_STOP;
}

static void
sought_cb (SbBriefingsPage *self)
{
  _sb_briefings_page_update_search (self);
}

static void
sought_activated_cb (SbBriefingsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "briefing.find-next", NULL);
}

static void
replacement_activated_cb (SbBriefingsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "briefing.replace", NULL);
}

void
_sb_briefings_page_class_init_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, sought);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, replacement);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, n_found);
  gtk_widget_class_bind_template_callback (widget_class, sought_cb);
  gtk_widget_class_bind_template_callback (widget_class, sought_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, replacement_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "briefing.close-search", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "briefing.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "briefing.find-next", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "briefing.find-previous", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "briefing.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "briefing.replace-all", NULL, replace_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "briefing.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "briefing.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "briefing.find-previous", NULL);
}
