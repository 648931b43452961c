/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search-error.h"

G_BEGIN_DECLS

/**
 * SbSearchNode:
 *
 * What a user looks for, as a small tree that is read from a line of text:
 *
 *   query   = choice
 *   choice  = all { ( "OR" | "OU" ) all }
 *   all     = term { [ "AND" | "ET" ] term }
 *   term    = ( "NOT" | "SAUF" | "-" ) term | "(" choice ")"
 *           | field ":" value { "," value } | phrase | word | word "*"
 *   phrase  = words between quotation marks, straight, English or French
 *   field   = actor, place, source, kind, lang, since, until, and in French
 *             acteur, lieu, source, type, langue, depuis, jusqu
 *
 * Operators are in capitals, in either language: an analyst writes both, and
 * the word "ou" in a French search is a word. Words next to each other must all
 * be there. A field binds the words, numbers or phrase that follow it; there may
 * be spaces around its colon, as French has them.
 */
typedef struct _SbSearchNode SbSearchNode;

typedef enum
{
  SB_SEARCH_AND, /* all of the children */
  SB_SEARCH_OR, /* one of them */
  SB_SEARCH_NOT, /* not the one child */
  SB_SEARCH_WORD, /* a word as it is typed: "l’Azawad" */
  SB_SEARCH_PHRASE, /* words that follow each other */
  SB_SEARCH_PREFIX, /* words that begin so */
  SB_SEARCH_FIELD, /* one of the values of a field */
} SbSearchNodeType;

typedef enum
{
  SB_SEARCH_FIELD_ACTOR,
  SB_SEARCH_FIELD_PLACE,
  SB_SEARCH_FIELD_SOURCE,
  SB_SEARCH_FIELD_KIND,
  SB_SEARCH_FIELD_LANGUAGE,
  SB_SEARCH_FIELD_SINCE,
  SB_SEARCH_FIELD_UNTIL,
} SbSearchField;

struct _SbSearchNode
{
  SbSearchNodeType type;
  GPtrArray *children; /* (owned) (nullable) (element-type SbSearchNode) */
  GStrv words; /* (owned) (nullable) of words and phrases: folded, never empty */
  GStrv values; /* (owned) (nullable) of a field, as typed */
  SbSearchField field;
  char *source; /* (owned) what was typed, for messages */
};

/* A node without anything in it, which was typed from @start to @end. */
SbSearchNode *_sb_search_node_new (SbSearchNodeType type,
                                   const char *start,
                                   const char *end) G_GNUC_WARN_UNUSED_RESULT;
void _sb_search_node_free (SbSearchNode *self);

/* Reads a search (sb-search-parser.c); NULL with an error of SB_SEARCH_ERROR for what is malformed. */
SbSearchNode *_sb_search_node_parse (const char *text,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The tree on one line, for tests: (and "mali" (not "azawad")). */
char *_sb_search_node_to_string (const SbSearchNode *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSearchNode, _sb_search_node_free)

G_END_DECLS
