/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-template-frame.h"

#include "sb-date.h"
#include "sb-mercator.h"
#include "sb-region-shapes.h"

#include <string.h>

/* Days after or before another, and of a period. */
#define MAX_DAYS 36600

/* What each of several shows of what happened, unless the template says. */
#define DAYS_BEFORE 30

static const struct
{
  const char *name;
  SbTemplateDayKind kind;
} day_words[] = {
  { "as-of", SB_TEMPLATE_DAY_AS_OF },
  { "first", SB_TEMPLATE_DAY_FIRST },
  { "last", SB_TEMPLATE_DAY_LAST },
};

/* "2025-09-10", "as-of", "first-1", "last+30" */
static gboolean
parse_day (const char *text,
           SbTemplateDay *day)
{
  *day = (SbTemplateDay) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (day_words); i++)
    {
      const char *rest = text + strlen (day_words[i].name);
      guint64 days = 0;

      if (!g_str_has_prefix (text, day_words[i].name))
        continue;
      if (*rest != '\0' && ((*rest != '+' && *rest != '-') || !g_ascii_string_to_unsigned (rest + 1, 10, 0, MAX_DAYS, &days, NULL)))
        return FALSE;

      day->kind = day_words[i].kind;
      day->days = *rest == '-' ? -(int) days : (int) days;
      return TRUE;
    }

  return sb_day_parse (text, &day->days);
}

/* An end of a period; ".." is open. */
static gboolean
parse_end (const char *text,
           gboolean *has_day,
           SbTemplateDay *day)
{
  *has_day = !g_str_equal (text, "..");
  return !*has_day || parse_day (text, day);
}

/* "30", or "2025-08-01/as-of". */
static gboolean
parse_period (SbTemplateFrame *self,
              const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "/", 3);
  guint64 days;

  if (g_ascii_string_to_unsigned (text, 10, 1, MAX_DAYS, &days, NULL))
    {
      self->n_days = (guint) days;
      return TRUE;
    }

  self->has_period = TRUE;
  return g_strv_length (ends) == 2 && parse_end (ends[0], &self->has_first, &self->first) &&
         parse_end (ends[1], &self->has_last, &self->last);
}

/* "-12.5,10,4.5,25": west, south, east, north. */
static gboolean
parse_bounds (const char *text,
              SbBounds *bounds)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 5);
  double sides[4];

  if (g_strv_length (parts) != G_N_ELEMENTS (sides))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      char *end;

      g_strstrip (parts[i]);
      sides[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0')
        return FALSE;
    }

  *bounds = (SbBounds) { sides[0], sides[1], sides[2], sides[3] };
  return sb_position_is_valid ((SbPosition) { bounds->west, bounds->south }) &&
         sb_position_is_valid ((SbPosition) { bounds->east, bounds->north }) &&
         bounds->west < bounds->east && bounds->south < bounds->north;
}

/* Around a country or a region. */
static gboolean
add_region (SbRegionShapes *shapes,
            const char *key,
            SbBounds *bounds)
{
  const SbRegionShape *shape = shapes != NULL ? sb_region_shapes_find (shapes, key) : NULL;

  if (shape == NULL)
    return FALSE;

  *bounds = sb_bounds_extend (bounds, sb_mercator_unproject ((SbPoint) { shape->box.x, shape->box.y }));
  *bounds = sb_bounds_extend (bounds, sb_mercator_unproject ((SbPoint) { shape->box.x + shape->box.width, shape->box.y + shape->box.height }));
  return TRUE;
}

/* Returns the word that is none. */
static char *
read_extent (SbTemplateFrame *self,
             GKeyFile *file,
             const char *group)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, group, "Extent", NULL, NULL);
  g_autoptr (SbRegionShapes) shapes = NULL;

  if (words == NULL)
    return NULL;
  if (words[0] == NULL)
    return g_strdup ("");

  self->extent = SB_TEMPLATE_EXTENT_BOUNDS;
  self->bounds = sb_bounds_empty ();
  if (words[1] == NULL && (g_str_equal (words[0], "shown") || g_str_equal (words[0], "roads")))
    {
      self->extent = words[0][0] == 's' ? SB_TEMPLATE_EXTENT_SHOWN : SB_TEMPLATE_EXTENT_ROADS;
      return NULL;
    }
  if (words[1] == NULL && strchr (words[0], ',') != NULL)
    return parse_bounds (words[0], &self->bounds) ? NULL : g_strdup (words[0]);

  shapes = sb_region_shapes_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (!add_region (shapes, words[i], &self->bounds))
      return g_strdup (words[i]);

  return NULL;
}

static char *
read_layers (SbTemplateFrame *self,
             GKeyFile *file,
             const char *group)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, group, "Layers", NULL, NULL);
  guint layers = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const SbTerm *term = sb_vocabulary_find_name (&sb_map_layer_vocabulary, names[i]);

      if (term == NULL)
        return g_strdup (names[i]);
      layers |= (guint) term->value;
    }

  self->layers = layers != 0 ? (SbMapLayers) layers : SB_MAP_LAYERS_FRAME;
  return names != NULL && layers == 0 ? g_strdup ("") : NULL;
}

static char *
read_dates (SbTemplateFrame *self,
            GKeyFile *file,
            const char *group)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, group, "Dates", NULL, NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (self->n_dates == SB_TEMPLATE_MAX_DATES || !parse_day (words[i], &self->dates[self->n_dates]))
        return g_strdup (words[i]);
      self->n_dates++;
    }

  return words != NULL && self->n_dates == 0 ? g_strdup ("") : NULL;
}

static char *
read_as_of (SbTemplateFrame *self,
            GKeyFile *file,
            const char *group)
{
  g_autofree char *text = g_key_file_get_string (file, group, "AsOf", NULL);

  self->has_as_of = text != NULL;
  return text != NULL && !parse_day (text, &self->as_of) ? g_steal_pointer (&text) : NULL;
}

static char *
read_period (SbTemplateFrame *self,
             GKeyFile *file,
             const char *group)
{
  g_autofree char *text = g_key_file_get_string (file, group, "Period", NULL);

  return text != NULL && !parse_period (self, text) ? g_steal_pointer (&text) : NULL;
}

char *
sb_template_frame_read (SbTemplateFrame *self,
                        GKeyFile *file,
                        const char *group,
                        const char **wrong_key)
{
  static const struct
  {
    const char *key;
    char *(*read) (SbTemplateFrame *self, GKeyFile *file, const char *group);
  } keys[] = {
    { "Extent", read_extent },
    { "Layers", read_layers },
    { "Period", read_period },
    { "AsOf", read_as_of },
    { "Dates", read_dates },
  };
  g_autofree char *en = g_key_file_get_string (file, group, "Title", NULL);
  g_autofree char *fr = g_key_file_get_string (file, group, "Title[fr]", NULL);

  *self = (SbTemplateFrame) { .title = sb_bilingual_new (fr, en) };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      char *wrong = keys[i].read (self, file, group);

      *wrong_key = keys[i].key;
      if (wrong != NULL)
        return wrong;
    }

  return NULL;
}

void
sb_template_frame_clear (SbTemplateFrame *self)
{
  g_clear_pointer (&self->title, sb_bilingual_unref);
}

/* An open day stays open. */
static int
resolve_day (const SbTemplateDay *day,
             const SbBriefingInput *input)
{
  int base = 0;

  switch (day->kind)
    {
    case SB_TEMPLATE_DAY_AS_OF:
      base = sb_briefing_input_get_as_of (input);
      break;
    case SB_TEMPLATE_DAY_FIRST:
      base = sb_briefing_input_get_first (input);
      break;
    case SB_TEMPLATE_DAY_LAST:
      base = sb_briefing_input_get_last (input);
      break;
    case SB_TEMPLATE_DAY_CALENDAR:
    default:
      break;
    }

  return base == SB_DATE_DAY_MIN || base == SB_DATE_DAY_MAX ? base : base + day->days;
}

gboolean
sb_template_frame_has_moment (const SbTemplateFrame *self)
{
  return self->has_as_of || self->has_period || self->n_days > 0;
}

/* The days of it as of @as_of. */
static SbBriefingMoment
get_moment_as_of (const SbTemplateFrame *self,
                  const SbBriefingInput *input,
                  int as_of,
                  guint n_days)
{
  SbBriefingMoment moment = { sb_briefing_input_get_first (input), sb_briefing_input_get_last (input), as_of };

  if (self->has_period)
    {
      moment.first = self->has_first ? resolve_day (&self->first, input) : SB_DATE_DAY_MIN;
      moment.last = self->has_last ? resolve_day (&self->last, input) : SB_DATE_DAY_MAX;
    }
  else if (n_days > 0)
    {
      moment.first = as_of - (int) n_days + 1;
      moment.last = as_of;
    }

  return moment;
}

SbBriefingMoment
sb_template_frame_get_moment (const SbTemplateFrame *self,
                              const SbBriefingInput *input)
{
  int as_of = self->has_as_of ? resolve_day (&self->as_of, input) : sb_briefing_input_get_as_of (input);

  /* An open end is no day that anything could hold on. */
  if (as_of == SB_DATE_DAY_MIN || as_of == SB_DATE_DAY_MAX)
    as_of = sb_briefing_input_get_as_of (input);

  return get_moment_as_of (self, input, as_of, self->n_days);
}

GArray *
sb_template_frame_list_moments (const SbTemplateFrame *self,
                                const SbBriefingInput *input)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (SbBriefingMoment));
  guint n_chosen;
  const int *chosen = sb_briefing_input_get_days (input, &n_chosen);
  guint n_days = self->n_days > 0 ? self->n_days : DAYS_BEFORE;

  for (guint i = 0; i < (n_chosen > 0 ? n_chosen : self->n_dates); i++)
    {
      int day = n_chosen > 0 ? chosen[i] : resolve_day (&self->dates[i], input);
      SbBriefingMoment moment;

      if (day == SB_DATE_DAY_MIN || day == SB_DATE_DAY_MAX)
        continue;
      moment = get_moment_as_of (self, input, day, n_days);
      g_array_append_val (moments, moment);
    }

  return moments;
}
