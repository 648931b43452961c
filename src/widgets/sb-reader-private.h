/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-reader-text.h"
#include "sb-reader.h"

G_BEGIN_DECLS

struct _SbReader
{
  GtkWidget parent_instance;

  SbRecord *document; /* (owned) (nullable) */
  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) */
  double text_size;

  GtkWidget *card; /* an SbNameCard, a child */
  int name_start; /* what the card is at, in characters */
  int name_end;
  guint leave_id; /* of the timeout after which the card goes */
  gboolean shows_names;

  GtkStack *stack;
  AdwClamp *header_clamp;
  AdwClampScrollable *clamp;
  GtkSearchBar *find_bar;
  GtkSearchEntry *find_entry;
  GtkLabel *find_count;
  GtkLabel *title;
  GtkLabel *line;
  GtkLabel *reference;
  GtkWidget *attachments_box;
  GtkListBox *attachments;
  SbReaderText *text;
};

/* The names in the text, and the card at one of them. */
void _sb_reader_class_init_names (SbReaderClass *klass);
void _sb_reader_init_names (SbReader *self);
void _sb_reader_dispose_names (SbReader *self);
void _sb_reader_hide_name (SbReader *self);

G_END_DECLS
