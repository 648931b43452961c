/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-cli-numbers.h"
#include "sb-cli-road-place.h"
#include "sb-clock.h"
#include "sb-date.h"
#include "sb-map-sheet-loader.h"
#include "sb-overlay-reader.h"
#include "sb-road-loader.h"

/* In millimetres. */
#define LEAST_SIDE 60.0

/* As the window comes: travel advice lies over all of a country and has a map of its own. */
#define DEFAULT_LAYERS ((SbMapLayers) (SB_MAP_LAYERS_ALL & ~SB_MAP_LAYER_ZONES))

/* What is asked for, as read from the options. */
typedef struct
{
  SbMapSheetRequest request;
  SbMapSheetFormat format;
  SbMapSheetSize size;
  int days[SB_MAP_SHEET_MAX_MAPS];
  SbPosition way_ends[2];
} Order;

/* The days of small multiples. */
static SbCliStatus
read_days (SbCli *self,
           Order *order)
{
  g_auto (GStrv) parts = self->dates != NULL ? g_strsplit (self->dates, ",", -1) : NULL;
  guint n_days = parts != NULL ? g_strv_length (parts) : 0;

  if (n_days > SB_MAP_SHEET_MAX_MAPS)
    return sb_cli_refuse (_ ("--dates takes %d days at most."), SB_MAP_SHEET_MAX_MAPS);
  if (n_days > 0 && (self->as_of != NULL || self->to != NULL))
    return sb_cli_refuse ("%s", _ ("--dates says as of which days the maps are: --to and --as-of do not go with it."));

  for (guint i = 0; i < n_days; i++)
    if (!sb_cli_read_day ("dates", parts[i], &order->days[i]))
      return SB_CLI_WRONG_ARGUMENTS;

  order->request.days = order->days;
  order->request.n_days = n_days;
  return SB_CLI_DONE;
}

/* What was laid over the map and asked for is there in any case. */
static gboolean
read_layers (SbCli *self,
             SbMapLayers *layers)
{
  g_auto (GStrv) names = self->layers != NULL ? g_strsplit (self->layers, ",", -1) : NULL;

  if (names == NULL)
    return TRUE;

  *layers = SB_MAP_LAYER_OVERLAYS | SB_MAP_LAYER_WAY;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const SbTerm *term = sb_vocabulary_find_name (&sb_map_layer_vocabulary, g_strstrip (names[i]));

      if (term == NULL)
        {
          sb_cli_refuse ("%s", _ ("--layers needs events, control, roads, restrictions, zones, drawings or network, separated by commas."));
          return FALSE;
        }
      *layers |= (SbMapLayers) term->value;
    }

  return TRUE;
}

static SbCliStatus
read_order (SbCli *self,
            Order *order)
{
  SbMapSheetRequest *request = &order->request;

  *request = (SbMapSheetRequest) { .title = self->title, .first_day = SB_DATE_DAY_MIN, .last_day = SB_DATE_DAY_MAX, .as_of = SB_DATE_DAY_MAX, .layers = DEFAULT_LAYERS, .types = SB_EVENT_TYPES_ALL };
  if (self->output == NULL || !sb_map_sheet_format_from_path (self->output, &order->format))
    return sb_cli_refuse ("%s", _ ("-o needs a file whose name ends in .pdf, .svg or .png."));
  request->language = sb_language_get_interface ();
  if (self->language != NULL && !sb_language_parse (self->language, &request->language))
    return sb_cli_refuse ("%s", _ ("--language needs fr or en."));
  request->bounds = sb_bounds_empty ();
  if (self->bounds != NULL && !sb_cli_read_bounds (self->bounds, &request->bounds))
    return SB_CLI_WRONG_ARGUMENTS;
  if (!sb_cli_read_sheet_size (self, LEAST_SIDE, &order->size))
    return sb_cli_refuse ("%s", _ ("--size needs WIDTHxHEIGHT in millimetres, from 60 to 2000, and --density dots an inch, up to 1200."));
  if (!read_layers (self, &request->layers))
    return SB_CLI_WRONG_ARGUMENTS;
  if (!sb_cli_check_period (self) || (self->from != NULL && !sb_cli_read_day ("from", self->from, &request->first_day)) ||
      (self->to != NULL && !sb_cli_read_day ("to", self->to, &request->last_day)) ||
      (self->as_of != NULL && !sb_cli_read_day ("as-of", self->as_of, &request->as_of)))
    return SB_CLI_WRONG_ARGUMENTS;

  return read_days (self, order);
}

/* The map may be of one dossier. */
static gboolean
find_dossier (SbCli *self,
              SbStore *store,
              SbRef **dossier)
{
  g_autoptr (SbRecord) record = NULL;

  if (self->dossier == NULL)
    return TRUE;

  record = sb_cli_find_record (store, SB_KIND_DOSSIER, self->dossier);
  *dossier = record != NULL ? sb_record_dup_ref (record) : NULL;
  return *dossier != NULL;
}

/* What the files draw, each under its name in the legend. NULL when none was named. */
static SbCliStatus
read_overlays (SbCli *self,
               GPtrArray **overlays)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_overlay_unref);

  for (guint i = 0; self->overlays != NULL && self->overlays[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = sb_cli_read_file (self->overlays[i], &error);
      SbOverlay *overlay = bytes != NULL ? sb_overlay_read (bytes, &error) : NULL;
      g_autofree char *title = g_filename_display_basename (self->overlays[i]);

      if (overlay == NULL)
        return sb_cli_fail (self->overlays[i], error);

      sb_overlay_set_title (overlay, title);
      g_ptr_array_add (all, overlay);
    }

  *overlays = all->len > 0 ? g_steal_pointer (&all) : NULL;
  return SB_CLI_DONE;
}

/* The ends of the way, if one is asked for: places on the roads, as "route" takes them. */
static SbCliStatus
read_way (SbCli *self,
          SbStore *store,
          Order *order)
{
  g_auto (GStrv) words = self->way != NULL ? g_strsplit (self->way, "/", -1) : NULL;
  g_autoptr (SbRoadPicture) picture = NULL;
  g_autoptr (GError) error = NULL;

  if (words == NULL)
    return SB_CLI_DONE;
  if (g_strv_length (words) != G_N_ELEMENTS (order->way_ends) || *g_strstrip (words[0]) == '\0' || *g_strstrip (words[1]) == '\0')
    return sb_cli_refuse ("%s", _ ("--way needs two places: FROM/TO."));

  picture = sb_road_picture_load (store, NULL, sb_clock_today (), 0, SB_DATE_DAY_MAX, &error);
  if (picture == NULL)
    return sb_cli_fail (self->catalogue, error);

  for (guint end = 0; end < G_N_ELEMENTS (order->way_ends); end++)
    {
      const SbRoadNetwork *network = sb_road_conditions_get_network (picture->conditions);
      guint place;

      if (!sb_cli_find_road_place (network, words[end], &place))
        return SB_CLI_FAILED;
      order->way_ends[end] = sb_road_network_get_place (network, place)->position;
    }

  order->request.way_ends = order->way_ends;
  return SB_CLI_DONE;
}

static void
tell_file (SbCli *self,
           const Order *order)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!self->wants_json)
    {
      sb_cli_print ("%s\n", self->output);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "file", self->output);
  sb_cli_add_integer (builder, "maps", MAX (order->request.n_days, 1));
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

SbCliStatus
sb_cli_map (SbCli *self)
{
  Order order = { 0 };
  SbCliStatus status = read_order (self, &order);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRef) dossier = NULL;
  g_autoptr (GPtrArray) overlays = NULL;
  g_autoptr (SbBasemap) basemap = NULL;
  g_autoptr (SbBasemapPainter) painter = NULL;
  g_autoptr (SbMapSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  if (status != SB_CLI_DONE || (status = read_overlays (self, &overlays)) != SB_CLI_DONE)
    return status;

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;
  if (!find_dossier (self, store, &dossier))
    return SB_CLI_WRONG_ARGUMENTS;

  status = read_way (self, store, &order);
  if (status != SB_CLI_DONE)
    return status;

  basemap = sb_basemap_new (&error);
  if (basemap == NULL)
    return sb_cli_fail (NULL, error);

  painter = sb_basemap_painter_new (basemap);
  order.request.dossier = dossier;
  order.request.overlays = overlays;
  sheet = sb_map_sheet_load (store, painter, &order.request, &error);
  if (sheet == NULL)
    return sb_cli_fail (self->catalogue, error);
  if (!sb_map_sheet_write (sheet, self->output, order.format, &order.size, &error))
    return sb_cli_fail (self->output, error);

  tell_file (self, &order);
  return SB_CLI_DONE;
}
