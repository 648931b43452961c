/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-name-card.h"

#include "sb-actor.h"
#include "sb-date-format.h"
#include "sb-place.h"

#include <glib/gi18n.h>
#include <math.h>

/* A card is looked at in passing. */
#define MAX_ALIASES 5

struct _SbNameCard
{
  GtkPopover parent_instance;

  GtkLabel *kind;
  GtkLabel *name;
  GtkLabel *details;
  GtkLabel *counts;
  GtkLabel *rule;
  GtkWidget *open;
  GtkWidget *map;
  GtkWidget *corrections;
  GtkWidget *never;
  GtkButton *correct;
  GtkWidget *forget;
};

G_DEFINE_FINAL_TYPE (SbNameCard, sb_name_card, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
append_line (GString *lines,
             const char *format,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  if (lines->len > 0)
    g_string_append_c (lines, '\n');

  if (format != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

      g_string_append (lines, parts[0]);
      g_string_append (lines, text);
      g_string_append (lines, parts[1] != NULL ? parts[1] : "");
    }
  else
    g_string_append (lines, text);
}

/* The other names, "GSIM, Nusrat al-Islam". @field is the name of an item. */
static char *
dup_names (SbRecord *record,
           guint list,
           guint field)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = sb_record_get_n_items (record, list);

  for (guint i = 0; i < MIN (n, MAX_ALIASES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", sb_record_get_text (sb_record_get_item (record, list, i), field));
  if (n > MAX_ALIASES)
    g_string_append_printf (names, " +%u", n - MAX_ALIASES);

  return g_strdup (names->str);
}

static const char *
get_ref_name (SbRecord *record,
              guint field,
              SbLanguage language)
{
  SbRef *ref = sb_record_get_ref (record, field);

  return ref != NULL ? sb_ref_get_name (ref, language) : NULL;
}

static void
append_actor (GString *lines,
              SbRecord *actor,
              SbLanguage language)
{
  g_autofree char *aliases = dup_names (actor, SB_ACTOR_ALIASES, SB_ACTOR_ALIAS_NAME);
  const char *short_name = sb_record_get_text (actor, SB_ACTOR_SHORT_NAME);

  if (g_strcmp0 (short_name, sb_record_get_title (actor, language)) != 0)
    append_line (lines, NULL, short_name);
  /* Translators: %s is a list of other names. */
  append_line (lines, _ ("Also: %s"), aliases);
  /* Translators: %s is the group or force that an actor belongs to. */
  append_line (lines, _ ("Part of %s"), get_ref_name (actor, SB_ACTOR_PARENT, language));
}

static void
append_place (GString *lines,
              SbRecord *place,
              SbLanguage language)
{
  g_autofree char *names = dup_names (place, SB_PLACE_NAMES, SB_PLACE_NAME_NAME);

  /* Translators: %s is the region or country that a place is in. */
  append_line (lines, _ ("In: %s"), get_ref_name (place, SB_PLACE_PARENT, language));
  append_line (lines, _ ("Also: %s"), names);
}

static char *
dup_details (const SbNameTold *told,
             SbLanguage language)
{
  GString *lines = g_string_new (NULL);

  append_line (lines, NULL, told->role);
  if (told->record != NULL && sb_record_get_kind (told->record) == SB_KIND_ACTOR)
    append_actor (lines, told->record, language);
  if (told->record != NULL && sb_record_get_kind (told->record) == SB_KIND_PLACE)
    append_place (lines, told->record, language);

  return g_string_free (lines, FALSE);
}

/* "Armed group · Mali", or what kind of name it seems to be. */
static char *
dup_kind (const SbNameTold *told,
          SbLanguage language)
{
  SbKind kind = told->record != NULL ? sb_record_get_kind (told->record) : SB_KIND_NONE;
  const char *label = "";
  const char *country = NULL;

  if (kind == SB_KIND_ACTOR)
    {
      label = sb_record_get_term_label (told->record, SB_ACTOR_KIND, language);
      country = sb_record_get_text (told->record, SB_ACTOR_COUNTRY);
    }
  else if (kind == SB_KIND_PLACE)
    {
      label = sb_record_get_term_label (told->record, SB_PLACE_KIND, language);
      country = sb_record_get_text (told->record, SB_PLACE_COUNTRY);
    }
  if (*label == '\0' && kind != SB_KIND_NONE)
    label = sb_kind_get_label (kind, language);
  if (*label == '\0' && told->mark != NULL)
    label = sb_reader_mark_kind_get_label (told->mark->kind);
  if (told->record == NULL && told->mark != NULL && told->mark->kind != SB_READER_MARK_DATE)
    /* Translators: %s is a kind of name, such as “Actor”. */
    return g_strdup_printf (_ ("%s, not known"), label);

  return country != NULL ? g_strdup_printf ("%s · %s", label, country) : g_strdup (label);
}

static char *
dup_title (const SbNameTold *told,
           SbLanguage language)
{
  if (told->record != NULL)
    return g_strdup (sb_record_get_title (told->record, language));

  if (told->mark != NULL && told->mark->kind == SB_READER_MARK_DATE && told->mark->name != NULL)
    {
      g_autoptr (SbDate) date = sb_date_new (told->mark->name, NULL);

      if (date != NULL)
        return sb_date_format (date, language, SB_DATE_STYLE_LONG);
    }

  return g_strdup (told->mark != NULL && told->mark->name != NULL ? told->mark->name : told->words);
}

static char *
dup_counts (const SbNameTold *told)
{
  g_autofree char *documents = g_strdup_printf (ngettext ("Named in %u document", "Named in %u documents", told->n_documents),
                                                told->n_documents);
  g_autofree char *here = g_strdup_printf (ngettext ("%u time here", "%u times here", told->n_here), told->n_here);

  if (told->n_documents == 0)
    return g_strdup ("");

  return told->n_here > 0 ? g_strdup_printf ("%s · %s", documents, here) : g_steal_pointer (&documents);
}

static void
show_text (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static gboolean
is_on_map (SbRecord *record)
{
  return record != NULL && sb_record_get_kind (record) == SB_KIND_PLACE && sb_record_has (record, SB_PLACE_LATITUDE) &&
         sb_record_has (record, SB_PLACE_LONGITUDE);
}

static void
choose (SbNameCard *self,
        SbNameChoice choice)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, choice);
}

static void
open_cb (SbNameCard *self)
{
  choose (self, SB_NAME_CHOICE_OPEN);
}

static void
map_cb (SbNameCard *self)
{
  choose (self, SB_NAME_CHOICE_MAP);
}

static void
never_cb (SbNameCard *self)
{
  choose (self, SB_NAME_CHOICE_NEVER);
}

static void
correct_cb (SbNameCard *self)
{
  choose (self, SB_NAME_CHOICE_CORRECT);
}

static void
forget_cb (SbNameCard *self)
{
  choose (self, SB_NAME_CHOICE_FORGET);
}

static void
sb_name_card_class_init (SbNameCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-name-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, kind);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, name);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, details);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, counts);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, rule);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, open);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, map);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, corrections);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, never);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, correct);
  gtk_widget_class_bind_template_child (widget_class, SbNameCard, forget);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
  gtk_widget_class_bind_template_callback (widget_class, never_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
sb_name_card_init (SbNameCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sb_name_card_new (void)
{
  return g_object_new (SB_TYPE_NAME_CARD, NULL);
}

void
sb_name_card_set_told (SbNameCard *self,
                       const SbNameTold *told)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *kind = NULL;
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;
  g_autofree char *counts = NULL;
  gboolean is_date;
  gboolean is_stored;

  g_return_if_fail (SB_IS_NAME_CARD (self) && told != NULL);

  kind = dup_kind (told, language);
  title = dup_title (told, language);
  details = dup_details (told, language);
  counts = dup_counts (told);
  is_date = told->mark != NULL && told->mark->kind == SB_READER_MARK_DATE;
  is_stored = told->record != NULL && sb_record_get_id (told->record) != 0;
  show_text (self->kind, kind);
  show_text (self->name, title);
  show_text (self->details, details);
  show_text (self->counts, counts);
  show_text (self->rule, told->has_rule ? _ ("You said so of these words.") : "");
  gtk_widget_set_visible (self->open, is_stored);
  gtk_widget_set_visible (self->map, is_on_map (told->record));
  gtk_widget_set_visible (self->corrections, told->can_write && !is_date);
  gtk_widget_set_visible (self->never, told->mark != NULL);
  gtk_widget_set_visible (self->forget, told->has_rule);
  gtk_button_set_label (self->correct, told->record != NULL ? _ ("_Another…") : _ ("_Say what it is…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

char *
sb_name_card_dup_text (SbNameCard *self)
{
  GtkLabel *labels[] = { self->name, self->kind, self->details, self->counts, self->rule };
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (SB_IS_NAME_CARD (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (*gtk_label_get_label (labels[i]) != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", gtk_label_get_label (labels[i]));

  return g_string_free (text, FALSE);
}
