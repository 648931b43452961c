/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-xml-reader.h"

G_BEGIN_DECLS

/* Private to this layer: data in XML, whose elements go by their local names,
 * whatever their case and namespace. */

/* Reads @text, which is valid UTF-8; there is a root. Fails with SB_TABLE_ERROR. */
SbXmlReading *sb_table_xml_read (const char *text,
                                 gsize length,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean sb_table_xml_is (const SbXmlNode *node,
                          const char *local);
/* (nullable) */
const char *sb_table_xml_get_attribute (const SbXmlNode *node,
                                        const char *local);
/* The text in the node without its mark-up and the space around it; NULL for nothing. */
char *sb_table_xml_dup_text (const SbXmlNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
