/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbRichText:
 *
 * A paragraph's text with the runs of it that are set apart. Immutable,
 * reference counted, safe to share between threads.
 */
typedef struct _SbRichText SbRichText;

#define SB_TYPE_RICH_TEXT (sb_rich_text_get_type ())

typedef enum
{
  SB_RUN_BOLD,
  SB_RUN_ITALIC,
  SB_RUN_NOTE, /* the number of a source, raised; value: the number */
  SB_RUN_LABEL, /* a short remark in the face of labels: "no source" */
} SbRunKind;

/* A run, in bytes of the text; runs may overlap. */
typedef struct
{
  SbRunKind kind;
  guint start;
  guint end;
  guint value;
} SbRun;

GType sb_rich_text_get_type (void);

/* Reads the small markup of briefings: **bold**, *italic*, [^3] (a mark that
 * leads to source 3), [=a remark=]; a backslash before one of these makes it
 * plain. What does not close is plain text; nothing is an error. The rest is
 * set by the typography of @language (sb_typeset()). NULL is "". Bytes that are
 * not UTF-8 are replaced. */
SbRichText *sb_rich_text_new_from_markup (const char *markup,
                                          SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* @text as it is, no markup and no typography. */
SbRichText *sb_rich_text_new_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* @self behind @prefix, which is plain. */
SbRichText *sb_rich_text_prepend (const SbRichText *self,
                                  const char *prefix) G_GNUC_WARN_UNUSED_RESULT;
SbRichText *sb_rich_text_ref (SbRichText *self);
void sb_rich_text_unref (SbRichText *self);

const char *sb_rich_text_get_text (const SbRichText *self);
const SbRun *sb_rich_text_get_runs (const SbRichText *self,
                                    guint *n_runs);
gboolean sb_rich_text_is_empty (const SbRichText *self);

/* @text such that reading it as markup gives it back. */
char *sb_rich_text_escape (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRichText, sb_rich_text_unref)

G_END_DECLS
