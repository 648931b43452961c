/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-hypothesis-matrix.h"

#include "sb-evidence.h"
#include "sb-grade.h"
#include "sb-scenario.h"
#include "sb-translate.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Letters of a column, and of what is known. */
#define COLUMN_CHARS 16
#define ROW_CHARS    34

struct _SbHypothesisMatrix
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (SbHypothesisMatrix, sb_hypothesis_matrix, GTK_TYPE_WIDGET)

enum
{
  WEIGHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const signs[] = { "·", "+", "−" };
static const char *const meanings[] = { N_ ("not weighed"), N_ ("speaks for it"), N_ ("speaks against it") };

char *
sb_scenario_format_likelihood (SbRecord *scenario,
                               SbLanguage language)
{
  int scale = sb_record_get_term (scenario, SB_SCENARIO_SCALE, SB_LIKELIHOOD_SCALE_ICD203);
  gint64 number = sb_record_get_integer (scenario, SB_SCENARIO_BAND, -1);
  const SbLikelihoodBand *band = number >= 0 ? sb_likelihood_get_band ((SbLikelihoodScale) scale, (guint) number) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (band != NULL)
    /* Translators: how likely something is, and between which per cents. */
    g_string_append_printf (text, sb_translate (language, "%s (%d–%d %%)"),
                            sb_likelihood_get_words ((SbLikelihoodScale) scale, (guint) number, language), band->low, band->high);
  else if (sb_record_has (scenario, SB_SCENARIO_WORDING))
    g_string_append (text, sb_record_get_text (scenario, SB_SCENARIO_WORDING));

  if (sb_record_has (scenario, SB_SCENARIO_CONFIDENCE))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", sb_record_get_term_label (scenario, SB_SCENARIO_CONFIDENCE, language));

  return g_strdup (text->str);
}

static GtkWidget *
create_label (const char *text,
              int chars,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_column (SbHypothesisMatrix *self,
            GtkGrid *grid,
            const SbHypotheses *hypotheses,
            guint column)
{
  SbLanguage language = sb_session_get_language (self->session);
  SbRecord *scenario = sb_hypotheses_get_scenario (hypotheses, column);
  g_autofree char *likelihood = sb_scenario_format_likelihood (scenario, language);
  g_autofree char *counts = g_strdup_printf (_ ("%u for, %u against"), sb_hypotheses_count (hypotheses, column, SB_CONSISTENCY_FOR),
                                             sb_hypotheses_count (hypotheses, column, SB_CONSISTENCY_AGAINST));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_label (sb_record_get_title (scenario, language), COLUMN_CHARS, "heading"));
  if (*likelihood != '\0')
    gtk_box_append (GTK_BOX (box), create_label (likelihood, COLUMN_CHARS, "caption"));
  gtk_box_append (GTK_BOX (box), create_label (counts, COLUMN_CHARS, "caption"));
  gtk_grid_attach (grid, box, (int) column + 1, 0, 1, 1);
}

static void
ref_clicked_cb (SbHypothesisMatrix *self,
                GtkButton *button)
{
  sb_session_select (self->session, g_object_get_data (G_OBJECT (button), "sb-ref"));
}

/* The words of an extract and its grade, or what an indicator says. */
static char *
format_row (SbRecord *row,
            SbLanguage language)
{
  SbRef *source;
  g_autofree char *grade = NULL;

  if (sb_record_get_kind (row) == SB_KIND_INDICATOR)
    return g_strdup (sb_record_get_title (row, language));

  source = sb_record_get_ref (row, SB_EVIDENCE_SOURCE);
  grade = sb_grade_format (sb_record_get_term (row, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE),
                           sb_record_get_term (row, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE));
  return g_strdup_printf ("%s\n%s %s", sb_record_get_text (row, SB_EVIDENCE_QUOTE), source != NULL ? sb_ref_get_name (source, language) : "", grade);
}

static void
add_row_head (SbHypothesisMatrix *self,
              GtkGrid *grid,
              SbRecord *row,
              guint number)
{
  gboolean is_indicator = sb_record_get_kind (row) == SB_KIND_INDICATOR;
  g_autoptr (SbRef) ref = is_indicator ? sb_record_dup_ref (row) : sb_ref_ref (sb_record_get_ref (row, SB_EVIDENCE_EXTRACT));
  g_autofree char *text = format_row (row, sb_session_get_language (self->session));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = create_label (text, ROW_CHARS, NULL);

  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  /* GTK 4.8 names a button after its class when its label is a child. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "sb-ref", g_steal_pointer (&ref), (GDestroyNotify) sb_ref_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (ref_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (grid, button, 0, (int) number + 1, 1, 1);
}

typedef struct
{
  SbRecord *scenario; /* (owned) */
  SbRecord *row; /* (owned) */
  SbConsistency consistency;
} Cell;

static void
cell_free (gpointer data,
           GClosure *closure)
{
  Cell *cell = data;

  g_object_unref (cell->scenario);
  g_object_unref (cell->row);
  g_free (cell);
}

/* Round: not weighed, for, against. */
static void
cell_clicked_cb (GtkButton *button,
                 gpointer data)
{
  Cell *cell = data;
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (button), SB_TYPE_HYPOTHESIS_MATRIX);

  if (self != NULL)
    g_signal_emit (self, signals[WEIGHED], 0, cell->scenario, cell->row, (int) ((cell->consistency + 1) % G_N_ELEMENTS (signs)));
}

static void
add_cell (SbHypothesisMatrix *self,
          GtkGrid *grid,
          const SbHypotheses *hypotheses,
          guint row,
          guint column)
{
  SbRecord *record = sb_hypotheses_get_row (hypotheses, row);
  SbRecord *scenario = sb_hypotheses_get_scenario (hypotheses, column);
  SbConsistency consistency = sb_hypotheses_get_consistency (hypotheses, row, column);
  /* Translators: a scenario, and what a passage means for it. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), sb_record_get_title (scenario, sb_session_get_language (self->session)),
                                            _ (meanings[consistency]));
  GtkWidget *widget;
  Cell *cell;

  if (sb_record_get_kind (record) == SB_KIND_INDICATOR)
    {
      widget = gtk_label_new (signs[consistency]);
    }
  else
    {
      widget = gtk_button_new_with_label (signs[consistency]);
      cell = g_new0 (Cell, 1);
      cell->scenario = g_object_ref (scenario);
      cell->row = g_object_ref (record);
      cell->consistency = consistency;
      g_signal_connect_data (widget, "clicked", G_CALLBACK (cell_clicked_cb), cell, cell_free, 0);
    }

  gtk_widget_set_tooltip_text (widget, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  if (consistency == SB_CONSISTENCY_AGAINST)
    gtk_widget_add_css_class (widget, "cell-against");
  else if (consistency == SB_CONSISTENCY_FOR)
    gtk_widget_add_css_class (widget, "cell-for");
  gtk_grid_attach (grid, widget, (int) column + 1, (int) row + 1, 1, 1);
}

/* What is missing: scenarios, or what is known for or against them. */
static GtkWidget *
create_empty (const SbHypotheses *hypotheses)
{
  gboolean has_scenarios = sb_hypotheses_get_n_scenarios (hypotheses) > 0;

  return g_object_new (ADW_TYPE_STATUS_PAGE,
                       "icon-name", "sb-claim-symbolic",
                       "title", _ ("Nothing to weigh yet"),
                       "description", has_scenarios ? _ ("What is known stands here against each scenario, once a scenario rests on a passage or an indicator of it has a sign.") : _ ("Scenarios stand here side by side, with what is known for and against each. There is none yet."),
                       NULL);
}

static void
sb_hypothesis_matrix_dispose (GObject *object)
{
  SbHypothesisMatrix *self = SB_HYPOTHESIS_MATRIX (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_hypothesis_matrix_parent_class)->dispose (object);
}

static void
sb_hypothesis_matrix_class_init (SbHypothesisMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_hypothesis_matrix_dispose;

  signals[WEIGHED] = g_signal_new ("weighed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                   SB_TYPE_RECORD, SB_TYPE_RECORD, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hypotheses");
}

static void
sb_hypothesis_matrix_init (SbHypothesisMatrix *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
sb_hypothesis_matrix_set_session (SbHypothesisMatrix *self,
                                  SbSession *session)
{
  g_return_if_fail (SB_IS_HYPOTHESIS_MATRIX (self));

  g_set_object (&self->session, session);
}

void
sb_hypothesis_matrix_show (SbHypothesisMatrix *self,
                           const SbHypotheses *hypotheses)
{
  GtkWidget *grid;

  g_return_if_fail (SB_IS_HYPOTHESIS_MATRIX (self) && self->session != NULL);
  g_return_if_fail (hypotheses != NULL);

  if (sb_hypotheses_get_n_scenarios (hypotheses) == 0 || sb_hypotheses_get_n_rows (hypotheses) == 0)
    {
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), create_empty (hypotheses));
      return;
    }

  grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_grid_attach (GTK_GRID (grid), create_label (_ ("What is known"), ROW_CHARS, "heading"), 0, 0, 1, 1);
  for (guint column = 0; column < sb_hypotheses_get_n_scenarios (hypotheses); column++)
    add_column (self, GTK_GRID (grid), hypotheses, column);
  for (guint row = 0; row < sb_hypotheses_get_n_rows (hypotheses); row++)
    {
      add_row_head (self, GTK_GRID (grid), sb_hypotheses_get_row (hypotheses, row), row);
      for (guint column = 0; column < sb_hypotheses_get_n_scenarios (hypotheses); column++)
        add_cell (self, GTK_GRID (grid), hypotheses, row, column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), grid);
}
