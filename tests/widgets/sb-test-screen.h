/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-language.h"
#include "sb-record.h"

G_BEGIN_DECLS

/* A display for tests of widgets: our resources and style, no animations, a
 * clock that stands at 2026-05-20, both languages, and accessibility that can be
 * asked what it tells. Instead of g_test_init(). */
void sb_test_screen_init (int *argc,
                          char ***argv);

/* Instead of g_test_run(): the program ends when all its threads have. */
int sb_test_screen_run (void);

/* Both take effect on what is made afterwards. */
void sb_test_screen_set_language (SbLanguage language);
void sb_test_screen_set_dark (gboolean is_dark);

/* Works off all that is due now. */
void sb_test_run_main_loop (void);

/* Runs the main loop until @is_done says so; fails when that takes too long. */
typedef gboolean (*SbTestCondition) (gpointer data);

void sb_test_wait (SbTestCondition is_done,
                   gpointer data);

/* Conditions: the gboolean at @data is TRUE, the pointer there is NULL (as a weak
 * pointer is once its object is gone), or is not. */
gboolean sb_test_is_true (gpointer data);
gboolean sb_test_is_null (gpointer data);
gboolean sb_test_is_set (gpointer data);

/* Shows a widget in a window of its own, of that size in logical pixels, and
 * waits until it has a size and was drawn. */
GtkWindow *sb_test_show (GtkWidget *widget,
                         int width,
                         int height);
/* Waits until a widget that is shown was drawn anew. */
void sb_test_wait_for_frame (GtkWidget *widget);
/* Destroys a window and checks that it and its child are freed. */
void sb_test_close (GtkWindow *window);

/* The first widget of @type, at or below @root, for which @matches is TRUE; a
 * NULL @matches takes any. */
typedef gboolean (*SbTestMatch) (GtkWidget *widget,
                                 gpointer data);

GtkWidget *sb_test_find (GtkWidget *root,
                         GType type,
                         SbTestMatch matches,
                         gpointer data);
GtkWidget *sb_test_find_type (GtkWidget *root,
                              GType type);
/* The label that shows @text, markup aside. */
GtkWidget *sb_test_find_label (GtkWidget *root,
                               const char *text);

/* The window of @type that is shown; NULL for none. */
GtkWidget *sb_test_find_window (GType type);

/* Whether an action can be activated from a widget, by the name that a button would have it
 * by: to activate one that is disabled does nothing, and GTK does not say so. */
gboolean sb_test_can_activate (GtkWidget *widget,
                               const char *action);
/* Activates an action, which takes no parameter, as soon as it can be: that there is
 * something to undo is known a little behind its being stored, and a form can be accepted
 * once it has read what it is about. Fails when that takes too long. */
void sb_test_activate (GtkWidget *widget,
                       const char *action);

/* What a key does at a widget, as "<Control>Left"; FALSE when nothing. */
gboolean sb_test_press (GtkWidget *widget,
                        const char *key);

/* The widget as it is drawn, on white. */
cairo_surface_t *sb_test_draw (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
/* The mean lightness of a picture: 0 is black, 1 is white. */
double sb_test_get_lightness (cairo_surface_t *surface);

/* An event at a place; @id is its identity, @edtf its date. */
SbRecord *sb_test_event_new (gint64 id,
                             const char *fr,
                             const char *en,
                             const char *edtf,
                             double longitude,
                             double latitude) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
