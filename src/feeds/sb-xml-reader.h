/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-xml-tree.h"

G_BEGIN_DECLS

/* Private to this layer: text to tree. */

/* The most that a document may have. Feeds and lists of feeds stay far below. */
#define SB_XML_MAX_BYTES      (16 * 1024 * 1024)
#define SB_XML_MAX_DEPTH      200
#define SB_XML_MAX_ELEMENTS   400000
#define SB_XML_MAX_ATTRIBUTES 256 /* of one element */
#define SB_XML_MAX_TAG        (64 * 1024) /* bytes of one tag */

typedef enum
{
  SB_XML_REPAIRED = 1 << 0, /* it was not well-formed */
  SB_XML_TRUNCATED = 1 << 1, /* not all of it could be read */
} SbXmlDamage;

typedef struct
{
  SbXmlTree *tree; /* (owned) (nullable) what was read before an error */
  SbXmlDamage damage;
  guint line; /* of the first error; 0 when there was none */
  guint stop_line; /* where reading stopped, when it is truncated */
  char *message; /* (owned) (nullable) what the error was, in English */
  gboolean over_limit;
} SbXmlReading;

/* Reads @text, which is valid UTF-8 but for NULs. What is not well-formed is
 * read again after repair; elements that were not closed when reading stopped
 * are not marked whole. A document type declaration is passed over unread. */
SbXmlReading *sb_xml_read (const char *text,
                           gsize length) G_GNUC_WARN_UNUSED_RESULT;
void sb_xml_reading_free (SbXmlReading *self);

/* The start of a document, before it is read. */
typedef struct
{
  gsize start; /* of the document in the text, after what precedes it */
  gsize doctype_start; /* equal to doctype_end when there is none */
  gsize doctype_end;
  char *root; /* (owned) (nullable) the name of the root, as written */
  gboolean has_bomb; /* it declares entities made of others */
} SbXmlProlog;

SbXmlProlog *sb_xml_prolog_read (const char *text,
                                 gsize length) G_GNUC_WARN_UNUSED_RESULT;
void sb_xml_prolog_free (SbXmlProlog *self);

/* @text made well-formed, as far as can be: see sb-xml-repair.c. What breaks
 * off in the middle stays open. */
char *sb_xml_repair (const char *text,
                     gsize length,
                     gsize *repaired_length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbXmlReading, sb_xml_reading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbXmlProlog, sb_xml_prolog_free)

G_END_DECLS
