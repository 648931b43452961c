/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-node.h"

#include <string.h>

#include "sb-search-scanner.h"
#include "sb-words.h"

/* More than anybody types, in bytes, words and levels of parentheses. */
#define BYTES_MAX  4096
#define LEAVES_MAX 64
#define DEPTH_MAX  24

/* A prefix of one letter is most of the index. */
#define PREFIX_MIN 2

typedef SbSearchScanner Parser;

static SbSearchNode *parse_choice (Parser *parser,
                                   GError **error);

static GStrv
split_words (const char *text)
{
  g_autofree char *joined = sb_words_join (text);
  SbWords words;

  if (joined[0] != '\0')
    return g_strsplit (joined, " ", -1);

  /* "l'" alone is what was asked for. */
  sb_words_init (&words, text, strlen (text));
  return sb_words_next (&words) ? g_strsplit (words.word, " ", -1) : g_new0 (char *, 1);
}

/* Makes the words of a leaf; one without any, say a dash, is dropped: *@node is
 * then NULL. */
static gboolean
take_leaf (Parser *parser,
           SbSearchNodeType type,
           const char *start,
           const char *end,
           SbSearchNode **node,
           GError **error)
{
  g_autoptr (SbSearchNode) leaf = _sb_search_node_new (type, start, end);

  if (++parser->n_leaves > LEAVES_MAX)
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_TOO_LONG, start, error);
      return FALSE;
    }

  leaf->words = split_words (leaf->source);
  *node = leaf->words[0] != NULL ? g_steal_pointer (&leaf) : NULL;
  return TRUE;
}

static gboolean
parse_phrase (Parser *parser,
              SbSearchNode **node,
              GError **error)
{
  const char *opening = parser->position;
  const char *start;
  const char *end;

  if (!_sb_search_scanner_read_quoted (parser, &start, &end, error))
    return FALSE;

  if (_sb_search_scanner_peek (parser) == '*')
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_STAR, opening, error);
      return FALSE;
    }

  return take_leaf (parser, SB_SEARCH_PHRASE, start, end, node, error);
}

static gboolean
parse_word (Parser *parser,
            SbSearchNode **node,
            GError **error)
{
  const char *start = parser->position;
  const char *end = _sb_search_scanner_find_word_end (parser, start);
  const char *star = memchr (start, '*', (gsize) (end - start));

  /* A closing mark that nothing opened is punctuation. */
  if (end == start)
    end = g_utf8_next_char (start);
  parser->position = end;
  if (star == NULL)
    return take_leaf (parser, SB_SEARCH_WORD, start, end, node, error);

  if (!take_leaf (parser, SB_SEARCH_PREFIX, start, star, node, error))
    return FALSE;

  if (star + 1 == end && *node != NULL && (*node)->words[1] == NULL && g_utf8_strlen ((*node)->words[0], -1) >= PREFIX_MIN)
    return TRUE;

  g_clear_pointer (node, _sb_search_node_free);
  _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_STAR, start, error);
  return FALSE;
}

static gboolean
parse_field (Parser *parser,
             const char *colon,
             SbSearchNode **node,
             GError **error)
{
  const char *start = parser->position;
  g_autoptr (SbSearchNode) leaf = NULL;
  g_auto (GStrv) values = NULL;
  SbSearchField field;

  if (!_sb_search_scanner_find_field (start, _sb_search_scanner_skip_letters (parser, start), &field))
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_FIELD, start, error);
      return FALSE;
    }

  if (++parser->n_leaves > LEAVES_MAX)
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_TOO_LONG, start, error);
      return FALSE;
    }

  parser->position = colon + 1;
  /* French has a space after a colon. */
  _sb_search_scanner_skip_space (parser);
  values = _sb_search_scanner_read_values (parser, error);
  if (values == NULL)
    return FALSE;

  if (values[0] == NULL || values[0][0] == '\0')
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_FIELD_EMPTY, start, error);
      return FALSE;
    }

  leaf = _sb_search_node_new (SB_SEARCH_FIELD, start, parser->position);
  leaf->field = field;
  leaf->values = g_steal_pointer (&values);
  *node = g_steal_pointer (&leaf);
  return TRUE;
}

static gboolean
parse_group (Parser *parser,
             SbSearchNode **node,
             GError **error)
{
  const char *start = parser->position;

  if (++parser->depth > DEPTH_MAX)
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_TOO_LONG, start, error);
      return FALSE;
    }

  parser->position++;
  _sb_search_scanner_skip_space (parser);
  if (parser->position >= parser->end || _sb_search_scanner_peek (parser) == ')')
    {
      _sb_search_scanner_fail (parser, parser->position < parser->end ? SB_SEARCH_ERROR_EMPTY_GROUP : SB_SEARCH_ERROR_GROUP, start, error);
      return FALSE;
    }

  *node = parse_choice (parser, error);
  if (*node == NULL)
    return FALSE;

  if (_sb_search_scanner_peek (parser) != ')')
    {
      g_clear_pointer (node, _sb_search_node_free);
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_GROUP, start, error);
      return FALSE;
    }

  parser->position++;
  parser->depth--;
  return TRUE;
}

static gboolean parse_term (Parser *parser,
                            SbSearchNode **node,
                            GError **error);

static gboolean
parse_not (Parser *parser,
           const char *behind,
           SbSearchNode **node,
           GError **error)
{
  const char *start = parser->position;
  g_autoptr (SbSearchNode) negation = NULL;
  SbSearchNode *child = NULL;

  if (++parser->depth > DEPTH_MAX)
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_TOO_LONG, start, error);
      return FALSE;
    }

  parser->position = behind;
  _sb_search_scanner_skip_space (parser);
  if (parser->position >= parser->end || _sb_search_scanner_peek (parser) == ')')
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_NOT, start, error);
      return FALSE;
    }

  if (!parse_term (parser, &child, error))
    return FALSE;

  parser->depth--;
  if (child == NULL)
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_NOT, start, error);
      return FALSE;
    }

  negation = _sb_search_node_new (SB_SEARCH_NOT, start, parser->position);
  g_ptr_array_add (negation->children, child);
  *node = g_steal_pointer (&negation);
  return TRUE;
}

/* *@node is NULL for what says nothing. */
static gboolean
parse_term (Parser *parser,
            SbSearchNode **node,
            GError **error)
{
  const char *end;
  const char *colon;
  SbSearchOperator op = _sb_search_scanner_peek_operator (parser, &end);

  *node = NULL;
  if (op == SB_SEARCH_OPERATOR_NOT)
    return parse_not (parser, end, node, error);

  if (op != SB_SEARCH_OPERATOR_NONE)
    {
      _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_OPERATOR, parser->position, error);
      return FALSE;
    }

  if (_sb_search_scanner_peek (parser) == '(')
    return parse_group (parser, node, error);

  if (_sb_search_scanner_is_quoted (parser))
    return parse_phrase (parser, node, error);

  colon = _sb_search_scanner_find_colon (parser);
  return colon != NULL ? parse_field (parser, colon, node, error) : parse_word (parser, node, error);
}

/* One child stands for itself. */
static SbSearchNode *
simplify (SbSearchNode *node)
{
  SbSearchNode *child;

  if (node->children->len != 1)
    return node;

  child = g_ptr_array_steal_index (node->children, 0);
  _sb_search_node_free (node);
  return child;
}

/* Reads what must all be there, up to an OR, a closing parenthesis or the end. */
static SbSearchNode *
parse_all (Parser *parser,
           GError **error)
{
  const char *start = parser->position;
  g_autoptr (SbSearchNode) all = _sb_search_node_new (SB_SEARCH_AND, start, start);
  const char *pending_and = NULL;

  while (TRUE)
    {
      const char *end;
      SbSearchNode *node;
      SbSearchOperator op;

      _sb_search_scanner_skip_space (parser);
      if (parser->position >= parser->end || _sb_search_scanner_peek (parser) == ')')
        break;

      op = _sb_search_scanner_peek_operator (parser, &end);
      if (op == SB_SEARCH_OPERATOR_OR)
        break;

      if (op == SB_SEARCH_OPERATOR_AND)
        {
          if (all->children->len == 0 || pending_and != NULL)
            return _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_OPERATOR, parser->position, error);
          pending_and = parser->position;
          parser->position = end;
          continue;
        }

      if (!parse_term (parser, &node, error))
        return NULL;
      if (node == NULL)
        continue;
      g_ptr_array_add (all->children, node);
      pending_and = NULL;
    }

  if (pending_and != NULL)
    return _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_OPERATOR, pending_and, error);

  g_free (all->source);
  all->source = g_strstrip (g_strndup (start, (gsize) (parser->position - start)));
  return simplify (g_steal_pointer (&all));
}

static SbSearchNode *
parse_choice (Parser *parser,
              GError **error)
{
  const char *start = parser->position;
  g_autoptr (SbSearchNode) choice = _sb_search_node_new (SB_SEARCH_OR, start, start);
  const char *last_or = NULL;

  while (TRUE)
    {
      SbSearchNode *node = parse_all (parser, error);
      const char *end;

      if (node == NULL)
        return NULL;

      /* Nothing between two of them, or only what says nothing. */
      if (node->type == SB_SEARCH_AND && node->children->len == 0)
        {
          gboolean is_whole = last_or == NULL && (parser->position >= parser->end || _sb_search_scanner_peek (parser) == ')');

          _sb_search_node_free (node);
          if (is_whole)
            return _sb_search_scanner_fail (parser, parser->depth > 0 ? SB_SEARCH_ERROR_EMPTY_GROUP : SB_SEARCH_ERROR_EMPTY, start, error);
          return _sb_search_scanner_fail (parser, SB_SEARCH_ERROR_OPERATOR, last_or != NULL ? last_or : parser->position, error);
        }

      g_ptr_array_add (choice->children, node);
      if (parser->position >= parser->end || _sb_search_scanner_peek (parser) == ')')
        break;

      last_or = parser->position;
      _sb_search_scanner_peek_operator (parser, &end);
      parser->position = end;
    }

  g_free (choice->source);
  choice->source = g_strstrip (g_strndup (start, (gsize) (parser->position - start)));
  return simplify (g_steal_pointer (&choice));
}

SbSearchNode *
_sb_search_node_parse (const char *text,
                       GError **error)
{
  Parser parser = { .position = text, .end = text + strlen (text) };
  g_autoptr (SbSearchNode) node = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, SB_SEARCH_ERROR, SB_SEARCH_ERROR_ENCODING, "");
      return NULL;
    }

  if (parser.end - text > BYTES_MAX)
    return _sb_search_scanner_fail (&parser, SB_SEARCH_ERROR_TOO_LONG, text, error);

  _sb_search_scanner_skip_space (&parser);
  if (parser.position >= parser.end)
    return _sb_search_scanner_fail (&parser, SB_SEARCH_ERROR_EMPTY, text, error);

  if (_sb_search_scanner_peek (&parser) == ')')
    return _sb_search_scanner_fail (&parser, SB_SEARCH_ERROR_GROUP_END, text, error);

  node = parse_choice (&parser, error);
  if (node == NULL)
    return NULL;

  if (parser.position < parser.end)
    return _sb_search_scanner_fail (&parser, SB_SEARCH_ERROR_GROUP_END, parser.position, error);

  return g_steal_pointer (&node);
}
