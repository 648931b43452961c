/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-road-panel-private.h"

#include "sb-road-approach.h"
#include "sb-road-stroke.h"
#include "sb-road-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Between what a line tells; a line does not begin with it. */
#define SEPARATOR "\u00a0· "

/* Logical pixels: the sample of a road before its row. */
#define STROKE_WIDTH  26
#define STROKE_HEIGHT 14

/* Rows of cut-off places; those of which there is least doubt come first. */
#define MAX_PLACES 60

/* What a row leads to. */
typedef struct
{
  SbSession *session; /* (owned) */
  SbRef *record; /* (owned) */
} Target;

static void
target_free (gpointer data,
             GClosure *closure)
{
  Target *target = data;

  g_object_unref (target->session);
  sb_ref_unref (target->record);
  g_free (target);
}

static void
row_activated_cb (GtkWidget *row,
                  Target *target)
{
  sb_session_select (target->session, target->record);
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");

  return list;
}

/* A row that leads to @record (nullable). */
static GtkWidget *
create_row (const char *title,
            const char *subtitle,
            SbSession *session,
            SbRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  Target *target;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (record == NULL || session == NULL)
    return row;

  target = g_new0 (Target, 1);
  target->session = g_object_ref (session);
  target->record = sb_record_dup_ref (record);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_data (row, "activated", G_CALLBACK (row_activated_cb), target, target_free, 0);

  return row;
}

/* Of a stroke; beside its state, a bit. */
#define DISPUTED (1u << 8)

static void
draw_stroke_cb (GtkDrawingArea *area,
                cairo_t *cr,
                int width,
                int height,
                gpointer look)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  guint state = GPOINTER_TO_UINT (look) & ~DISPUTED;

  cairo_move_to (cr, 1, height / 2.0);
  cairo_line_to (cr, width - 1, height / 2.0);
  sb_road_stroke (cr, (SbRoadState) state, (GPOINTER_TO_UINT (look) & DISPUTED) != 0 ? SB_ROAD_STROKE_DISPUTED : SB_ROAD_STROKE_DEFAULT,
                  SB_ROAD_STROKE_SCREEN, is_dark ? SB_BASEMAP_STYLE_DARK : SB_BASEMAP_STYLE_LIGHT);
}

/* As on the map: what is less without what is denied looks so. */
static void
add_stroke (GtkWidget *row,
            SbRoadState state,
            gboolean is_disputed)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), STROKE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), STROKE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_stroke_cb, GUINT_TO_POINTER ((guint) state | (is_disputed ? DISPUTED : 0)), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), area);
}

/* A section is in the same state on all of it, but some of that may be denied. */
static gboolean
is_section_disputed (const SbRoadConditions *conditions,
                     const SbRoadWay *way,
                     const SbRoadSection *section,
                     SbRoadReading reading)
{
  const guint8 *all = sb_road_conditions_get_states (conditions, SB_ROAD_READING_ALL);
  const guint8 *undenied = sb_road_conditions_get_states (conditions, SB_ROAD_READING_UNDENIED);
  gboolean is_disputed = FALSE;

  for (guint i = section->first; i < section->last && reading == SB_ROAD_READING_ALL; i++)
    is_disputed |= all[way->legs[i]] != undenied[way->legs[i]];

  return is_disputed;
}

/* "RN1 · Kayes–Diboli", "90 km · cut", which leads to the worst that lies on it. */
static GtkWidget *
create_section (const SbRoadConditions *conditions,
                const SbRoadWay *way,
                const SbRoadSection *section,
                SbRoadReading reading,
                SbSession *session)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (conditions);
  const SbRoadRestriction *worst = section->restrictions->len > 0 ? g_ptr_array_index (section->restrictions, 0) : NULL;
  const char *code = section->road != NULL && section->road->code != NULL ? section->road->code : "";
  g_autofree char *km = sb_road_format_km (section->km, section->is_estimated, language);
  g_autofree char *title = g_strdup_printf ("%s%s%s–%s", code, code[0] != '\0' ? SEPARATOR : "",
                                            sb_road_place_get_name (sb_road_network_get_place (network, way->places[section->first]), language),
                                            sb_road_place_get_name (sb_road_network_get_place (network, way->places[section->last]), language));
  g_autofree char *subtitle = g_strdup_printf ("%s" SEPARATOR "%s%s%s", km, sb_road_state_get_label (section->state, language),
                                               worst != NULL ? SEPARATOR : "", worst != NULL ? sb_record_get_title (worst->record, language) : "");
  GtkWidget *row = create_row (title, subtitle, session, worst != NULL ? worst->record : NULL);

  add_stroke (row, section->state, is_section_disputed (conditions, way, section, reading));

  return row;
}

static void
append_way (GtkWidget *list,
            const SbRoadConditions *conditions,
            const SbRoadWay *way,
            SbRoadReading reading,
            SbSession *session)
{
  g_autoptr (GPtrArray) sections = sb_road_list_sections (conditions, way, reading);

  for (guint i = 0; i < sections->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_section (conditions, way, g_ptr_array_index (sections, i), reading, session));
}

static void
append_cuts (GtkWidget *box,
             const SbRoadRoute *route,
             const SbRoadVerdict *verdict,
             SbSession *session)
{
  g_autoptr (GPtrArray) cuts = sb_road_list_cuts (route, verdict);
  GtkWidget *list;

  if (cuts->len == 0)
    return;

  list = create_list ();
  for (guint i = 0; i < cuts->len; i++)
    append_way (list, route->conditions, g_ptr_array_index (cuts, i), verdict->reading, session);
  gtk_box_append (GTK_BOX (box), create_label (_ ("What stands in the way"), "sheet-heading"));
  gtk_box_append (GTK_BOX (box), list);
}

static GtkWidget *
create_restriction (const SbRoadRestriction *restriction,
                    SbSession *session)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *text = sb_road_restriction_describe (restriction, language);
  const char *title = sb_record_get_title (restriction->record, language);
  /* What follows the title, and the separator. */
  const char *rest = strlen (text) > strlen (title) + strlen (" · ") ? text + strlen (title) + strlen (" · ") : "";

  return create_row (title, rest, session, restriction->record);
}

static void
append_restrictions (GtkWidget *box,
                     const GPtrArray *restrictions,
                     SbSession *session)
{
  GtkWidget *list;

  if (restrictions->len == 0)
    return;

  list = create_list ();
  for (guint i = 0; i < restrictions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_restriction (g_ptr_array_index (restrictions, i), session));
  gtk_box_append (GTK_BOX (box), create_label (_ ("What it rests on"), "sheet-heading"));
  gtk_box_append (GTK_BOX (box), list);
}

static void
append_others (GtkWidget *box,
               const SbRoadRoute *route,
               const SbRoadVerdict *verdict)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);

  for (guint i = 0; i < verdict->others->len; i++)
    {
      const SbRoadWay *way = g_ptr_array_index (verdict->others, i);
      g_autofree char *text = sb_road_way_describe_other (way, verdict->way, network, language);

      gtk_box_append (GTK_BOX (box), create_label (text, "dim-label"));
    }
}

GtkWidget *
_sb_road_answers_new_sentence (const char *sentence)
{
  return create_label (sentence, "dim-label");
}

GtkWidget *
_sb_road_answers_new_verdict (const SbRoadRoute *route,
                              guint verdict,
                              SbSession *session)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadVerdict *one = g_ptr_array_index (route->verdicts, verdict);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *sentence = sb_road_verdict_describe (one, route, language);
  const char *reading = sb_road_reading_get_label (one->reading, language);

  if (route->verdicts->len > 1)
    gtk_box_append (GTK_BOX (box), create_label (reading[0] != '\0' ? reading : _ ("counting all that could be in force"), "sheet-kind"));
  gtk_box_append (GTK_BOX (box), create_label (sentence, NULL));
  if (one->way != NULL && one->way->n_legs > 0)
    {
      GtkWidget *list = create_list ();

      append_way (list, route->conditions, one->way, one->reading, session);
      gtk_box_append (GTK_BOX (box), list);
    }
  append_cuts (box, route, one, session);
  append_others (box, route, one);
  append_restrictions (box, one->restrictions, session);

  return box;
}

GtkWidget *
_sb_road_answers_new_shares (const SbRoadRoute *route,
                             SbSession *session)
{
  SbLanguage language = sb_language_get_interface ();
  g_autoptr (GPtrArray) shares = sb_road_route_list_shares (route);
  GtkWidget *box;
  GtkWidget *list;

  if (shares->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  list = create_list ();
  for (guint i = 0; i < shares->len; i++)
    {
      const SbRoadShare *share = g_ptr_array_index (shares, i);
      g_autofree char *sentence = sb_road_share_describe (share, language);

      gtk_list_box_append (GTK_LIST_BOX (list), create_row (sentence, "", session, share->figure));
    }
  gtk_box_append (GTK_BOX (box), create_label (_ ("Figures of roads that are touched, which does not say lost"), "sheet-heading"));
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

/* A row that asks for the way from @from. */
static GtkWidget *
create_asking_row (const char *title,
                   const char *subtitle,
                   guint from)
{
  GtkWidget *row = create_row (title, subtitle, NULL, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", from);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "way.ask");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  return row;
}

/* "RN1 · Dakar–Bamako", "cut; leaving out what is denied: limited · Blockade of …" */
static GtkWidget *
create_approach (const SbRoadConditions *conditions,
                 const SbRoadApproach *approach)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadRestriction *worst = approach->restrictions->len > 0 ? g_ptr_array_index (approach->restrictions, 0) : NULL;
  const char *code = approach->road->code != NULL ? approach->road->code : "";
  g_autofree char *ends = sb_road_way_format_ends (approach->way, sb_road_conditions_get_network (conditions), language);
  g_autofree char *title = g_strdup_printf ("%s%s%s", code, code[0] != '\0' ? SEPARATOR : "", ends);
  g_autofree char *state = sb_road_approach_describe (approach, language);
  g_autofree char *subtitle = g_strdup_printf ("%s%s%s", state, worst != NULL ? SEPARATOR : "",
                                               worst != NULL ? sb_record_get_title (worst->record, language) : "");
  GtkWidget *row = create_asking_row (title, subtitle, approach->way->places[0]);

  add_stroke (row, approach->states[SB_ROAD_READING_ALL],
              approach->states[SB_ROAD_READING_UNDENIED] != approach->states[SB_ROAD_READING_ALL]);

  return row;
}

/* The second reading is there when it says something else than the first. */
static gboolean
is_verdict_disputed (const SbRoadRoute *route)
{
  const SbRoadVerdict *first = g_ptr_array_index (route->verdicts, 0);
  const SbRoadVerdict *second = route->verdicts->len > 1 ? g_ptr_array_index (route->verdicts, 1) : NULL;

  return second != NULL && second->reading == SB_ROAD_READING_UNDENIED &&
         sb_road_verdict_get_state (second, route->conditions) != sb_road_verdict_get_state (first, route->conditions);
}

static GtkWidget *
create_port (const SbRoadRoute *route)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadVerdict *verdict = g_ptr_array_index (route->verdicts, 0);
  g_autofree char *sentence = sb_road_verdict_describe (verdict, route, language);
  GtkWidget *row = create_asking_row (sb_road_place_get_name (sb_road_network_get_place (sb_road_conditions_get_network (route->conditions), route->from), language),
                                      sentence, route->from);

  add_stroke (row, sb_road_verdict_get_state (verdict, route->conditions), is_verdict_disputed (route));

  return row;
}

GtkWidget *
_sb_road_answers_new_approaches (SbRoadConditions *conditions,
                                 guint place,
                                 SbSession *session)
{
  g_autoptr (GPtrArray) approaches = sb_road_list_approaches (conditions, place);
  g_autoptr (GPtrArray) restrictions = sb_road_list_approach_restrictions (approaches);
  g_autoptr (GPtrArray) ports = sb_road_list_ports (conditions, place);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = create_list ();

  for (guint i = 0; i < approaches->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_approach (conditions, g_ptr_array_index (approaches, i)));
  gtk_box_append (GTK_BOX (box), list);
  if (ports->len > 0)
    {
      gtk_box_append (GTK_BOX (box), create_label (_ ("From the ports"), "sheet-heading"));
      list = create_list ();
      for (guint i = 0; i < ports->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (list), create_port (g_ptr_array_index (ports, i)));
      gtk_box_append (GTK_BOX (box), list);
    }
  append_restrictions (box, restrictions, session);

  return box;
}

/* Which restrictions cut it off, and whether somebody denies them. */
static char *
describe_cut_off (const SbRoadCutOff *cut_off)
{
  SbLanguage language = sb_language_get_interface ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cut_off->restrictions->len; i++)
    {
      const SbRoadRestriction *restriction = g_ptr_array_index (cut_off->restrictions, i);

      g_string_append_printf (text, "%s%s", i > 0 ? SEPARATOR : "", sb_record_get_title (restriction->record, language));
    }
  if ((cut_off->readings & 1u << SB_ROAD_READING_SURE) == 0)
    g_string_append_printf (text, SEPARATOR "%s", (cut_off->readings & 1u << SB_ROAD_READING_UNDENIED) != 0 ? _ ("if what is uncertain is in force") : _ ("if what is denied is true"));

  return g_string_free (text, FALSE);
}

GtkWidget *
_sb_road_answers_new_cut_off (const SbRoadConditions *conditions,
                              const GPtrArray *cut_off,
                              SbSession *session)
{
  SbLanguage language = sb_language_get_interface ();
  const SbRoadNetwork *network = sb_road_conditions_get_network (conditions);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = create_list ();

  for (guint i = 0; i < MIN (cut_off->len, MAX_PLACES); i++)
    {
      const SbRoadCutOff *one = g_ptr_array_index (cut_off, i);
      const SbRoadRestriction *first = one->restrictions->len > 0 ? g_ptr_array_index (one->restrictions, 0) : NULL;
      const SbRoadPlace *place = sb_road_network_get_place (network, one->place);
      g_autofree char *reason = describe_cut_off (one);
      g_autofree char *title = g_strdup_printf (place->country != NULL ? "%s (%s)" : "%s", sb_road_place_get_name (place, language), place->country);

      gtk_list_box_append (GTK_LIST_BOX (list), create_row (title, reason, session, first != NULL ? first->record : NULL));
    }
  gtk_box_append (GTK_BOX (box), list);
  if (cut_off->len > MAX_PLACES)
    {
      guint n_others = cut_off->len - MAX_PLACES;
      g_autofree char *others = g_strdup_printf (ngettext ("And %u other place.", "And %u other places.", n_others), n_others);

      gtk_box_append (GTK_BOX (box), create_label (others, "dim-label"));
    }

  return box;
}
