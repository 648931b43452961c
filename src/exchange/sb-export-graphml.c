/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-export-private.h"

#include <string.h>

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-relation.h"

#define HEAD                                                      \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                  \
  "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"    \
  "  xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"   \
  "  xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns " \
  "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"

/* The attributes of nodes and edges. */
static const struct
{
  const char *name;
  const char *domain;
  const char *type;
} keys[] = {
  { "label", "all", "string" },
  { "kind", "all", "string" }, /* of a node: actor, alliance; of an edge: a relation, party, adversary, part */
  { "name_fr", "node", "string" },
  { "name_en", "node", "string" },
  { "short_name", "node", "string" },
  { "type", "node", "string" }, /* of an actor: armed-group, state, … */
  { "family", "node", "string" },
  { "country", "node", "string" },
  { "status", "node", "string" },
  { "durability", "node", "string" },
  { "since", "all", "string" }, /* EDTF */
  { "until", "all", "string" },
  { "start", "all", "string" }, /* the first day, as far as one is known */
  { "end", "all", "string" }, /* the last one */
  { "summary", "all", "string" },
  { "sources", "all", "int" },
};

/* Appends @text as content of an element: escaped, without what XML 1.0 cannot
 * hold. */
static void
append_text (GString *xml,
             const char *text)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff) || c == '\t' || c == '\n')
        g_string_append_unichar (kept, c);
    }

  escaped = g_markup_escape_text (kept->str, (gssize) kept->len);
  g_string_append (xml, escaped);
}

static void
add_data (GString *xml,
          const char *key,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (xml, "<data key=\"%s\">", key);
  append_text (xml, text);
  g_string_append (xml, "</data>");
}

static void
add_day (GString *xml,
         const char *key,
         int day)
{
  g_autofree char *text = day > SB_DATE_DAY_MIN && day < SB_DATE_DAY_MAX ? sb_day_to_string (day) : NULL;

  add_data (xml, key, text);
}

static void
add_dates (GString *xml,
           SbDate *since,
           SbDate *until)
{
  if (since != NULL)
    {
      add_data (xml, "since", sb_date_get_edtf (since));
      add_day (xml, "start", sb_date_get_first_day (since));
    }
  if (until != NULL)
    {
      add_data (xml, "until", sb_date_get_edtf (until));
      add_day (xml, "end", sb_date_get_last_day (until));
    }
}

static void
add_names (GString *xml,
           SbBilingual *name)
{
  add_data (xml, "name_fr", sb_bilingual_get (name, SB_LANGUAGE_FR));
  add_data (xml, "name_en", sb_bilingual_get (name, SB_LANGUAGE_EN));
}

static void
begin_node (GString *xml,
            SbExporter *self,
            SbRecord *record)
{
  g_string_append_printf (xml, "<node id=\"n%s\">", sb_record_get_uuid (record));
  add_data (xml, "label", sb_record_get_title (record, self->request->language));
  add_data (xml, "kind", sb_kind_get_name (sb_record_get_kind (record)));
}

static void
add_sources (GString *xml,
             SbRecord *record)
{
  g_autofree char *number = g_strdup_printf ("%u", sb_record_get_n_extracts (record));

  add_data (xml, "sources", number);
}

/* Whether what has this id is to be written at all. */
static gboolean
is_wanted (SbExporter *self,
           gint64 id)
{
  return self->request->only == NULL || g_hash_table_contains (self->request->only, &id);
}

/* @written: UUIDs of the nodes there are. */
static gboolean
write_actor (SbExporter *self,
             SbRecord *actor,
             gpointer written,
             GError **error)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  if (!is_wanted (self, sb_record_get_id (actor)) || !g_hash_table_add (written, g_strdup (sb_record_get_uuid (actor))))
    return TRUE;

  begin_node (xml, self, actor);
  add_names (xml, sb_record_get_bilingual (actor, SB_ACTOR_NAME));
  add_data (xml, "short_name", sb_record_get_text (actor, SB_ACTOR_SHORT_NAME));
  add_data (xml, "type", _sb_record_get_term_name (actor, SB_ACTOR_KIND));
  add_data (xml, "family", _sb_record_get_term_name (actor, SB_ACTOR_FAMILY));
  add_data (xml, "country", sb_record_get_text (actor, SB_ACTOR_COUNTRY));
  add_data (xml, "status", _sb_record_get_term_name (actor, SB_ACTOR_STATUS));
  add_dates (xml, sb_record_get_date (actor, SB_ACTOR_FOUNDED), sb_record_get_date (actor, SB_ACTOR_DISSOLVED));
  add_data (xml, "summary", sb_record_get_words (actor, SB_ACTOR_SUMMARY, self->request->language));
  add_sources (xml, actor);
  g_string_append (xml, "</node>\n");
  self->n_records++;
  return _sb_exporter_write (self, xml->str, error);
}

/* Writes the node that an edge is about to end in, if it is not there. */
static gboolean
need_actor (SbExporter *self,
            SbRef *ref,
            GHashTable *written,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbRecord *actor;

  if (g_hash_table_contains (written, sb_ref_get_uuid (ref)))
    return TRUE;

  actor = _sb_exporter_look_up (self, ref, &failure);
  if (actor != NULL)
    return write_actor (self, actor, written, error);
  if (failure == NULL)
    g_set_error (&failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "an actor is missing: %s", sb_ref_get_uuid (ref));

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
begin_edge (GString *xml,
            const char *id,
            const char *from,
            const char *to,
            const char *direction)
{
  g_string_append_printf (xml, "<edge id=\"e%s\" source=\"n%s\" target=\"n%s\" directed=\"%s\">", id, from, to, direction);
}

/* An actor that is a part of another one. */
static gboolean
write_parent (SbExporter *self,
              SbRecord *actor,
              gpointer written,
              GError **error)
{
  SbRef *parent = sb_record_get_ref (actor, SB_ACTOR_PARENT);
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autofree char *id = g_strconcat (sb_record_get_uuid (actor), "-parent", NULL);

  if (parent == NULL || !is_wanted (self, sb_record_get_id (actor)) || !is_wanted (self, sb_ref_get_id (parent)))
    return TRUE;
  if (!need_actor (self, parent, written, error))
    return FALSE;

  begin_edge (xml, id, sb_record_get_uuid (actor), sb_ref_get_uuid (parent), "true");
  add_data (xml, "kind", "part");
  g_string_append (xml, "</edge>\n");
  return _sb_exporter_write (self, xml->str, error);
}

static gboolean
write_relation (SbExporter *self,
                SbRecord *relation,
                gpointer written,
                GError **error)
{
  SbRef *subject = sb_record_get_ref (relation, SB_RELATION_SUBJECT);
  SbRef *object = sb_record_get_ref (relation, SB_RELATION_OBJECT);
  g_autoptr (GString) xml = g_string_new (NULL);
  SbLanguage language = self->request->language;

  if (!is_wanted (self, sb_record_get_id (relation)))
    return TRUE;
  if (!need_actor (self, subject, written, error) || !need_actor (self, object, written, error))
    return FALSE;

  begin_edge (xml, sb_record_get_uuid (relation), sb_ref_get_uuid (subject), sb_ref_get_uuid (object), "true");
  add_data (xml, "label", sb_record_get_term_label (relation, SB_RELATION_KIND, language));
  add_data (xml, "kind", _sb_record_get_term_name (relation, SB_RELATION_KIND));
  add_dates (xml, sb_record_get_date (relation, SB_RELATION_SINCE), sb_record_get_date (relation, SB_RELATION_UNTIL));
  add_data (xml, "summary", sb_record_get_words (relation, SB_RELATION_SUMMARY, language));
  add_sources (xml, relation);
  g_string_append (xml, "</edge>\n");
  self->n_records++;
  return _sb_exporter_write (self, xml->str, error);
}

static gboolean
write_tie (SbExporter *self,
           SbRecord *alliance,
           SbRef *actor,
           const char *kind,
           guint position,
           SbRecord *party,
           GHashTable *written,
           GError **error)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autofree char *id = g_strdup_printf ("%s-%s%u", sb_record_get_uuid (alliance), kind, position);

  if (!is_wanted (self, sb_ref_get_id (actor)))
    return TRUE;
  if (!need_actor (self, actor, written, error))
    return FALSE;

  begin_edge (xml, id, sb_ref_get_uuid (actor), sb_record_get_uuid (alliance), "false");
  add_data (xml, "kind", kind);
  if (party != NULL)
    add_dates (xml, sb_record_get_date (party, SB_ALLIANCE_PARTY_SINCE), sb_record_get_date (party, SB_ALLIANCE_PARTY_UNTIL));
  g_string_append (xml, "</edge>\n");
  return _sb_exporter_write (self, xml->str, error);
}

/* An alliance is a node of its own, with an edge for each party: it has more than
 * two ends, and dates of its own. */
static gboolean
write_alliance (SbExporter *self,
                SbRecord *alliance,
                gpointer written,
                GError **error)
{
  SbRef *adversary = sb_record_get_ref (alliance, SB_ALLIANCE_ADVERSARY);
  g_autoptr (GString) xml = g_string_new (NULL);

  if (!is_wanted (self, sb_record_get_id (alliance)))
    return TRUE;

  begin_node (xml, self, alliance);
  add_names (xml, sb_record_get_bilingual (alliance, SB_ALLIANCE_NAME));
  add_data (xml, "durability", _sb_record_get_term_name (alliance, SB_ALLIANCE_DURABILITY));
  add_dates (xml, sb_record_get_date (alliance, SB_ALLIANCE_SINCE), sb_record_get_date (alliance, SB_ALLIANCE_UNTIL));
  add_data (xml, "summary", sb_record_get_words (alliance, SB_ALLIANCE_SUMMARY, self->request->language));
  add_sources (xml, alliance);
  g_string_append (xml, "</node>\n");
  self->n_records++;
  if (!_sb_exporter_write (self, xml->str, error))
    return FALSE;

  for (guint i = 0; i < sb_record_get_n_items (alliance, SB_ALLIANCE_PARTIES); i++)
    {
      SbRecord *party = sb_record_get_item (alliance, SB_ALLIANCE_PARTIES, i);

      if (!write_tie (self, alliance, sb_record_get_ref (party, SB_ALLIANCE_PARTY_ACTOR), "party", i, party, written, error))
        return FALSE;
    }

  return adversary == NULL || write_tie (self, alliance, adversary, "adversary", 0, NULL, written, error);
}

static gboolean
write_keys (SbExporter *self,
            GError **error)
{
  g_autoptr (GString) xml = g_string_new (HEAD);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (xml, "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[i].name,
                            keys[i].domain, keys[i].name, keys[i].type);
  g_string_append (xml, "<graph id=\"actors\" edgedefault=\"directed\">\n");
  return _sb_exporter_write (self, xml->str, error);
}

gboolean
_sb_export_graphml (SbExporter *self,
                    GError **error)
{
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return write_keys (self, error) && _sb_exporter_each (self, SB_KIND_ACTOR, write_actor, written, error) &&
         _sb_exporter_each (self, SB_KIND_ACTOR, write_parent, written, error) &&
         _sb_exporter_each (self, SB_KIND_RELATION, write_relation, written, error) &&
         _sb_exporter_each (self, SB_KIND_ALLIANCE, write_alliance, written, error) &&
         _sb_exporter_write (self, "</graph>\n</graphml>\n", error);
}
