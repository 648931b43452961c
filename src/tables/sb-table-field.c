/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-field.h"

#include <string.h>

#include "sb-text.h"

/* Ranks of columns that are known by their HXL tag or were set by hand. */
#define RANK_TAG 1000
#define RANK_SET 0

static const char *const field_names[SB_N_TABLE_FIELDS] = {
  [SB_TABLE_FIELD_ID] = "id",
  [SB_TABLE_FIELD_DATE] = "date",
  [SB_TABLE_FIELD_DATE_END] = "date_end",
  [SB_TABLE_FIELD_DATE_PRECISION] = "date_precision",
  [SB_TABLE_FIELD_YEAR] = "year",
  [SB_TABLE_FIELD_COUNTRY] = "country",
  [SB_TABLE_FIELD_COUNTRY_CODE] = "country_code",
  [SB_TABLE_FIELD_ADMIN1] = "admin1",
  [SB_TABLE_FIELD_ADMIN2] = "admin2",
  [SB_TABLE_FIELD_ADMIN3] = "admin3",
  [SB_TABLE_FIELD_LOCATION] = "location",
  [SB_TABLE_FIELD_LATITUDE] = "latitude",
  [SB_TABLE_FIELD_LONGITUDE] = "longitude",
  [SB_TABLE_FIELD_POINT] = "point",
  [SB_TABLE_FIELD_PLACE_PRECISION] = "place_precision",
  [SB_TABLE_FIELD_TYPE] = "type",
  [SB_TABLE_FIELD_SUBTYPE] = "subtype",
  [SB_TABLE_FIELD_VIOLENCE] = "type_of_violence",
  [SB_TABLE_FIELD_ACTOR1] = "actor1",
  [SB_TABLE_FIELD_ASSOCIATES1] = "associates1",
  [SB_TABLE_FIELD_INTER1] = "inter1",
  [SB_TABLE_FIELD_ACTOR2] = "actor2",
  [SB_TABLE_FIELD_ASSOCIATES2] = "associates2",
  [SB_TABLE_FIELD_INTER2] = "inter2",
  [SB_TABLE_FIELD_TARGETING] = "civilian_targeting",
  [SB_TABLE_FIELD_FATALITIES] = "fatalities",
  [SB_TABLE_FIELD_FATALITIES_LOW] = "fatalities_low",
  [SB_TABLE_FIELD_FATALITIES_HIGH] = "fatalities_high",
  [SB_TABLE_FIELD_NOTES] = "notes",
  [SB_TABLE_FIELD_SOURCE] = "source",
  [SB_TABLE_FIELD_TAGS] = "tags",
  [SB_TABLE_FIELD_TIMESTAMP] = "timestamp",
  [SB_TABLE_FIELD_URL] = "url",
  [SB_TABLE_FIELD_TITLE] = "title",
  [SB_TABLE_FIELD_TEXT] = "text",
  [SB_TABLE_FIELD_LANGUAGE] = "language",
  [SB_TABLE_FIELD_FILES] = "files",
  [SB_TABLE_FIELD_NAME_FR] = "name_fr",
  [SB_TABLE_FIELD_OTHER_NAMES] = "other_names",
  [SB_TABLE_FIELD_KIND] = "kind",
  [SB_TABLE_FIELD_POPULATION] = "population",
  [SB_TABLE_FIELD_PCODE] = "pcode",
  [SB_TABLE_FIELD_DELETED] = "deleted",
};

/* What columns are called, as they are compared: letters and digits alone, without
 * accents. The surest name first; those of ACLED, UCDP, GDELT, ReliefWeb, HDX and
 * COD-AB, then what people call them in English and French. */
typedef struct
{
  SbTableField field;
  const char *names;
} Synonyms;

static const Synonyms event_names[] = {
  { SB_TABLE_FIELD_ID, "eventidcnty|globaleventid|id|eventid|dataid|uid|identifiant|identifier|reference|ref|code|numero|no" },
  { SB_TABLE_FIELD_DATE, "eventdate|datestart|sqldate|date|startdate|datedebut|datededebut|dateevenement|datedelevenement|dateofevent|incidentdate|dateincident|datedelincident|datetime|dateheure|jour|day|when|begin|fromdate|time|dateoccurred|dates" },
  { SB_TABLE_FIELD_DATE_END, "dateend|enddate|datefin|datedefin|end|todate" },
  { SB_TABLE_FIELD_DATE_PRECISION, "timeprecision|dateprec|dateprecision|precisiondate|precisiondeladate|precisiontemporelle" },
  { SB_TABLE_FIELD_YEAR, "year|annee" },
  { SB_TABLE_FIELD_COUNTRY, "country|pays|countryname|nomdupays|nompays|adm0name|admin0name|adm0fr|adm0en|admin0" },
  { SB_TABLE_FIELD_COUNTRY_CODE, "iso3|iso|countryiso|countryiso3|countrycode|actiongeocountrycode|codepays|iso2|isocode|adm0pcode" },
  { SB_TABLE_FIELD_ADMIN1, "admin1|adm1|admin1name|adm1name|adm1fr|adm1en|region|province|gouvernorat|wilaya|state|etat" },
  { SB_TABLE_FIELD_ADMIN2, "admin2|adm2|admin2name|adm2name|adm2fr|adm2en|cercle|departement|department|district|county" },
  { SB_TABLE_FIELD_ADMIN3, "admin3|adm3|admin3name|adm3name|adm3fr|adm3en|commune|arrondissement" },
  { SB_TABLE_FIELD_LOCATION, "location|wherecoordinates|actiongeofullname|localite|lieu|locality|locationname|place|placename|nomdulieu|lieux|ville|town|village|city|site|address|where|wheredescription" },
  { SB_TABLE_FIELD_LATITUDE, "latitude|lat|actiongeolat|geometrylatitude|geometryy|geolat|latdd|latitudedd|coordy|y" },
  { SB_TABLE_FIELD_LONGITUDE, "longitude|lon|actiongeolong|geometrylongitude|geometryx|long|lng|geolon|longdd|longitudedd|coordx|x" },
  { SB_TABLE_FIELD_POINT, "geomwkt|wkt|coordinates|coordonnees|gps|latlon|latlong|latlng|point|geom|thegeom|geometry|position" },
  { SB_TABLE_FIELD_PLACE_PRECISION, "geoprecision|whereprec|precisiondulieu|precisiongeo|precisiongeographique|actiongeotype" },
  { SB_TABLE_FIELD_TYPE, "eventtype|type|typeevenement|typedevenement|typeofevent|incidenttype|typeincident|typedincident|category|categorie|eventrootcode|nature" },
  { SB_TABLE_FIELD_SUBTYPE, "subeventtype|subtype|soustype|soustypedevenement|subcategory|souscategorie" },
  { SB_TABLE_FIELD_VIOLENCE, "typeofviolence" },
  { SB_TABLE_FIELD_ACTOR1, "actor1|sidea|actor1name|acteur1|actor|acteur|perpetrator|auteur|auteurs|attaquant|groupe|group|responsable|acteurprincipal" },
  { SB_TABLE_FIELD_ASSOCIATES1, "assocactor1|associatedactor1|acteurassocie1" },
  { SB_TABLE_FIELD_INTER1, "inter1" },
  { SB_TABLE_FIELD_ACTOR2, "actor2|sideb|actor2name|acteur2|target|cible|victim|victime|acteursecondaire" },
  { SB_TABLE_FIELD_ASSOCIATES2, "assocactor2|associatedactor2|acteurassocie2" },
  { SB_TABLE_FIELD_INTER2, "inter2" },
  { SB_TABLE_FIELD_TARGETING, "civiliantargeting" },
  { SB_TABLE_FIELD_FATALITIES, "fatalities|best|bestest|bestestimate|fatalitiesbest|deaths|deces|morts|nombredemorts|nombredetues|nbmorts|tues|killed|fatalites|numberofdeaths|deathstotal" },
  { SB_TABLE_FIELD_FATALITIES_LOW, "low|lowest|lowestimate|fatalitieslow|mortsmin|mortsminimum" },
  { SB_TABLE_FIELD_FATALITIES_HIGH, "high|highest|highestimate|fatalitieshigh|mortsmax|mortsmaximum" },
  { SB_TABLE_FIELD_NOTES, "notes|note|description|summary|resume|details|narrative|recit|commentaire|commentaires|comment|comments|remarques|evenement|text|texte|sourceheadline" },
  { SB_TABLE_FIELD_SOURCE, "source|sources|sourceoffice|publisher|media|sourcearticle|sourceoriginal" },
  { SB_TABLE_FIELD_TAGS, "tags|tag|etiquettes|motscles|keywords" },
  { SB_TABLE_FIELD_TIMESTAMP, "timestamp|datemodified|lastmodified|updated|dateadded" },
  { SB_TABLE_FIELD_URL, "sourceurl|url|link|lien|adresse" },
  { SB_TABLE_FIELD_TITLE, "title|titre|headline|name|nom|intitule" },
  { SB_TABLE_FIELD_DELETED, "deletedtimestamp|deleted" },
};

static const Synonyms document_names[] = {
  { SB_TABLE_FIELD_ID, "id|uuid|guid|eventid|identifiant" },
  { SB_TABLE_FIELD_TITLE, "title|titre|headline|name|nom|headlinetitle|intitule" },
  { SB_TABLE_FIELD_URL, "urlalias|url|link|lien|adresse|permalink|origin|canonicalurl|reporturl" },
  { SB_TABLE_FIELD_DATE, "dateoriginal|originaldate|date|pubdate|published|publishedat|datepublication|datedepublication|publicationdate|datepublished|datecreated|created|fromdate|dateevent|datechanged" },
  { SB_TABLE_FIELD_SOURCE, "sourcename|publisher|source|sources|sourcelongname|sourceshortname|editeur|media|site|outlet|author|auteur" },
  { SB_TABLE_FIELD_COUNTRY, "primarycountryname|country|countryname|pays|countryshortname|primarycountryshortname" },
  { SB_TABLE_FIELD_COUNTRY_CODE, "primarycountryiso3|iso3|countryiso3|countrycode" },
  { SB_TABLE_FIELD_LANGUAGE, "languagecode|language|langue|lang|languagename" },
  { SB_TABLE_FIELD_TEXT, "body|bodyhtml|text|texte|content|contenu|fulltext|description|summary|resume|headlinesummary|profile|profileoverview|abstract|excerpt|extrait|snippet" },
  { SB_TABLE_FIELD_FILES, "file" },
  { SB_TABLE_FIELD_TYPE, "formatname|type|format|eventtype" },
  { SB_TABLE_FIELD_TAGS, "themename|tags|keywords|motscles" },
  { SB_TABLE_FIELD_LATITUDE, "latitude|lat" },
  { SB_TABLE_FIELD_LONGITUDE, "longitude|long|lon" },
  { SB_TABLE_FIELD_POINT, "point" },
};

static const Synonyms place_names[] = {
  { SB_TABLE_FIELD_ID, "geonameid|id|osmid|fid|objectid" },
  { SB_TABLE_FIELD_TITLE, "adm3en|adm3name|adm3fr|admin3name|adm2en|adm2name|adm2fr|admin2name|adm1en|adm1name|adm1fr|admin1name|nameen|name|nom|toponym|toponyme|localite|location|place|placename|lieu|village|ville|town|title|titre|adm0en|adm0fr|featurename|asciiname" },
  { SB_TABLE_FIELD_NAME_FR, "adm3fr|admin3namefr|adm2fr|admin2namefr|adm1fr|admin1namefr|namefr|nomfr|adm0fr" },
  { SB_TABLE_FIELD_OTHER_NAMES, "alternatenames|othernames|autresnoms|aliases|altname|altnames" },
  { SB_TABLE_FIELD_PCODE, "adm3pcode|adm3pcod|admin3pcod|admin3pcode|adm2pcode|adm2pcod|admin2pcod|admin2pcode|adm1pcode|adm1pcod|admin1pcod|admin1pcode|pcode|adm0pcode|admin0pcod|codelieu" },
  { SB_TABLE_FIELD_LATITUDE, "latitude|lat|geometrylatitude|geometryy|centerlat|geolat|latdd|coordy|y" },
  { SB_TABLE_FIELD_LONGITUDE, "longitude|lon|geometrylongitude|geometryx|long|lng|centerlon|geolon|longdd|coordx|x" },
  { SB_TABLE_FIELD_POINT, "geomwkt|wkt|coordinates|coordonnees|gps|latlon|latlng|point|geom|thegeom|geometry|position" },
  { SB_TABLE_FIELD_COUNTRY, "country|pays|adm0name|adm0en|adm0fr|admin0name|countryname" },
  { SB_TABLE_FIELD_COUNTRY_CODE, "countrycode|iso3|iso2|iso|adm0pcode|admin0pcod|admin0pcode|codepays" },
  { SB_TABLE_FIELD_ADMIN1, "adm1en|adm1name|adm1fr|admin1name|admin1|adm1|region|province" },
  { SB_TABLE_FIELD_ADMIN2, "adm2en|adm2name|adm2fr|admin2name|admin2|adm2|cercle|departement|district" },
  { SB_TABLE_FIELD_KIND, "featurecode|kind|place|type|typedelieu|fclass|geometrytype" },
  { SB_TABLE_FIELD_POPULATION, "population|pop|habitants" },
  { SB_TABLE_FIELD_NOTES, "description|notes|note|desc|cmt|commentaire|remarques" },
};

/* HDX HAPI, whose names are fixed. */
static const Synonyms figure_names[] = {
  { SB_TABLE_FIELD_ID, "resourcehdxid" },
  { SB_TABLE_FIELD_COUNTRY, "locationname" },
  { SB_TABLE_FIELD_COUNTRY_CODE, "locationcode" },
  { SB_TABLE_FIELD_ADMIN1, "admin1name|provideradmin1name" },
  { SB_TABLE_FIELD_ADMIN2, "admin2name|provideradmin2name" },
  { SB_TABLE_FIELD_DATE, "referenceperiodstart" },
  { SB_TABLE_FIELD_DATE_END, "referenceperiodend" },
};

static const struct
{
  const Synonyms *synonyms;
  guint n_synonyms;
} subjects[SB_N_TABLE_SUBJECTS] = {
  [SB_TABLE_EVENTS] = { event_names, G_N_ELEMENTS (event_names) },
  [SB_TABLE_DOCUMENTS] = { document_names, G_N_ELEMENTS (document_names) },
  [SB_TABLE_PLACES] = { place_names, G_N_ELEMENTS (place_names) },
  [SB_TABLE_FIGURES] = { figure_names, G_N_ELEMENTS (figure_names) },
};

/* The tags of HXL that say as much. */
static const struct
{
  const char *tag;
  SbTableField field;
} tags[] = {
  { "#date+start", SB_TABLE_FIELD_DATE },
  { "#date+occurred", SB_TABLE_FIELD_DATE },
  { "#date", SB_TABLE_FIELD_DATE },
  { "#date+end", SB_TABLE_FIELD_DATE_END },
  { "#country+name", SB_TABLE_FIELD_COUNTRY },
  { "#country", SB_TABLE_FIELD_COUNTRY },
  { "#country+code", SB_TABLE_FIELD_COUNTRY_CODE },
  { "#adm1+name", SB_TABLE_FIELD_ADMIN1 },
  { "#adm1", SB_TABLE_FIELD_ADMIN1 },
  { "#adm2+name", SB_TABLE_FIELD_ADMIN2 },
  { "#adm2", SB_TABLE_FIELD_ADMIN2 },
  { "#adm3+name", SB_TABLE_FIELD_ADMIN3 },
  { "#loc+name", SB_TABLE_FIELD_LOCATION },
  { "#loc", SB_TABLE_FIELD_LOCATION },
  { "#geo+lat", SB_TABLE_FIELD_LATITUDE },
  { "#geo+lon", SB_TABLE_FIELD_LONGITUDE },
  { "#event+type", SB_TABLE_FIELD_TYPE },
  { "#event+code", SB_TABLE_FIELD_ID },
  { "#group+name+first", SB_TABLE_FIELD_ACTOR1 },
  { "#group+name+second", SB_TABLE_FIELD_ACTOR2 },
  { "#affected+killed", SB_TABLE_FIELD_FATALITIES },
  { "#description", SB_TABLE_FIELD_NOTES },
  { "#meta+source", SB_TABLE_FIELD_SOURCE },
};

const char *
sb_table_field_get_name (SbTableField field)
{
  g_return_val_if_fail ((guint) field < SB_N_TABLE_FIELDS, "");

  return field_names[field];
}

gboolean
sb_table_field_parse (const char *name,
                      SbTableField *field)
{
  g_return_val_if_fail (name != NULL && field != NULL, FALSE);

  for (guint i = 0; i < SB_N_TABLE_FIELDS; i++)
    if (g_str_equal (field_names[i], name))
      {
        *field = (SbTableField) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
sb_table_field_is_of (SbTableField field,
                      SbTableSubject subject)
{
  g_return_val_if_fail (subject < SB_N_TABLE_SUBJECTS, FALSE);

  for (guint i = 0; i < subjects[subject].n_synonyms; i++)
    if (subjects[subject].synonyms[i].field == field)
      return TRUE;

  return FALSE;
}

/* The name of a column as it is compared. What is around a record in JSON is no
 * part of its name. */
static char *
make_key (const char *name)
{
  static const char *const wrappers[] = { "fields.", "properties.", "attributes.", "_source." };
  g_autofree char *folded = NULL;
  char *to;

  for (guint i = 0; i < G_N_ELEMENTS (wrappers); i++)
    if (g_str_has_prefix (name, wrappers[i]))
      name += strlen (wrappers[i]);

  folded = sb_fold (name);
  to = folded;
  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ' && *p != '_')
      *to++ = *p;
  *to = '\0';
  return g_steal_pointer (&folded);
}

/* Where @key stands in @names; -1 when it does not. */
static int
find_name (const char *names,
           const char *key)
{
  gsize size = strlen (key);
  int rank = 0;

  if (size == 0)
    return -1;

  for (const char *p = names; p != NULL; rank++)
    {
      const char *end = strchrnul (p, '|');

      if ((gsize) (end - p) == size && strncmp (p, key, size) == 0)
        return rank;
      p = *end == '|' ? end + 1 : NULL;
    }

  return -1;
}

void
sb_field_map_init (SbFieldMap *self,
                   SbTableSubject subject)
{
  g_return_if_fail (self != NULL);

  *self = (SbFieldMap) { .subject = subject };
}

/* Keeps the columns of a field in the order of their ranks. */
static void
insert (SbFieldMap *self,
        SbTableField field,
        guint column,
        guint rank)
{
  guint at = self->n_found[field];

  while (at > 0 && self->columns[field][at - 1].rank > rank)
    at--;
  if (at >= SB_FIELD_MAP_MAX_COLUMNS)
    return;

  self->n_found[field] = MIN (self->n_found[field] + 1, SB_FIELD_MAP_MAX_COLUMNS);
  for (guint i = self->n_found[field] - 1; i > at; i--)
    self->columns[field][i] = self->columns[field][i - 1];
  self->columns[field][at].column = column;
  self->columns[field][at].rank = rank;
}

static void
add_tag (SbFieldMap *self,
         const char *tag,
         guint column)
{
  for (guint i = 0; tag != NULL && i < G_N_ELEMENTS (tags); i++)
    if (g_ascii_strcasecmp (tags[i].tag, tag) == 0)
      insert (self, tags[i].field, column, RANK_TAG + i);
}

void
sb_field_map_update (SbFieldMap *self,
                     SbTable *table)
{
  guint n_columns;
  const char *const *columns = sb_table_get_columns (table, &n_columns);

  g_return_if_fail (self != NULL);

  for (; self->n_columns < n_columns; self->n_columns++)
    {
      g_autofree char *key = NULL;

      if (self->is_exact)
        continue;

      key = make_key (columns[self->n_columns]);
      for (guint i = 0; i < subjects[self->subject].n_synonyms; i++)
        {
          const Synonyms *synonyms = &subjects[self->subject].synonyms[i];
          int rank = find_name (synonyms->names, key);

          if (rank >= 0 && (self->n_found[synonyms->field] == 0 || self->columns[synonyms->field][0].rank != RANK_SET))
            insert (self, synonyms->field, self->n_columns, (guint) rank + 1);
        }
      add_tag (self, sb_table_get_tag (table, self->n_columns), self->n_columns);
    }
}

void
sb_field_map_set (SbFieldMap *self,
                  SbTableField field,
                  guint column)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) field < SB_N_TABLE_FIELDS);

  self->n_found[field] = 0;
  insert (self, field, column, RANK_SET);
}

gboolean
sb_field_map_has (const SbFieldMap *self,
                  SbTableField field)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_found[field] > 0;
}

const char *
sb_field_map_get (const SbFieldMap *self,
                  const SbTableRow *row,
                  SbTableField field)
{
  /* Of a table the surest column alone tells it: an empty cell is an answer. What
   * JSON leaves out may stand under another name, and so may who says it. */
  gboolean has_others = self->subject == SB_TABLE_DOCUMENTS || field == SB_TABLE_FIELD_SOURCE || field == SB_TABLE_FIELD_NOTES;
  guint n_columns = has_others ? self->n_found[field] : MIN (self->n_found[field], 1);

  for (guint i = 0; i < n_columns; i++)
    {
      guint column = self->columns[field][i].column;
      const char *cell = column < row->n_cells ? row->cells[column] : NULL;

      if (cell == NULL)
        continue;
      while (g_ascii_isspace (*cell))
        cell++;
      if (*cell != '\0')
        return cell;
    }

  return NULL;
}

guint
sb_table_field_count_known (const char *const *cells,
                            guint n_cells,
                            SbTableSubject subject)
{
  gboolean is_known[SB_N_TABLE_FIELDS] = { 0 };
  guint n_known = 0;

  g_return_val_if_fail (subject < SB_N_TABLE_SUBJECTS, 0);

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *key = strlen (cells[i]) < 80 ? make_key (cells[i]) : g_strdup ("");

      for (guint k = 0; k < subjects[subject].n_synonyms; k++)
        if (find_name (subjects[subject].synonyms[k].names, key) >= 0)
          is_known[subjects[subject].synonyms[k].field] = TRUE;
    }

  for (guint i = 0; i < SB_N_TABLE_FIELDS; i++)
    n_known += is_known[i] ? 1 : 0;
  return n_known;
}
