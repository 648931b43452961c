/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-block-key.h"

G_BEGIN_DECLS

/**
 * SbKeyField:
 *
 * One key of a block of a briefing in a form: what it is called, what is chosen, and below
 * it what is wrong with that. A subclass shows a value as it stands in a template, and
 * tells of another one. Main thread.
 *
 * Signal "edited" (string): another value is chosen; "" for none.
 */
#define SB_TYPE_KEY_FIELD (sb_key_field_get_type ())

G_DECLARE_DERIVABLE_TYPE (SbKeyField, sb_key_field, SB, KEY_FIELD, GtkBox)

struct _SbKeyFieldClass
{
  GtkBoxClass parent_class;

  /* Shows @value; "" for none. What it sets by that is not taken for an edit. */
  void (*show) (SbKeyField *self,
                const char *value);
};

/* What the field is of; once, before anything else. */
void sb_key_field_set_key (SbKeyField *self,
                           const SbBlockKey *key);
const SbBlockKey *sb_key_field_get_key (SbKeyField *self);
/* Puts @control below the others, or below the name of the field. The first one is what
 * the name of the field is of. */
void sb_key_field_add (SbKeyField *self,
                       GtkWidget *control);

/* Shows @value (nullable). What is being typed stays while it is the same. */
void sb_key_field_show (SbKeyField *self,
                        const char *value);
const char *sb_key_field_get_value (SbKeyField *self);
/* For subclasses: another value is chosen. Nothing while a value is being shown. */
void sb_key_field_edit (SbKeyField *self,
                        const char *value);

/* Says what is wrong with what is typed; NULL for nothing. */
void sb_key_field_set_problem (SbKeyField *self,
                               const char *problem);

G_END_DECLS
