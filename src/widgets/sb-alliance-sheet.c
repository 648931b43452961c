/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-alliance-sheet.h"

#include "sb-alliance.h"
#include "sb-certainty.h"
#include "sb-date-format.h"
#include "sb-evidence-button.h"
#include "sb-evidence.h"
#include "sb-instrument.h"
#include "sb-record-description.h"
#include "sb-record-markup.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Pillars and divergences stand side by side where each is at least so wide, logical
 * pixels. */
#define COLUMN_WIDTH 230

struct _SbAllianceSheet
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) */
  GtkWidget *scrolled;
  GtkWidget *content; /* a GtkBox */
  GHashTable *quoted; /* (owned) ids of extracts that are quoted already */
};

G_DEFINE_FINAL_TYPE (SbAllianceSheet, sb_alliance_sheet, GTK_TYPE_WIDGET)

static gboolean
link_activated_cb (GtkLabel *label,
                   const char *address,
                   SbAllianceSheet *self)
{
  g_autoptr (SbRef) ref = sb_record_markup_parse_link (address);

  if (ref == NULL)
    return FALSE;

  if (sb_ref_get_kind (ref) == SB_KIND_DOCUMENT)
    sb_session_request_document (self->session, sb_ref_get_id (ref), 0, 0);
  else
    sb_session_select (self->session, ref);

  return TRUE;
}

static GtkWidget *
append_markup (SbAllianceSheet *self,
               GtkWidget *box,
               const char *markup,
               const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_activated_cb), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
append_text (SbAllianceSheet *self,
             GtkWidget *box,
             const char *text,
             const char *css_class)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  append_markup (self, box, escaped, css_class);
}

static void
append_caption (SbAllianceSheet *self,
                GtkWidget *box,
                const char *text)
{
  append_text (self, box, text, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
}

/* The passage of @ref, if it is known, below what it says. */
static void
append_passage (SbAllianceSheet *self,
                GtkWidget *box,
                const SbAllianceFacts *facts,
                SbRef *ref)
{
  SbLanguage language = sb_session_get_language (self->session);

  for (guint i = 0; ref != NULL && facts->evidence != NULL && i < facts->evidence->len; i++)
    {
      SbRecord *piece = g_ptr_array_index (facts->evidence, i);
      SbRef *extract = sb_record_get_ref (piece, SB_EVIDENCE_EXTRACT);

      if (extract == NULL || sb_ref_get_id (extract) != sb_ref_get_id (ref))
        continue;

      gtk_box_append (GTK_BOX (box), sb_evidence_button_new (piece, self->session, language));
      g_hash_table_add (self->quoted, GSIZE_TO_POINTER ((gsize) sb_ref_get_id (ref)));
      return;
    }

  if (ref == NULL)
    append_text (self, box, _ ("Unsourced"), "sheet-warning");
}

static GtkWidget *
append_section (SbAllianceSheet *self,
                const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  append_text (self, box, title, "sheet-heading");
  gtk_box_append (GTK_BOX (self->content), box);
  return box;
}

/* Whether it stands on the day, in words. */
static char *
word_standing (const SbAllianceFacts *facts,
               SbLanguage language)
{
  g_autofree char *day = sb_day_format (facts->as_of, language, SB_DATE_STYLE_LONG);

  switch (sb_certainty_of_holding (sb_record_get_date (facts->alliance, SB_ALLIANCE_SINCE),
                                   sb_record_get_date (facts->alliance, SB_ALLIANCE_UNTIL), facts->as_of))
    {
    case SB_CERTAINTY_SURE:
      return g_strdup_printf (_ ("Stands on %s"), day);

    case SB_CERTAINTY_POSSIBLE:
      return g_strdup_printf (_ ("Possibly stands on %s"), day);

    case SB_CERTAINTY_NO:
    default:
      return g_strdup_printf (_ ("Does not stand on %s"), day);
    }
}

static void
append_head (SbAllianceSheet *self,
             const SbAllianceFacts *facts,
             SbLanguage language)
{
  const char *summary = sb_record_get_words (facts->alliance, SB_ALLIANCE_SUMMARY, language);
  g_autofree char *since = sb_record_markup_field (facts->alliance, SB_ALLIANCE_SINCE, language);
  g_autofree char *until = sb_record_markup_field (facts->alliance, SB_ALLIANCE_UNTIL, language);
  g_autofree char *standing = word_standing (facts, language);
  g_autoptr (GString) dates = g_string_new (NULL);

  if (since != NULL)
    g_string_append_printf (dates, "%s %s", _ ("Since"), since);
  if (until != NULL)
    g_string_append_printf (dates, "%s%s %s", dates->len > 0 ? " · " : "", _ ("Until"), until);

  append_text (self, self->content, sb_kind_get_label (SB_KIND_ALLIANCE, language), "sheet-kind");
  append_text (self, self->content, sb_record_get_title (facts->alliance, language), "sheet-title");
  append_text (self, self->content, standing, "heading");
  if (dates->len > 0)
    append_markup (self, self->content, dates->str, NULL);
  if (*summary != '\0')
    append_text (self, self->content, summary, NULL);
}

static void
append_parties (SbAllianceSheet *self,
                const SbAllianceFacts *facts,
                SbLanguage language)
{
  guint n_parties = sb_record_get_n_items (facts->alliance, SB_ALLIANCE_PARTIES);
  GtkWidget *box = n_parties > 0 ? append_section (self, _ ("Parties")) : NULL;

  for (guint i = 0; i < n_parties; i++)
    {
      g_autofree char *line = sb_record_markup_item (sb_record_get_item (facts->alliance, SB_ALLIANCE_PARTIES, i), language);

      append_markup (self, box, line, NULL);
    }
}

static void
append_labels (SbAllianceSheet *self,
               const SbAllianceFacts *facts,
               SbLanguage language)
{
  guint n_labels = sb_record_get_n_items (facts->alliance, SB_ALLIANCE_LABELS);
  GtkWidget *box = n_labels > 0 ? append_section (self, _ ("What each source calls it")) : NULL;

  for (guint i = 0; i < n_labels; i++)
    {
      SbRecord *item = sb_record_get_item (facts->alliance, SB_ALLIANCE_LABELS, i);
      SbRef *source = sb_record_get_ref (item, SB_ALLIANCE_LABEL_SOURCE);
      /* Translators: what a source calls an alliance, in quotation marks. */
      g_autofree char *words = g_strdup_printf (_ ("“%s”"), sb_record_get_words (item, SB_ALLIANCE_LABEL_LABEL, language));
      g_autofree char *link = source != NULL ? sb_record_markup_ref (source, language) : NULL;
      GtkWidget *one = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      append_text (self, one, words, "heading");
      if (link != NULL)
        append_markup (self, one, link, "caption");
      append_passage (self, one, facts, sb_record_get_ref (item, SB_ALLIANCE_LABEL_EXTRACT));
      gtk_box_append (GTK_BOX (box), one);
    }
}

/* The traits of one kind, one below the other. */
static GtkWidget *
create_traits (SbAllianceSheet *self,
               const SbAllianceFacts *facts,
               SbAllianceTraitKind kind,
               const char *title,
               const char *nothing,
               SbLanguage language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint n_traits = 0;

  gtk_widget_set_size_request (box, COLUMN_WIDTH, -1);
  append_text (self, box, title, "sheet-heading");
  for (guint i = 0; i < sb_record_get_n_items (facts->alliance, SB_ALLIANCE_TRAITS); i++)
    {
      SbRecord *item = sb_record_get_item (facts->alliance, SB_ALLIANCE_TRAITS, i);

      if (sb_record_get_term (item, SB_ALLIANCE_TRAIT_KIND, SB_ALLIANCE_TRAIT_KIND_PILLAR) != (int) kind)
        continue;

      n_traits++;
      append_text (self, box, sb_record_get_words (item, SB_ALLIANCE_TRAIT_TEXT, language), NULL);
      append_passage (self, box, facts, sb_record_get_ref (item, SB_ALLIANCE_TRAIT_EXTRACT));
    }

  if (n_traits == 0)
    append_caption (self, box, nothing);
  return box;
}

static void
append_column (GtkWidget *flow,
               GtkWidget *column)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), column);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), child, -1);
}

static void
append_traits (SbAllianceSheet *self,
               const SbAllianceFacts *facts,
               SbLanguage language)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  append_column (flow, create_traits (self, facts, SB_ALLIANCE_TRAIT_KIND_PILLAR, _ ("What holds it together"),
                                      _ ("No pillar is noted."), language));
  append_column (flow, create_traits (self, facts, SB_ALLIANCE_TRAIT_KIND_DIVERGENCE, _ ("What divides it"),
                                      _ ("No divergence is noted."), language));
  gtk_box_append (GTK_BOX (self->content), flow);
}

static void
append_field (SbAllianceSheet *self,
              GtkWidget *box,
              SbRecord *record,
              guint field,
              SbLanguage language)
{
  g_autofree char *value = sb_record_markup_field (record, field, language);

  if (value == NULL)
    return;

  append_caption (self, box, _ (sb_record_get_schema (record)->fields[field].label));
  append_markup (self, box, value, NULL);
}

static void
append_purpose (SbAllianceSheet *self,
                const SbAllianceFacts *facts,
                SbLanguage language)
{
  static const guint fields[] = { SB_ALLIANCE_ADVERSARY, SB_ALLIANCE_GOAL, SB_ALLIANCE_FIRST_ACT, SB_ALLIANCE_INSTRUMENT };
  GtkWidget *box = append_section (self, _ ("Against whom, to what end"));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_field (self, box, facts->alliance, fields[i], language);

  if (facts->instrument != NULL)
    {
      g_autofree char *date = sb_record_markup_field (facts->instrument, SB_INSTRUMENT_DATE, language);
      g_autofree char *line =
        g_strdup_printf ("%s · %s%s%s", sb_record_get_term_label (facts->instrument, SB_INSTRUMENT_KIND, language),
                         sb_record_get_term_label (facts->instrument, SB_INSTRUMENT_STATUS, language), date != NULL ? " · " : "",
                         date != NULL ? date : "");

      append_markup (self, box, line, "caption");
      append_field (self, box, facts->instrument, SB_INSTRUMENT_CLAUSES, language);
    }
}

static void
append_durability (SbAllianceSheet *self,
                   const SbAllianceFacts *facts,
                   SbLanguage language)
{
  const char *reason = sb_record_get_words (facts->alliance, SB_ALLIANCE_DURABILITY_REASON, language);
  GtkWidget *box;

  if (!sb_record_has (facts->alliance, SB_ALLIANCE_DURABILITY))
    return;

  box = append_section (self, _ ("Durability"));
  append_text (self, box, sb_record_get_term_label (facts->alliance, SB_ALLIANCE_DURABILITY, language), "heading");
  if (*reason != '\0')
    append_text (self, box, reason, NULL);
  append_field (self, box, facts->alliance, SB_ALLIANCE_JUDGED_BY, language);
  append_field (self, box, facts->alliance, SB_ALLIANCE_JUDGED_ON, language);
  if (!sb_record_has (facts->alliance, SB_ALLIANCE_JUDGED_BY))
    append_caption (self, box, _ ("Nobody is named who judges so."));
}

/* What happened, and to whom, as markup. */
static char *
word_turn (const SbSituationTurn *turn,
           SbLanguage language)
{
  SbRecord *record = turn->line->record;
  SbRecord *item = NULL;
  g_autofree char *name = NULL;

  switch (turn->turn)
    {
    case SB_TURN_ALLIANCE_FORMED:
      return g_strdup (_ ("The alliance was formed"));

    case SB_TURN_ALLIANCE_ENDED:
      return g_strdup (_ ("The alliance ended"));

    case SB_TURN_ALLIANCE_JUDGED:
      return g_strdup_printf (_ ("Its durability was judged: %s"), sb_record_get_term_label (record, SB_ALLIANCE_DURABILITY, language));

    case SB_TURN_PARTY_JOINED:
    case SB_TURN_PARTY_LEFT:
      item = sb_record_get_item (record, SB_ALLIANCE_PARTIES, (guint) turn->line->item);
      name = sb_record_markup_ref (sb_record_get_ref (item, SB_ALLIANCE_PARTY_ACTOR), language);
      return g_strdup_printf (turn->turn == SB_TURN_PARTY_JOINED ? _ ("%s joined") : _ ("%s left"), name);

    case SB_TURN_ALLIANCE_LABELLED:
      item = sb_record_get_item (record, SB_ALLIANCE_LABELS, (guint) turn->line->item);
      name = g_markup_escape_text (sb_record_get_words (item, SB_ALLIANCE_LABEL_LABEL, language), -1);
      return g_strdup_printf (_ ("It was called “%s”"), name);

    case SB_TURN_RELATION_BEGUN:
    case SB_TURN_RELATION_ENDED:
      {
        g_autofree char *words = sb_record_describe (record, language);

        name = g_markup_escape_text (words, -1);
        return g_strdup_printf (turn->turn == SB_TURN_RELATION_BEGUN ? _ ("Begun: %s") : _ ("Ended: %s"), name);
      }

    default:
      return NULL;
    }
}

static void
append_changes (SbAllianceSheet *self,
                const SbAllianceFacts *facts,
                SbLanguage language)
{
  g_autofree char *since = NULL;
  g_autofree char *title = NULL;
  GtkWidget *box;
  guint n_turns = 0;

  if (facts->changes == NULL)
    return;

  since = sb_day_format (facts->changes->since, language, SB_DATE_STYLE_LONG);
  title = g_strdup_printf (_ ("Changed since %s"), since);
  box = append_section (self, title);
  for (guint i = 0; i < facts->changes->turns->len; i++)
    {
      const SbSituationTurn *turn = g_ptr_array_index (facts->changes->turns, i);
      g_autofree char *words = word_turn (turn, language);
      g_autofree char *day = sb_date_format (turn->date, language, SB_DATE_STYLE_LONG);

      if (words == NULL)
        continue;

      n_turns++;
      append_caption (self, box, day);
      append_markup (self, box, words, NULL);
    }

  if (n_turns == 0)
    append_caption (self, box, _ ("Nothing that is dated. The start of the period in the time bar is the day that is compared with."));
}

/* What it rests on beside the passages that are quoted above. */
static void
append_rest (SbAllianceSheet *self,
             const SbAllianceFacts *facts,
             SbLanguage language)
{
  GtkWidget *box = NULL;

  if (facts->evidence == NULL || facts->evidence->len == 0)
    {
      box = append_section (self, _ ("Extracts"));
      append_text (self, box, _ ("Unsourced: no extract stands behind this."), "sheet-warning");
      return;
    }

  for (guint i = 0; i < facts->evidence->len; i++)
    {
      SbRecord *piece = g_ptr_array_index (facts->evidence, i);
      SbRef *extract = sb_record_get_ref (piece, SB_EVIDENCE_EXTRACT);

      if (extract != NULL && g_hash_table_contains (self->quoted, GSIZE_TO_POINTER ((gsize) sb_ref_get_id (extract))))
        continue;
      if (box == NULL)
        box = append_section (self, _ ("Other extracts"));
      gtk_box_append (GTK_BOX (box), sb_evidence_button_new (piece, self->session, language));
    }
}

void
sb_alliance_sheet_show (SbAllianceSheet *self,
                        const SbAllianceFacts *facts)
{
  SbLanguage language;
  GtkWidget *child;

  g_return_if_fail (SB_IS_ALLIANCE_SHEET (self));
  g_return_if_fail (facts != NULL && sb_record_get_kind (facts->alliance) == SB_KIND_ALLIANCE);

  language = sb_session_get_language (self->session);
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  g_hash_table_remove_all (self->quoted);

  append_head (self, facts, language);
  append_parties (self, facts, language);
  append_labels (self, facts, language);
  append_traits (self, facts, language);
  append_purpose (self, facts, language);
  append_durability (self, facts, language);
  append_changes (self, facts, language);
  append_rest (self, facts, language);
}

static void
sb_alliance_sheet_dispose (GObject *object)
{
  SbAllianceSheet *self = SB_ALLIANCE_SHEET (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->quoted, g_hash_table_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_alliance_sheet_parent_class)->dispose (object);
}

static void
sb_alliance_sheet_class_init (SbAllianceSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_alliance_sheet_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sb_alliance_sheet_init (SbAllianceSheet *self)
{
  self->quoted = g_hash_table_new (NULL, NULL);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (self->content, 16);
  gtk_widget_set_margin_bottom (self->content, 24);
  gtk_widget_set_margin_start (self->content, 16);
  gtk_widget_set_margin_end (self->content, 16);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->content);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sb_alliance_sheet_new (SbSession *session)
{
  SbAllianceSheet *self = g_object_new (SB_TYPE_ALLIANCE_SHEET, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
