/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-export-private.h"

#include "sb-control.h"
#include "sb-corridor.h"
#include "sb-drawing.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-geojson-geometry.h"
#include "sb-place.h"
#include "sb-restriction.h"
#include "sb-zone.h"

/* Before each feature: nothing but a new line, or a comma as well. */
static const char *
get_separator (SbExporter *self)
{
  return self->n_records++ == 0 ? "\n" : ",\n";
}

/* Adds the position in two fields of @record, if it has one. */
static void
add_point (GArray *points,
           SbRecord *record,
           guint latitude,
           guint longitude)
{
  SbPosition point = { sb_record_get_real (record, longitude, 0), sb_record_get_real (record, latitude, 0) };

  if (sb_record_has (record, latitude) && sb_record_has (record, longitude) && sb_position_is_valid (point))
    g_array_append_val (points, point);
}

static void
add_words (JsonBuilder *builder,
           const char *name,
           SbBilingual *text,
           SbLanguage language)
{
  if (text == NULL)
    return;

  _sb_json_add_text (builder, name, sb_bilingual_get_any (text, language));
  for (SbLanguage l = 0; l < SB_N_LANGUAGES; l++)
    {
      g_autofree char *member = g_strconcat (name, "_", sb_language_get_code (l), NULL);

      _sb_json_add_text (builder, member, sb_bilingual_get (text, l));
    }
}

static void
add_day (JsonBuilder *builder,
         const char *name,
         int day)
{
  g_autofree char *text = day > SB_DATE_DAY_MIN && day < SB_DATE_DAY_MAX ? sb_day_to_string (day) : NULL;

  _sb_json_add_text (builder, name, text);
}

/* A date as it is known, and the days between which it lies. */
static void
add_date (JsonBuilder *builder,
          const char *name,
          SbDate *date)
{
  g_autofree char *wording = g_strconcat (name, "_text", NULL);
  g_autofree char *first = g_strconcat (name, "_first", NULL);
  g_autofree char *last = g_strconcat (name, "_last", NULL);

  if (date == NULL)
    return;

  _sb_json_add_text (builder, name, sb_date_get_edtf (date));
  _sb_json_add_text (builder, wording, sb_date_get_wording (date));
  add_day (builder, first, sb_date_get_first_day (date));
  add_day (builder, last, sb_date_get_last_day (date));
}

static void
add_ref (JsonBuilder *builder,
         const char *name,
         SbRef *ref,
         SbLanguage language)
{
  if (ref != NULL)
    _sb_json_add_text (builder, name, sb_ref_get_name (ref, language));
}

static gboolean
add_sources (SbExporter *self,
             JsonBuilder *builder,
             SbRecord *record,
             GError **error)
{
  g_autoptr (GPtrArray) evidence = _sb_exporter_list_evidence (self, record, error);

  if (evidence == NULL)
    return FALSE;

  _sb_json_add_integer (builder, "n_sources", evidence->len);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);
      g_autofree char *citation = _sb_evidence_dup_citation (item, self->request->language);
      g_autofree char *grade = _sb_evidence_dup_grade (item);

      json_builder_begin_object (builder);
      _sb_json_add_text (builder, "citation", citation);
      _sb_json_add_text (builder, "stance", _sb_record_get_term_name (item, SB_EVIDENCE_STANCE));
      _sb_json_add_text (builder, "grade", grade);
      _sb_json_add_text (builder, "url", sb_record_get_text (item, SB_EVIDENCE_URL));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

/* The properties of a feature, up to what its kind has of its own. */
static JsonBuilder *
begin_properties (SbRecord *record)
{
  JsonBuilder *builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  _sb_json_add_text (builder, "kind", sb_kind_get_name (sb_record_get_kind (record)));
  _sb_json_add_text (builder, "record", sb_record_get_uuid (record));
  return builder;
}

/* Ends the properties, and writes the feature; takes over @geometry. @suffix tells
 * it from another one of the same record. */
static gboolean
end_feature (SbExporter *self,
             JsonBuilder *builder,
             SbRecord *record,
             const char *suffix,
             char *geometry,
             GError **error)
{
  g_autofree char *head =
    g_strdup_printf ("%s{\"type\":\"Feature\",\"id\":\"%s%s\",\"geometry\":%s,\"properties\":", get_separator (self),
                     sb_record_get_uuid (record), suffix, geometry);

  g_free (geometry);
  if (!add_sources (self, builder, record, error))
    return FALSE;

  json_builder_end_object (builder);
  return _sb_exporter_take_json (self, head, json_builder_get_root (builder), error) &&
         _sb_exporter_write (self, "}", error);
}

static gboolean
write_place (SbExporter *self,
             SbRecord *place,
             gpointer data,
             GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SbPosition));

  add_point (points, place, SB_PLACE_LATITUDE, SB_PLACE_LONGITUDE);
  builder = begin_properties (place);
  add_words (builder, "name", sb_record_get_bilingual (place, SB_PLACE_NAME), self->request->language);
  _sb_json_add_text (builder, "type", _sb_record_get_term_name (place, SB_PLACE_KIND));
  _sb_json_add_text (builder, "precision", _sb_record_get_term_name (place, SB_PLACE_PRECISION));
  _sb_json_add_text (builder, "country", sb_record_get_text (place, SB_PLACE_COUNTRY));
  add_ref (builder, "part_of", sb_record_get_ref (place, SB_PLACE_PARENT), self->request->language);
  _sb_json_add_text (builder, "pcode", sb_record_get_text (place, SB_PLACE_PCODE));
  if (sb_record_has (place, SB_PLACE_POPULATION))
    _sb_json_add_integer (builder, "population", sb_record_get_integer (place, SB_PLACE_POPULATION, 0));
  if (sb_record_has (place, SB_PLACE_GEONAMES))
    _sb_json_add_integer (builder, "geonames", sb_record_get_integer (place, SB_PLACE_GEONAMES, 0));
  return end_feature (self, builder, place, "", _sb_geojson_make_points (points), error);
}

/* How precise the place of an event is: as the event has it, or else as the place
 * itself has it. */
static gboolean
get_precision (SbExporter *self,
               SbRecord *item,
               int *precision,
               GError **error)
{
  SbRecord *place;
  g_autoptr (GError) failure = NULL;

  *precision = sb_record_get_term (item, SB_EVENT_PLACE_PRECISION, -1);
  if (*precision >= 0)
    return TRUE;

  place = _sb_exporter_look_up (self, sb_record_get_ref (item, SB_EVENT_PLACE_PLACE), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  *precision = place != NULL ? sb_record_get_term (place, SB_PLACE_PRECISION, -1) : -1;
  return TRUE;
}

static gboolean
add_event_places (SbExporter *self,
                  JsonBuilder *builder,
                  SbRecord *event,
                  GError **error)
{
  int coarsest = -1;
  const SbTerm *term;

  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_PLACES); i++)
    {
      SbRecord *item = sb_record_get_item (event, SB_EVENT_PLACES, i);
      int precision;

      if (!get_precision (self, item, &precision, error))
        return FALSE;

      term = sb_vocabulary_find (&sb_place_precision_vocabulary, precision);
      json_builder_begin_object (builder);
      add_ref (builder, "name", sb_record_get_ref (item, SB_EVENT_PLACE_PLACE), self->request->language);
      _sb_json_add_text (builder, "precision", term != NULL ? term->name : NULL);
      json_builder_end_object (builder);
      coarsest = MAX (coarsest, precision);
    }
  json_builder_end_array (builder);

  term = sb_vocabulary_find (&sb_place_precision_vocabulary, coarsest);
  _sb_json_add_text (builder, "precision", term != NULL ? term->name : NULL);
  return TRUE;
}

static void
add_event_actors (SbExporter *self,
                  JsonBuilder *builder,
                  SbRecord *event)
{
  json_builder_set_member_name (builder, "actors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_ACTORS); i++)
    {
      SbRecord *item = sb_record_get_item (event, SB_EVENT_ACTORS, i);

      json_builder_begin_object (builder);
      add_ref (builder, "name", sb_record_get_ref (item, SB_EVENT_ACTOR_ACTOR), self->request->language);
      _sb_json_add_text (builder, "role", _sb_record_get_term_name (item, SB_EVENT_ACTOR_ROLE));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
write_event (SbExporter *self,
             SbRecord *event,
             gpointer data,
             GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SbPosition));

  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_PLACES); i++)
    add_point (points, sb_record_get_item (event, SB_EVENT_PLACES, i), SB_EVENT_PLACE_LATITUDE, SB_EVENT_PLACE_LONGITUDE);

  builder = begin_properties (event);
  add_words (builder, "title", sb_record_get_bilingual (event, SB_EVENT_TITLE), self->request->language);
  _sb_json_add_text (builder, "type", _sb_record_get_term_name (event, SB_EVENT_TYPE));
  _sb_json_add_text (builder, "subtype", _sb_record_get_term_name (event, SB_EVENT_SUBTYPE));
  add_date (builder, "date", sb_record_get_date (event, SB_EVENT_DATE));
  if (!add_event_places (self, builder, event, error))
    return FALSE;

  add_event_actors (self, builder, event);
  if (sb_record_has (event, SB_EVENT_FATALITIES_LOW))
    _sb_json_add_integer (builder, "fatalities_low", sb_record_get_integer (event, SB_EVENT_FATALITIES_LOW, 0));
  if (sb_record_has (event, SB_EVENT_FATALITIES_HIGH))
    _sb_json_add_integer (builder, "fatalities_high", sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, 0));
  add_words (builder, "summary", sb_record_get_bilingual (event, SB_EVENT_SUMMARY), self->request->language);
  return end_feature (self, builder, event, "", _sb_geojson_make_points (points), error);
}

static void
add_restriction (SbExporter *self,
                 JsonBuilder *builder,
                 SbRecord *restriction)
{
  SbLanguage language = self->request->language;

  add_words (builder, "title", sb_record_get_bilingual (restriction, SB_RESTRICTION_TITLE), language);
  _sb_json_add_text (builder, "type", _sb_record_get_term_name (restriction, SB_RESTRICTION_KIND));
  _sb_json_add_text (builder, "severity", _sb_record_get_term_name (restriction, SB_RESTRICTION_SEVERITY));
  add_date (builder, "since", sb_record_get_date (restriction, SB_RESTRICTION_SINCE));
  add_date (builder, "until", sb_record_get_date (restriction, SB_RESTRICTION_UNTIL));
  add_ref (builder, "imposed_by", sb_record_get_ref (restriction, SB_RESTRICTION_IMPOSED_BY), language);
  add_ref (builder, "denied_by", sb_record_get_ref (restriction, SB_RESTRICTION_DENIED_BY), language);
  add_words (builder, "terms", sb_record_get_bilingual (restriction, SB_RESTRICTION_TERMS), language);
}

static int
find_stop (SbRecord *corridor,
           SbRef *place)
{
  for (guint i = 0; place != NULL && i < sb_record_get_n_items (corridor, SB_CORRIDOR_STOPS); i++)
    {
      SbRecord *stop = sb_record_get_item (corridor, SB_CORRIDOR_STOPS, i);

      if (sb_ref_equal (sb_record_get_ref (stop, SB_CORRIDOR_STOP_PLACE), place))
        return (int) i;
    }

  return -1;
}

/* The stops of a road between the ends of a stretch, the whole road where an end
 * is not known or not on it. (element-type SbPosition) */
static GArray *
trace_stretch (SbExporter *self,
               SbRecord *stretch,
               GError **error)
{
  SbRecord *corridor =
    _sb_exporter_look_up (self, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR), error);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  int from;
  int to;

  if (corridor == NULL)
    return points;

  from = find_stop (corridor, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_ORIGIN));
  to = find_stop (corridor, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_DESTINATION));
  if (from < 0 || to < 0 || from == to)
    {
      from = 0;
      to = (int) sb_record_get_n_items (corridor, SB_CORRIDOR_STOPS) - 1;
    }

  for (int i = from; to >= 0; i += from <= to ? 1 : -1)
    {
      add_point (points, sb_record_get_item (corridor, SB_CORRIDOR_STOPS, (guint) i), SB_CORRIDOR_STOP_LATITUDE,
                 SB_CORRIDOR_STOP_LONGITUDE);
      if (i == to)
        break;
    }

  return points;
}

static gboolean
write_stretches (SbExporter *self,
                 SbRecord *restriction,
                 GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_STRETCHES); i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (GArray) points =
        trace_stretch (self, sb_record_get_item (restriction, SB_RESTRICTION_STRETCHES, i), &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      if (points->len >= 2)
        g_ptr_array_add (lines, g_steal_pointer (&points));
    }

  if (lines->len == 0)
    return TRUE;

  builder = begin_properties (restriction);
  add_restriction (self, builder, restriction);
  return end_feature (self, builder, restriction, "-roads", _sb_geojson_make_lines (lines), error);
}

/* The roads of a restriction are one feature, its places another: programs for
 * maps have one kind of geometry a layer. */
static gboolean
write_restriction (SbExporter *self,
                   SbRecord *restriction,
                   gpointer data,
                   GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  gint64 n_before = self->n_records;

  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_PLACES); i++)
    add_point (points, sb_record_get_item (restriction, SB_RESTRICTION_PLACES, i), SB_RESTRICTION_PLACE_LATITUDE,
               SB_RESTRICTION_PLACE_LONGITUDE);

  if (!write_stretches (self, restriction, error))
    return FALSE;
  if (points->len == 0 && self->n_records > n_before)
    return TRUE;

  builder = begin_properties (restriction);
  add_restriction (self, builder, restriction);
  return end_feature (self, builder, restriction, "-places", _sb_geojson_make_points (points), error);
}

static gboolean
write_control (SbExporter *self,
               SbRecord *control,
               gpointer data,
               GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  g_autoptr (GError) failure = NULL;
  SbRecord *place = _sb_exporter_look_up (self, sb_record_get_ref (control, SB_CONTROL_PLACE), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (place != NULL)
    add_point (points, place, SB_PLACE_LATITUDE, SB_PLACE_LONGITUDE);

  builder = begin_properties (control);
  add_ref (builder, "place", sb_record_get_ref (control, SB_CONTROL_PLACE), self->request->language);
  add_ref (builder, "holder", sb_record_get_ref (control, SB_CONTROL_HOLDER), self->request->language);
  _sb_json_add_text (builder, "type", _sb_record_get_term_name (control, SB_CONTROL_KIND));
  if (place != NULL)
    _sb_json_add_text (builder, "precision", _sb_record_get_term_name (place, SB_PLACE_PRECISION));
  add_date (builder, "since", sb_record_get_date (control, SB_CONTROL_SINCE));
  add_date (builder, "until", sb_record_get_date (control, SB_CONTROL_UNTIL));
  json_builder_set_member_name (builder, "retained");
  json_builder_add_boolean_value (builder, sb_record_is_retained (control));
  add_words (builder, "summary", sb_record_get_bilingual (control, SB_CONTROL_SUMMARY), self->request->language);
  return end_feature (self, builder, control, "", _sb_geojson_make_points (points), error);
}

static gboolean
write_zone (SbExporter *self,
            SbRecord *zone,
            gpointer data,
            GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  g_autoptr (GError) failure = NULL;
  SbRecord *place = _sb_exporter_look_up (self, sb_record_get_ref (zone, SB_ZONE_PLACE), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (place != NULL)
    add_point (points, place, SB_PLACE_LATITUDE, SB_PLACE_LONGITUDE);

  builder = begin_properties (zone);
  add_ref (builder, "place", sb_record_get_ref (zone, SB_ZONE_PLACE), self->request->language);
  _sb_json_add_text (builder, "level", _sb_record_get_term_name (zone, SB_ZONE_LEVEL));
  add_ref (builder, "issuer", sb_record_get_ref (zone, SB_ZONE_ISSUER), self->request->language);
  add_date (builder, "since", sb_record_get_date (zone, SB_ZONE_SINCE));
  add_date (builder, "until", sb_record_get_date (zone, SB_ZONE_UNTIL));
  add_words (builder, "summary", sb_record_get_bilingual (zone, SB_ZONE_SUMMARY), self->request->language);
  return end_feature (self, builder, zone, "", _sb_geojson_make_points (points), error);
}

static char *
make_drawing_geometry (SbDrawingKind kind,
                       GArray *points)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (points->len < sb_drawing_kind_get_min_points (kind))
    return g_strdup ("null");
  if (kind == SB_DRAWING_KIND_AREA)
    return _sb_geojson_make_area (points);
  if (kind == SB_DRAWING_KIND_LABEL)
    return _sb_geojson_make_points (points);

  g_ptr_array_add (lines, points);
  return _sb_geojson_make_lines (lines);
}

static gboolean
write_drawing (SbExporter *self,
               SbRecord *drawing,
               gpointer data,
               GError **error)
{
  g_autoptr (JsonBuilder) builder = begin_properties (drawing);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  SbDrawingKind kind = (SbDrawingKind) sb_record_get_term (drawing, SB_DRAWING_KIND, SB_DRAWING_KIND_LINE);

  for (guint i = 0; i < sb_record_get_n_items (drawing, SB_DRAWING_POINTS); i++)
    add_point (points, sb_record_get_item (drawing, SB_DRAWING_POINTS, i), SB_DRAWING_POINT_LATITUDE, SB_DRAWING_POINT_LONGITUDE);

  add_words (builder, "title", sb_record_get_bilingual (drawing, SB_DRAWING_TITLE), self->request->language);
  _sb_json_add_text (builder, "type", _sb_record_get_term_name (drawing, SB_DRAWING_KIND));
  _sb_json_add_integer (builder, "tone", sb_record_get_integer (drawing, SB_DRAWING_TONE, 0));
  add_date (builder, "since", sb_record_get_date (drawing, SB_DRAWING_SINCE));
  add_date (builder, "until", sb_record_get_date (drawing, SB_DRAWING_UNTIL));
  add_words (builder, "note", sb_record_get_bilingual (drawing, SB_DRAWING_NOTE), self->request->language);
  return end_feature (self, builder, drawing, "", make_drawing_geometry (kind, points), error);
}

gboolean
_sb_export_geojson (SbExporter *self,
                    GError **error)
{
  return _sb_exporter_write (self, "{\"type\":\"FeatureCollection\",\"features\":[", error) &&
         _sb_exporter_each (self, SB_KIND_PLACE, write_place, NULL, error) &&
         _sb_exporter_each (self, SB_KIND_EVENT, write_event, NULL, error) &&
         _sb_exporter_each (self, SB_KIND_RESTRICTION, write_restriction, NULL, error) &&
         _sb_exporter_each (self, SB_KIND_CONTROL, write_control, NULL, error) &&
         _sb_exporter_each (self, SB_KIND_ZONE, write_zone, NULL, error) &&
         _sb_exporter_each (self, SB_KIND_DRAWING, write_drawing, NULL, error) &&
         _sb_exporter_write (self, "\n]}\n", error);
}
