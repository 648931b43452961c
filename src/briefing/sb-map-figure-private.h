/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <pango/pango.h>

#include "sb-basemap-painter.h"
#include "sb-briefing-input.h"
#include "sb-event-clusters.h"
#include "sb-map-contents.h"
#include "sb-map-layers.h"
#include "sb-map-sheet.h"
#include "sb-piece.h"
#include "sb-road-conditions.h"
#include "sb-road-state.h"

G_BEGIN_DECLS

/**
 * SbMapFigure:
 *
 * A map as it is printed: the base map, the places that something happened at,
 * the roads that are cut, and beside it the legend of what is drawn, with the
 * date it stands for and what must be said of its borders. North is up. Built
 * by one thread, then left alone and drawn by any.
 */
typedef struct _SbMapFigure SbMapFigure;

#define SB_N_EVENT_TYPES (SB_EVENT_TYPE_POLITICS + 1)

/* Points in a logical pixel: letters and symbols are made for the screen, and on paper
 * they are read from nearer. */
#define SB_MAP_UNIT 0.6

/* A place on the map. */
typedef struct
{
  SbPosition position;
  char *name; /* (owned) as printed */
  guint n_names; /* of places that the name is made of */
  guint n_events[SB_N_EVENT_TYPES];
  gboolean is_vague; /* an area rather than a point */
  gboolean is_sourced; /* one event at least has a source */
  gboolean is_ground; /* an area, which has no point of its own */
  guint n_restrictions; /* that weigh on it */
  guint n_denied; /* of them, those that somebody denies */
  gboolean is_way_end; /* of the way, whose mark it names */
  gboolean is_cluster; /* of events as the window puts them together, drawn as there */
  SbEventCluster cluster;
} SbMapSpot;

/* Where an event was, for the names of clusters. */
typedef struct
{
  SbPosition position;
  gboolean is_coarse; /* known to lie in a region or country, no better */
  char *name; /* (owned) */
} SbMapEventPlace;

/* A stretch of road that something lies on. */
typedef struct
{
  GArray *positions; /* (owned) (element-type SbPosition) */
  SbRoadState state;
  gboolean is_denied; /* somebody denies it */
} SbMapStretch;

struct _SbMapFigure
{
  SbBasemapPainter *painter; /* (owned) */
  SbLanguage language;
  char *as_of; /* (owned) */
  SbEventIndex *events; /* (owned) (nullable) what is shown as clusters, in place of spots with events */
  SbEventFilter filter; /* (owned) of these */
  GArray *event_places; /* (owned) (nullable) (element-type SbMapEventPlace) */
  GArray *spots; /* (owned) (element-type SbMapSpot), the most important first */
  GPtrArray *stretches; /* (owned) (element-type SbMapStretch), the worst last */
  SbRoadLines *roads; /* (owned) of the network, with the open ones; and, as the window has them, signs */
  GPtrArray *ways; /* (owned) (element-type GArray of SbPosition) */
  GPtrArray *areas; /* (owned) (element-type SbMapArea): held */
  GPtrArray *grounds; /* (owned) (element-type SbMapArea): that restrictions weigh on as a whole */
  GPtrArray *zones; /* (owned) (element-type SbMapArea): of travel advice */
  char *zone_issuers; /* (owned) (nullable) */
  SbDrawings *drawings; /* (owned) what the analyst drew */
  gboolean is_scene; /* it is the map of the window */
  GPtrArray *overlays; /* (owned) (nullable) (element-type SbOverlay) (nullable elements) */
  SbMapWay *way; /* (owned) (nullable) that was asked for in the window */
  double opacities[SB_N_MAP_LAYERS]; /* of each layer, 0 to 1 */
};

/* @as_of is printed under the legend. Takes a reference of @painter. */
SbMapFigure *_sb_map_figure_new (SbBasemapPainter *painter,
                                 SbLanguage language,
                                 const char *as_of) G_GNUC_WARN_UNUSED_RESULT;
void _sb_map_figure_free (SbMapFigure *self);

/* The map is that of the window, with what it has beside records. */
void _sb_map_figure_set_scene (SbMapFigure *self,
                               const SbMapScene *scene,
                               SbMapLayers layers);

/* The events of the map as the window has them, in place of those that would be
 * collected; @input has the names of their places (sb-map-clusters.c). */
void _sb_map_figure_set_events (SbMapFigure *self,
                                const SbBriefingInput *input,
                                const SbMapScene *scene);
void _sb_map_figure_clear_events (SbMapFigure *self);

/* Takes @spot's name over. */
void _sb_map_figure_add_spot (SbMapFigure *self,
                              SbMapSpot spot);
/* A stretch of road that something lies on; @positions (element-type SbPosition) is
 * taken over. One that is open is not drawn. */
void _sb_map_figure_add_stretch (SbMapFigure *self,
                                 GArray *positions,
                                 SbRoadState state,
                                 gboolean is_denied);

/* What the analyst drew; @caption (nullable), its dates and source, stands below its
 * title. */
void _sb_map_figure_add_drawing (SbMapFigure *self,
                                 SbRecord *drawing,
                                 const char *caption,
                                 gboolean is_sourced);

/* Every road of a network as it is on its day, in place of stretches
 * (sb-map-lines.c). */
void _sb_map_figure_add_network (SbMapFigure *self,
                                 const SbRoadConditions *roads);

/* Adds what @input holds of @layers (sb-map-collect.c). */
void _sb_map_figure_collect (SbMapFigure *self,
                             const SbBriefingInput *input,
                             SbMapLayers layers);

/* What the map shows at least, when nothing else is asked for: all that is on it, or
 * the roads alone. Empty when there is none of it. */
SbBounds _sb_map_figure_get_bounds (const SbMapFigure *self);
SbBounds _sb_map_figure_get_road_bounds (const SbMapFigure *self);

/* A way that is open; @positions (element-type SbPosition) is taken over. */
void _sb_map_figure_add_way (SbMapFigure *self,
                             GArray *positions);

/* Ground that somebody holds or contests; ground that a restriction weighs on; and a
 * zone of travel advice. Take a reference. */
void _sb_map_figure_add_area (SbMapFigure *self,
                              SbMapArea *area);
void _sb_map_figure_add_ground (SbMapFigure *self,
                                SbMapArea *ground);
void _sb_map_figure_add_zone (SbMapFigure *self,
                              SbMapArea *zone);

gboolean _sb_map_figure_is_empty (const SbMapFigure *self);

/* Says in words what the map shows. */
char *_sb_map_figure_describe (const SbMapFigure *self) G_GNUC_WARN_UNUSED_RESULT;

/* A legend on paper (sb-map-legend.c). */
typedef struct
{
  SbMapContents contents;
  double road_width; /* of the roads on the map */
  const char *as_of;
  const char *summary; /* (nullable) of the way, below it */
  const char *other_summary; /* (nullable) the same in the other language, for a pair */
  const char *attribution;
  SbLanguage language;
  gboolean is_pair; /* it is in both languages, @language first */
  const char *other_as_of; /* of a pair */
} SbPaperLegend;

/* Adds what @other explains. */
void _sb_map_legend_join (SbPaperLegend *self,
                          const SbPaperLegend *other);
void _sb_map_legend_draw (const SbPaperLegend *self,
                          cairo_t *cr,
                          double width,
                          double height);

/* Draws the map alone, of @bounds, into @rect; returns what a legend beside it must
 * explain. */
SbPaperLegend _sb_map_figure_draw_map (const SbMapFigure *self,
                                       cairo_t *cr,
                                       const SbRect *rect,
                                       const SbBounds *bounds);

/* What happened at a place, all types of event together. */
guint _sb_map_spot_count_events (const SbMapSpot *self);
void _sb_map_spot_clear (SbMapSpot *self);

/* The spots of @self that @frame shows (element-type SbMapSpot): what would lie on
 * each other is one (sb-map-spots.c). */
GArray *_sb_map_spots_merge (const SbMapFigure *self,
                             const SbMapFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
/* What the symbols of a spot cover at @point of the page. */
SbRect _sb_map_spot_get_rect (const SbMapSpot *self,
                              SbPoint point);
void _sb_map_spot_draw (const SbMapSpot *self,
                        cairo_t *cr,
                        const SbMapFrame *frame,
                        SbBasemapStyle style,
                        SbLanguage language);

/* The clusters of events that @frame shows as spots, the largest first; and all they
 * are drawn with: how far around them events may have been, below all symbols; their
 * symbols and numbers (sb-map-clusters.c). (element-type SbMapSpot) */
GArray *_sb_map_clusters_list (const SbMapFigure *self,
                               const SbMapFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
SbRect _sb_map_cluster_get_rect (const SbMapSpot *self,
                                 SbPoint point);
void _sb_map_cluster_draw_extent (const SbMapSpot *self,
                                  cairo_t *cr,
                                  const SbMapFrame *frame,
                                  SbBasemapStyle style);
void _sb_map_cluster_draw (const SbMapSpot *self,
                           cairo_t *cr,
                           const SbMapFrame *frame,
                           SbBasemapStyle style,
                           SbLanguage language);
/* A number at the shoulder of a symbol, its left end at (@x, @y); @unit: user units in a
 * logical pixel. */
void _sb_map_draw_count (cairo_t *cr,
                         const char *text,
                         double x,
                         double y,
                         double unit,
                         SbBasemapStyle style);

/* What of @layers lies over the base map, but for names: the window has the same on its
 * layers, in the same order. @spots (element-type SbMapSpot) are those that @frame shows.
 * Roads, signs and ways by road are one layer, SB_MAP_LAYER_ROADS (sb-map-scene.c). */
void _sb_map_scene_draw_layers (const SbMapFigure *self,
                                cairo_t *cr,
                                const SbMapFrame *frame,
                                SbBasemapStyle style,
                                GArray *spots,
                                SbMapLayers layers);

/* Draws the network, the ways and the stretches (sb-map-lines.c). */
void _sb_map_lines_draw (const SbMapFigure *self,
                         cairo_t *cr,
                         const SbMapFrame *frame,
                         SbBasemapStyle style);
/* The width of a road that is not open, in user units. */
double _sb_map_lines_get_width (const SbMapFigure *self,
                                const SbMapFrame *frame);
/* Adds to @taken (element-type SbRect) squares along all that is not open. */
void _sb_map_lines_append_taken (const SbMapFigure *self,
                                 const SbMapFrame *frame,
                                 GArray *taken);
/* Adds to @contents the roads and ways that @frame shows. */
void _sb_map_lines_explain (const SbMapFigure *self,
                            const SbMapFrame *frame,
                            SbMapContents *contents);

/* The bar of kilometres, in the lower right corner (sb-map-scale.c). */
SbRect _sb_map_scale_get_rect (const SbMapFrame *frame);
void _sb_map_scale_draw (cairo_t *cr,
                         const SbMapFrame *frame,
                         SbLanguage language);

/* Text of maps: Inter, @size points, no wider than @width (-1 for no limit). */
PangoLayout *_sb_map_text_new (cairo_t *cr,
                               const char *text,
                               double size,
                               PangoWeight weight,
                               double width) G_GNUC_WARN_UNUSED_RESULT;
double _sb_map_text_get_width (PangoLayout *layout);
double _sb_map_text_get_height (PangoLayout *layout);

/* Where the name of each spot goes so that it covers no symbol and no other
 * name (sb-map-names.c). */
typedef struct
{
  SbRect symbols; /* what its symbols cover */
  double width; /* of the name */
  double height;
  gboolean is_centred; /* it may lie on its own place: that of an area */
  SbRect box; /* answer: where the name lies */
  gboolean is_placed;
} SbMapName;

/* The most important name first; each stays within @frame. A name for which
 * there is no room is left out. */
void _sb_map_names_place (SbMapName *names,
                          guint n_names,
                          const SbRect *frame,
                          const SbRect *taken,
                          guint n_taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbMapFigure, _sb_map_figure_free)

G_END_DECLS
