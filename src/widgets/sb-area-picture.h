/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-area-painter.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/* A picture of areas, painted by a worker for one part of the world at one scale,
 * and shown wherever the map has gone meanwhile. Main thread, but for what is said
 * to run in the worker. */
typedef struct _SbAreaPicture SbAreaPicture;

/* Paints @areas (element-type SbMapArea), which must not change any more, into a
 * picture of what @frame shows, @scale device pixels to a logical one. @task
 * answers with it. */
void sb_area_picture_paint (SbWorker *worker,
                            GTask *task,
                            GPtrArray *areas,
                            const SbMapFrame *frame,
                            int scale,
                            SbBasemapStyle style,
                            SbLanguage language);
void sb_area_picture_free (SbAreaPicture *self);

/* Whether it shows all that @frame does, at a scale that differs by no more than
 * @tolerance, a fraction. */
gboolean sb_area_picture_covers (SbAreaPicture *self,
                                 const SbMapFrame *frame,
                                 double tolerance);

/* Shows it where it belongs in @frame, stretched if the scale is another one. */
void sb_area_picture_snapshot (SbAreaPicture *self,
                               GtkSnapshot *snapshot,
                               const SbMapFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbAreaPicture, sb_area_picture_free)

G_END_DECLS
