/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: JSON text read token by token, by the letter of RFC
 * 8259. json-glib makes a tree, which for a large export is ten times the file,
 * calls itself at each level, and takes what is no JSON (comments, NaN); here
 * memory is that of the longest string and the depth is bounded. */

typedef enum
{
  SB_JSON_ERROR,
  SB_JSON_END, /* of the text */
  SB_JSON_OBJECT,
  SB_JSON_OBJECT_END,
  SB_JSON_ARRAY,
  SB_JSON_ARRAY_END,
  SB_JSON_KEY,
  SB_JSON_STRING,
  SB_JSON_NUMBER,
  SB_JSON_TRUE,
  SB_JSON_FALSE,
  SB_JSON_NULL,
} SbJsonToken;

/* How deep objects and arrays may be nested. */
#define SB_JSON_MAX_DEPTH 256

/* Why reading stopped. */
typedef enum
{
  SB_JSON_FAULT_NONE,
  SB_JSON_FAULT_SYNTAX,
  SB_JSON_FAULT_TRAILING, /* a whole value, then something else */
  SB_JSON_FAULT_DEPTH,
} SbJsonFault;

typedef struct
{
  const char *text; /* (unowned) */
  gsize length;
  gsize position;
  guint line; /* of @position, from 1 */
  guint depth;
  guint8 is_object[SB_JSON_MAX_DEPTH]; /* by depth */
  guint state; /* what may come next */
  SbJsonFault fault;
  GString *value; /* (owned) of a key, string or number, as it was meant */
} SbJsonReader;

/* @text is valid UTF-8 and must outlive the reader. @line is that of its first
 * character. */
void sb_json_reader_init (SbJsonReader *self,
                          const char *text,
                          gsize length,
                          guint line);
void sb_json_reader_clear (SbJsonReader *self);

/* The next token; its text, if it has one, is in @value until the one after.
 * NUL and half surrogates, which JSON can hold and text cannot, are U+FFFD. */
SbJsonToken sb_json_reader_next (SbJsonReader *self);
/* Goes to @position, behind the bracket that opens an array, on @line. */
void sb_json_reader_enter (SbJsonReader *self,
                           gsize position,
                           guint line);
/* Passes over the rest of the value that @token began; FALSE on an error. */
gboolean sb_json_reader_skip (SbJsonReader *self,
                              SbJsonToken token);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbJsonReader, sb_json_reader_clear)

G_END_DECLS
