/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-claim-board.h"

#include "sb-claim.h"
#include "sb-evidence.h"
#include "sb-grade.h"
#include "sb-record-dates.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _SbClaimBoard
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  GPtrArray *evidence; /* (owned) (nullable) of the claim that is shown */

  GtkWidget *scroller;
  GtkWidget *box; /* (unowned) (nullable) what is rebuilt */
  GtkEditable *words[SB_N_LANGUAGES]; /* (unowned) of the version retained */
};

G_DEFINE_FINAL_TYPE (SbClaimBoard, sb_claim_board, GTK_TYPE_WIDGET)

enum
{
  RETAINED,
  VERSION_RETAINED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SbLanguage
get_language (SbClaimBoard *self)
{
  return sb_session_get_language (self->session);
}

static GtkWidget *
add_label (GtkWidget *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static gboolean
is_for (int stance)
{
  return stance == SB_CLAIM_STANCE_ASSERTS || stance == SB_CLAIM_STANCE_CLAIMS || stance == SB_CLAIM_STANCE_CONFIRMS;
}

/* What is known of an extract; NULL when it is none of the claim's. */
static SbRecord *
find_evidence (SbClaimBoard *self,
               SbRef *extract)
{
  for (guint i = 0; extract != NULL && self->evidence != NULL && i < self->evidence->len; i++)
    {
      SbRecord *piece = g_ptr_array_index (self->evidence, i);
      SbRef *own = sb_record_get_ref (piece, SB_EVIDENCE_EXTRACT);

      if (own != NULL && sb_ref_equal (own, extract))
        return piece;
    }

  return NULL;
}

static void
ref_clicked_cb (SbClaimBoard *self,
                GtkButton *button)
{
  sb_session_select (self->session, g_object_get_data (G_OBJECT (button), "sb-ref"));
}

/* A button that selects @ref, with a text of any length. */
static void
add_link (SbClaimBoard *self,
          GtkWidget *box,
          SbRef *ref,
          const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  /* GTK 4.8 names a button after its class when its label is a child. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "sb-ref", sb_ref_ref (ref), (GDestroyNotify) sb_ref_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (ref_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/* "Jeune Afrique, B2" of a piece of evidence, the item's own credibility first. */
static char *
format_source (SbClaimBoard *self,
               SbRecord *piece,
               int credibility)
{
  SbRef *source = sb_record_get_ref (piece, SB_EVIDENCE_SOURCE);
  g_autofree char *grade = sb_grade_format (sb_record_get_term (piece, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE),
                                            credibility != SB_CREDIBILITY_NONE ? credibility
                                                                               : sb_record_get_term (piece, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE));

  if (source == NULL)
    return g_steal_pointer (&grade);

  return *grade != '\0' ? g_strdup_printf ("%s, %s", sb_ref_get_name (source, get_language (self)), grade)
                        : g_strdup (sb_ref_get_name (source, get_language (self)));
}

static void
add_extract (SbClaimBoard *self,
             GtkWidget *box,
             SbRef *extract,
             SbRecord *piece,
             int credibility)
{
  g_autofree char *source = piece != NULL ? format_source (self, piece, credibility) : NULL;

  if (extract == NULL)
    {
      add_label (box, _ ("Unsourced"), "dim-label");
      return;
    }

  add_link (self, box, extract, piece != NULL ? sb_record_get_text (piece, SB_EVIDENCE_QUOTE) : sb_ref_get_name (extract, get_language (self)));
  if (source != NULL && *source != '\0')
    add_label (box, source, "caption");
}

static char *
format_version (SbRecord *statement,
                SbLanguage language)
{
  g_autofree char *date = sb_record_format_date (statement, SB_CLAIM_STATEMENT_DATE, language, SB_DATE_STYLE_LONG);

  return g_strdup_printf (*date != '\0' ? "%s %s (%s)" : "%s %s%s", sb_claim_statement_get_speaker (statement, language),
                          sb_record_get_term_label (statement, SB_CLAIM_STATEMENT_STANCE, language), date);
}

/* The statement becomes the version retained, in both languages; it can be worded otherwise
 * from there. */
static void
retain_clicked_cb (SbClaimBoard *self,
                   GtkButton *button)
{
  SbRecord *statement = g_object_get_data (G_OBJECT (button), "sb-statement");

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_autofree char *text = format_version (statement, (SbLanguage) i);

      gtk_editable_set_text (self->words[i], text);
    }
  g_signal_emit (self, signals[RETAINED], 0, gtk_editable_get_text (self->words[SB_LANGUAGE_FR]),
                 gtk_editable_get_text (self->words[SB_LANGUAGE_EN]));
}

static void
add_statement (SbClaimBoard *self,
               GtkWidget *column,
               SbRecord *statement)
{
  SbLanguage language = get_language (self);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *retain = gtk_button_new_with_label (_ ("Retain"));
  SbRef *speaker = sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER);
  SbRef *extract = sb_record_get_ref (statement, SB_CLAIM_STATEMENT_EXTRACT);
  const char *role = sb_record_get_words (statement, SB_CLAIM_STATEMENT_ROLE, language);
  const char *venue = sb_record_get_words (statement, SB_CLAIM_STATEMENT_VENUE, language);
  const char *words = sb_record_get_text (statement, SB_CLAIM_STATEMENT_WORDS);
  g_autofree char *date = sb_record_format_date (statement, SB_CLAIM_STATEMENT_DATE, language, SB_DATE_STYLE_LONG);
  g_autofree char *where = g_strjoin (*date != '\0' && *venue != '\0' ? " · " : "", date, venue, NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "claim-card");
  add_label (card, sb_record_get_term_label (statement, SB_CLAIM_STATEMENT_STANCE, language), "heading");
  if (speaker != NULL)
    add_link (self, card, speaker, sb_ref_get_name (speaker, language));
  else
    add_label (card, sb_claim_statement_get_speaker (statement, language), NULL);
  if (*role != '\0')
    add_label (card, role, "dim-label");
  if (*where != '\0')
    add_label (card, where, "caption");
  if (words != NULL)
    {
      /* Translators: what somebody said, word by word. */
      g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), words);

      add_label (card, quoted, NULL);
    }
  add_extract (self, card, extract, find_evidence (self, extract),
               sb_record_get_term (statement, SB_CLAIM_STATEMENT_CREDIBILITY, SB_CREDIBILITY_NONE));

  gtk_widget_set_halign (retain, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (retain, _ ("Take this as the version retained"));
  g_object_set_data_full (G_OBJECT (retain), "sb-statement", g_object_ref (statement), g_object_unref);
  g_signal_connect_object (retain, "clicked", G_CALLBACK (retain_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), retain);
  gtk_box_append (GTK_BOX (column), card);
}

/* One side: who says so, or who does not; and the documents on that side that no
 * statement rests on. */
static void
add_side (SbClaimBoard *self,
          GtkWidget *sides,
          SbRecord *claim,
          gboolean for_it)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint n = 0;

  add_label (column, for_it ? _ ("Who says so") : _ ("Who does not"), "title-4");
  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    {
      SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i);

      if (is_for (sb_record_get_term (statement, SB_CLAIM_STATEMENT_STANCE, SB_CLAIM_STANCE_ASSERTS)) != for_it)
        continue;
      add_statement (self, column, statement);
      n++;
    }

  for (guint i = 0; self->evidence != NULL && i < self->evidence->len; i++)
    {
      SbRecord *piece = g_ptr_array_index (self->evidence, i);
      SbRef *extract = sb_record_get_ref (piece, SB_EVIDENCE_EXTRACT);

      if ((sb_record_get_term (piece, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_SUPPORTS) != for_it)
        continue;
      add_extract (self, column, extract, piece, SB_CREDIBILITY_NONE);
      n++;
    }

  if (n == 0)
    add_label (column, _ ("Nobody, as far as is known"), "dim-label");
  gtk_flow_box_append (GTK_FLOW_BOX (sides), column);
}

static void
save_clicked_cb (SbClaimBoard *self)
{
  g_signal_emit (self, signals[RETAINED], 0, gtk_editable_get_text (self->words[SB_LANGUAGE_FR]),
                 gtk_editable_get_text (self->words[SB_LANGUAGE_EN]));
}

static void
add_retained (SbClaimBoard *self,
              SbRecord *claim)
{
  SbBilingual *retained = sb_record_get_bilingual (claim, SB_CLAIM_RETAINED);
  GtkWidget *group = adw_preferences_group_new ();
  const char *const titles[SB_N_LANGUAGES] = { _ ("In French"), _ ("In English") };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Version retained"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("What briefings say of it, beside what is disputed."));
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      GtkWidget *row = adw_entry_row_new ();
      const char *text = retained != NULL ? sb_bilingual_get (retained, (SbLanguage) i) : NULL;

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), titles[i]);
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
      g_signal_connect_object (row, "apply", G_CALLBACK (save_clicked_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      self->words[i] = GTK_EDITABLE (row);
    }
  gtk_box_append (GTK_BOX (self->box), group);
}

static void
version_clicked_cb (SbClaimBoard *self,
                    GtkButton *button)
{
  g_signal_emit (self, signals[VERSION_RETAINED], 0, g_object_get_data (G_OBJECT (button), "sb-version"));
}

static void
add_versions (SbClaimBoard *self,
              GPtrArray *versions)
{
  GtkWidget *group;

  if (versions == NULL || versions->len == 0)
    return;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Other answers to the same question"));
  for (guint i = 0; i < versions->len; i++)
    {
      SbRecord *version = g_ptr_array_index (versions, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_with_label (sb_record_is_retained (version) ? _ ("Retained") : _ ("Retain"));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sb_record_get_title (version, get_language (self)));
      gtk_widget_set_sensitive (button, !sb_record_is_retained (version));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (button), "sb-version", g_object_ref (version), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (version_clicked_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (GTK_BOX (self->box), group);
}

static void
rebuild (SbClaimBoard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
}

static void
sb_claim_board_dispose (GObject *object)
{
  SbClaimBoard *self = SB_CLAIM_BOARD (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_claim_board_parent_class)->dispose (object);
}

static void
sb_claim_board_class_init (SbClaimBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_claim_board_dispose;

  signals[RETAINED] = g_signal_new ("retained", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    G_TYPE_STRING, G_TYPE_STRING);
  signals[VERSION_RETAINED] = g_signal_new ("version-retained", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, SB_TYPE_RECORD);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claimboard");
}

static void
sb_claim_board_init (SbClaimBoard *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
sb_claim_board_new (void)
{
  return g_object_new (SB_TYPE_CLAIM_BOARD, NULL);
}

void
sb_claim_board_set_session (SbClaimBoard *self,
                            SbSession *session)
{
  g_return_if_fail (SB_IS_CLAIM_BOARD (self));

  g_set_object (&self->session, session);
}

void
sb_claim_board_set_claim (SbClaimBoard *self,
                          SbRecord *claim,
                          GPtrArray *evidence,
                          GPtrArray *versions)
{
  GtkWidget *sides;
  gboolean had_focus;
  g_autofree char *date = NULL;

  g_return_if_fail (SB_IS_CLAIM_BOARD (self));
  g_return_if_fail (claim == NULL || self->session != NULL);

  had_focus = self->box != NULL && gtk_widget_get_focus_child (self->box) != NULL;

  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  self->evidence = evidence != NULL ? g_ptr_array_ref (evidence) : NULL;
  rebuild (self);
  if (claim == NULL)
    {
      add_label (self->box, _ ("Choose a claim to see who says what of it."), "dim-label");
      return;
    }

  add_label (self->box, sb_record_get_title (claim, get_language (self)), "title-2");
  date = sb_record_format_date (claim, SB_CLAIM_DATE, get_language (self), SB_DATE_STYLE_LONG);
  if (*date != '\0')
    add_label (self->box, date, "dim-label");
  if (sb_record_has (claim, SB_CLAIM_ABOUT))
    add_link (self, self->box, sb_record_get_ref (claim, SB_CLAIM_ABOUT), sb_ref_get_name (sb_record_get_ref (claim, SB_CLAIM_ABOUT), get_language (self)));

  add_retained (self, claim);
  add_versions (self, versions);
  sides = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (sides), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (sides), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (sides), FALSE);
  add_side (self, sides, claim, TRUE);
  add_side (self, sides, claim, FALSE);
  gtk_box_append (GTK_BOX (self->box), sides);
  /* What had the keyboard is gone: the version that was retained can be worded next. */
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->words[get_language (self)]));
}
