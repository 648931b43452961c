/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-block-form.h"

#include "sb-block-key.h"
#include "sb-briefing.h"
#include "sb-catalogue-aid.h"
#include "sb-key-actor-field.h"
#include "sb-key-figures-field.h"
#include "sb-key-places-field.h"
#include "sb-key-set-field.h"
#include "sb-key-time-field.h"
#include "sb-key-value-field.h"
#include "sb-seen.h"
#include "sb-weak-ref.h"
#include "sb-wrap-layout.h"

#include <glib/gi18n.h>

/* Logical pixels between fields. */
#define SPACING 12

struct _SbBlockForm
{
  GtkWidget parent_instance;

  SbCatalogue *catalogue; /* (owned) (nullable) until it is set up */
  SbFormAid *aid; /* (owned) (nullable) the same */
  SbWorker *worker; /* (owned) (nullable) */
  SbKeyPlaces *places; /* (owned) (nullable) until they are asked for and read */
  gboolean is_reading; /* the places */
  SbOutline *outline; /* (owned) (nullable) */
  char *name; /* (owned) (nullable) of the block */
  SbTemplateBlockKind kind;
  gint64 dossier; /* of the briefing; 0 for none */
  GPtrArray *key_figures; /* (owned) (nullable) (element-type SbRecord) */

  GPtrArray *fields; /* (owned) (element-type SbKeyField) not owned */
  GtkWidget *scroll;
  GtkWidget *box;
  GtkWidget *view; /* the button that takes the view of the map */
};

G_DEFINE_FINAL_TYPE (SbBlockForm, sb_block_form, GTK_TYPE_WIDGET)

enum
{
  KEY_EDITED,
  VIEW_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is wrong with a value, by what it is made of. */
static const char *
get_problem (SbBlockKeyType type)
{
  switch (type)
    {
    case SB_BLOCK_KEY_DAY:
      return _ ("Write a day such as 2026-04-29, or last+7.");
    case SB_BLOCK_KEY_DAYS:
      return _ ("Write days such as 2026-03-01; 2026-04-29: one at least, six at most.");
    case SB_BLOCK_KEY_PERIOD:
      return _ ("Write days such as 2026-03-01 and 2026-04-29.");
    case SB_BLOCK_KEY_EXTENT:
      return _ ("Write west, south, east and north in degrees: -12.5,10,4.5,25.");
    case SB_BLOCK_KEY_RECORDS:
    case SB_BLOCK_KEY_WORDS:
      return _ ("One of them at least.");
    case SB_BLOCK_KEY_WORD:
    case SB_BLOCK_KEY_ANSWER:
    case SB_BLOCK_KEY_NUMBER:
    case SB_BLOCK_KEY_TEXT:
    case SB_BLOCK_KEY_FIGURES:
    case SB_BLOCK_KEY_WAYS:
    case SB_BLOCK_KEY_PLACES:
    case SB_BLOCK_KEY_ACTOR:
    default:
      return _ ("This block cannot read that.");
    }
}

static void
field_edited_cb (SbBlockForm *self,
                 const char *value,
                 SbKeyField *field)
{
  const SbBlockKey *key = sb_key_field_get_key (field);
  const SbOutlineEntry *entry = self->outline != NULL && self->name != NULL ? sb_outline_find (self->outline, self->name) : NULL;
  g_autofree char *problem = NULL;

  if (entry == NULL)
    return;

  /* What is wrong with another key already is no reason to leave this one. */
  problem = sb_outline_dup_key_problem (self->outline, self->name, key->name, value);
  if (problem != NULL && g_strcmp0 (problem, entry->problem) != 0)
    sb_key_field_set_problem (field, get_problem (key->type));
  else
    g_signal_emit (self, signals[KEY_EDITED], 0, key->name, value);
}

static void
view_cb (SbBlockForm *self)
{
  g_signal_emit (self, signals[VIEW_REQUESTED], 0);
}

/* The places */

/* Run in the worker. */
static void
read_places (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  SbKeyPlaces *places = sb_key_places_new (sb_language_get_interface (), &error);

  if (places != NULL)
    g_task_return_pointer (task, places, (GDestroyNotify) sb_key_places_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
give_places (SbBlockForm *self)
{
  for (guint i = 0; self->places != NULL && i < self->fields->len; i++)
    if (SB_IS_KEY_PLACES_FIELD (g_ptr_array_index (self->fields, i)))
      sb_key_places_field_set_places (g_ptr_array_index (self->fields, i), self->places);
}

static void
places_read_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SbBlockForm) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  SbKeyPlaces *places = g_task_propagate_pointer (G_TASK (result), &error);

  if (places == NULL)
    g_warning ("Cannot read the places: %s", error->message);
  if (places == NULL || self == NULL || self->box == NULL)
    {
      g_clear_pointer (&places, sb_key_places_unref);
      return;
    }

  self->places = places;
  give_places (self);
}

static void
want_places (SbBlockForm *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->places != NULL || self->is_reading || self->worker == NULL)
    return;

  self->is_reading = TRUE;
  task = g_task_new (NULL, NULL, places_read_cb, sb_weak_ref_new (self));
  g_task_set_source_tag (task, want_places);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, read_places);
}

/* The fields */

static SbRef *
get_dossier (SbBlockForm *self)
{
  return sb_record_get_ref (sb_outline_get_briefing (self->outline), SB_BRIEFING_DOSSIER);
}

static GtkWidget *
create_field (SbBlockForm *self,
              const SbBlockKey *key)
{
  switch (key->type)
    {
    case SB_BLOCK_KEY_WORDS:
    case SB_BLOCK_KEY_RECORDS:
      return sb_key_set_field_new (key, self->kind);
    case SB_BLOCK_KEY_FIGURES:
      return sb_key_figures_field_new (key, self->catalogue, get_dossier (self));
    case SB_BLOCK_KEY_DAY:
    case SB_BLOCK_KEY_DAYS:
    case SB_BLOCK_KEY_PERIOD:
      return sb_key_time_field_new (key, self->aid);
    case SB_BLOCK_KEY_EXTENT:
    case SB_BLOCK_KEY_WAYS:
    case SB_BLOCK_KEY_PLACES:
      want_places (self);
      return sb_key_places_field_new (key);
    case SB_BLOCK_KEY_ACTOR:
      return sb_key_actor_field_new (key, self->catalogue);
    case SB_BLOCK_KEY_WORD:
    case SB_BLOCK_KEY_ANSWER:
    case SB_BLOCK_KEY_NUMBER:
    case SB_BLOCK_KEY_TEXT:
    default:
      return sb_key_value_field_new (key);
    }
}

/* What takes a line of its own. */
static gboolean
is_wide (const SbBlockKey *key)
{
  return key->type == SB_BLOCK_KEY_FIGURES || key->type == SB_BLOCK_KEY_WORDS || key->type == SB_BLOCK_KEY_RECORDS;
}

static void
clear_fields (SbBlockForm *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->fields, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* Fields of a line or two stand beside each other, as many as there is room for. */
static void
create_fields (SbBlockForm *self)
{
  g_autoptr (GPtrArray) keys = sb_block_key_list (self->kind);
  GtkWidget *line = NULL;

  clear_fields (self);
  for (guint i = 0; i < keys->len; i++)
    {
      const SbBlockKey *key = g_ptr_array_index (keys, i);
      GtkWidget *field = create_field (self, key);

      if (line == NULL || is_wide (key))
        {
          line = g_object_new (GTK_TYPE_BOX, "layout-manager", sb_wrap_layout_new (), NULL);
          gtk_box_append (GTK_BOX (self->box), line);
        }
      gtk_widget_set_margin_end (field, SPACING);
      gtk_box_append (GTK_BOX (line), field);
      if (is_wide (key))
        {
          gtk_widget_set_hexpand (field, TRUE);
          line = NULL;
        }
      g_ptr_array_add (self->fields, field);
      g_signal_connect_object (field, "edited", G_CALLBACK (field_edited_cb), self, G_CONNECT_SWAPPED);
    }
  give_places (self);
  sb_block_form_set_key_figures (self, self->key_figures);
}

/* A strip whose figures are chosen does not ask how many there are, and of what. */
static void
update_sensitivity (SbBlockForm *self)
{
  g_autofree char *figures = sb_outline_dup_key (self->outline, self->name, "Figures");
  gboolean is_chosen = self->kind == SB_TEMPLATE_BLOCK_FIGURES && figures != NULL && *figures != '\0';

  for (guint i = 0; i < self->fields->len && self->kind == SB_TEMPLATE_BLOCK_FIGURES; i++)
    {
      SbKeyField *field = g_ptr_array_index (self->fields, i);
      const char *key = sb_key_field_get_key (field)->name;

      if (g_str_equal (key, "Most") || g_str_equal (key, "Only"))
        gtk_widget_set_sensitive (GTK_WIDGET (field), !is_chosen);
    }
}

static void
show_values (SbBlockForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      SbKeyField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *value = sb_outline_dup_key (self->outline, self->name, sb_key_field_get_key (field)->name);

      sb_key_field_show (field, value);
    }
  update_sensitivity (self);
}

static gboolean
sb_block_form_grab_focus (GtkWidget *widget)
{
  SbBlockForm *self = SB_BLOCK_FORM (widget);

  return self->fields->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->fields, 0));
}

static void
sb_block_form_dispose (GObject *object)
{
  SbBlockForm *self = SB_BLOCK_FORM (object);

  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  self->box = NULL;
  g_clear_object (&self->catalogue);
  g_clear_object (&self->aid);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->places, sb_key_places_unref);
  g_clear_pointer (&self->outline, sb_outline_unref);
  g_clear_pointer (&self->key_figures, g_ptr_array_unref);

  G_OBJECT_CLASS (sb_block_form_parent_class)->dispose (object);
}

static void
sb_block_form_finalize (GObject *object)
{
  SbBlockForm *self = SB_BLOCK_FORM (object);

  g_ptr_array_unref (self->fields);
  g_free (self->name);

  G_OBJECT_CLASS (sb_block_form_parent_class)->finalize (object);
}

static void
sb_block_form_class_init (SbBlockFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = sb_block_form_dispose;
  object_class->finalize = sb_block_form_finalize;
  widget_class->grab_focus = sb_block_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[KEY_EDITED] = g_signal_new ("key-edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[VIEW_REQUESTED] = g_signal_new ("view-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_block_form_init (SbBlockForm *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->fields = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->view = gtk_button_new_with_mnemonic (_ ("Use what the map shows _now"));
  gtk_widget_set_halign (self->view, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->view, _ ("Take the extent, the layers, the period and the day of the map of the window"));
  g_signal_connect_object (self->view, "clicked", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), self->view);
  gtk_box_append (GTK_BOX (content), self->box);
  gtk_widget_set_margin_start (content, 6);

  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), content);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
}

GtkWidget *
sb_block_form_new (void)
{
  return g_object_new (SB_TYPE_BLOCK_FORM, NULL);
}

void
sb_block_form_set_up (SbBlockForm *self,
                      SbCatalogue *catalogue,
                      SbWorker *worker)
{
  g_return_if_fail (SB_IS_BLOCK_FORM (self) && self->catalogue == NULL);
  g_return_if_fail (SB_IS_CATALOGUE (catalogue));

  self->catalogue = g_object_ref (catalogue);
  self->aid = sb_catalogue_aid_new (catalogue, NULL);
  self->worker = worker != NULL ? g_object_ref (worker) : NULL;
}

void
sb_block_form_show (SbBlockForm *self,
                    SbOutline *outline,
                    const char *name)
{
  const SbOutlineEntry *entry;
  SbRef *dossier;
  gboolean is_same;

  g_return_if_fail (SB_IS_BLOCK_FORM (self) && self->catalogue != NULL);

  entry = outline != NULL && name != NULL ? sb_outline_find (outline, name) : NULL;
  if (entry == NULL || entry->is_lost)
    {
      g_clear_pointer (&self->name, g_free);
      g_clear_pointer (&self->outline, sb_outline_unref);
      clear_fields (self);
      return;
    }

  is_same = self->outline != NULL && self->kind == entry->kind && g_strcmp0 (self->name, name) == 0 &&
            g_strcmp0 (sb_record_get_uuid (sb_outline_get_briefing (self->outline)), sb_record_get_uuid (sb_outline_get_briefing (outline))) == 0;
  sb_outline_ref (outline);
  g_clear_pointer (&self->outline, sb_outline_unref);
  self->outline = outline;
  dossier = get_dossier (self);
  is_same = is_same && self->dossier == (dossier != NULL ? sb_ref_get_id (dossier) : 0);
  self->dossier = dossier != NULL ? sb_ref_get_id (dossier) : 0;
  if (!is_same)
    {
      char *shown = g_strdup (name);

      g_free (self->name);
      self->name = shown;
      self->kind = entry->kind;
      g_clear_pointer (&self->key_figures, g_ptr_array_unref);
      create_fields (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)), 0);
    }
  sb_seen_set (self->view, self->kind == SB_TEMPLATE_BLOCK_MAP || self->kind == SB_TEMPLATE_BLOCK_MAPS);
  show_values (self);
}

gboolean
sb_block_form_has_keys (SbBlockForm *self)
{
  g_return_val_if_fail (SB_IS_BLOCK_FORM (self), FALSE);

  return self->fields->len > 0;
}

static SbKeyFiguresField *
find_figures (SbBlockForm *self)
{
  return SB_KEY_FIGURES_FIELD (sb_block_form_find_field (self, "Figures"));
}

void
sb_block_form_set_key_figures (SbBlockForm *self,
                               GPtrArray *figures)
{
  SbKeyFiguresField *field;

  g_return_if_fail (SB_IS_BLOCK_FORM (self));

  if (figures != NULL)
    g_ptr_array_ref (figures);
  g_clear_pointer (&self->key_figures, g_ptr_array_unref);
  self->key_figures = figures;
  field = find_figures (self);
  if (field != NULL)
    sb_key_figures_field_set_printed (field, figures);
}

gboolean
sb_block_form_add_key_figure (SbBlockForm *self,
                              SbRecord *figure)
{
  SbKeyFiguresField *field;
  g_autofree char *value = NULL;

  g_return_val_if_fail (SB_IS_BLOCK_FORM (self), FALSE);
  g_return_val_if_fail (sb_record_get_kind (figure) == SB_KIND_FIGURE, FALSE);

  field = find_figures (self);
  if (field == NULL)
    return FALSE;

  value = sb_key_figures_field_dup_with (field, sb_record_get_uuid (figure));
  g_signal_emit (self, signals[KEY_EDITED], 0, "Figures", value);
  return TRUE;
}

GtkWidget *
sb_block_form_find_field (SbBlockForm *self,
                          const char *key)
{
  g_return_val_if_fail (SB_IS_BLOCK_FORM (self) && key != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (sb_key_field_get_key (g_ptr_array_index (self->fields, i))->name, key))
      return g_ptr_array_index (self->fields, i);

  return NULL;
}
