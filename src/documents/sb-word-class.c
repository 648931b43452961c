/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-word-class.h"

static const struct
{
  SbWordClass class;
  const char *words;
} lists[] = {
  { SB_WORD_STOP,
    "a afin ah ailleurs ainsi alors apres as at au aucun aucune aujourd aussi aussitot autant autour autre autres aux "
    "avant avec beaucoup bien bref but by c ce ceci cela celle celles celui cependant ces cet cette ceux chacun chacune "
    "chaque ci combien comme comment contrairement contre d dans davantage de depuis derriere des deux deuxieme devant "
    "dix donc dont du durant d elle elles en encore enfin ensuite entre et etant etc ete eu eux face faute fin "
    "finalement grace he hier hors i if ii iii il ils in it its iv ix j jamais jusqu l la laisser le lequel les leur "
    "leurs loin lors lorsqu lorsque lui m ma mais malgre meme mes mon n ne neanmoins ni nombre nombreux non nos notre "
    "notamment nous nul o of oh on or ou our outre par parce parfois parmi partout pas pendant personne peu peut plus "
    "plusieurs pour pourquoi pourtant premier premiere pres presque puis puisqu puisque qu quand quant quatre que quel "
    "quelle quelles quelques quels qui quiconque quoi quoique rien s sa sans sauf se selon ses seul seule seules seuls "
    "si sinon sitot soit son sont sous souvent suite suivant sur t ta tandis tant tard te tel telle telles tels tout "
    "toute toutefois toutes tous trois troisieme trop tu un une v vers vi via vii viii voici voila votre vous x xi xii y "
    "about above according across actually add after again against all almost along already also although among an and "
    "another any anyone are around away back be because been before behind being below besides best between both can "
    "certain could despite did do does don down during each earlier either else even ever every everyone few first five "
    "following for former four from further get given had half has have he her here hers him his how however including "
    "indeed inside instead into is itself just last later less let like many may me meanwhile might more moreover most "
    "much must my near nearly never nevertheless new next no nor not nothing now off often once one only onto other "
    "others out over own part per perhaps rather re reports said same second see several shall she should similarly "
    "since six so some someone soon still such than that the their them then there therefore these they third this "
    "those though three through throughout thus till to today together too toward towards two under unless unlike until "
    "up upon us very was we well were what whatever when where whereas whether which while who whole whom whose why will "
    "with within without would yes yesterday yet you your est ont etait etaient sera seront avait avaient fait faire "
    "etre avoir il y agit certes or bon bonne grand grande petit petite nouveau nouvelle dernier derniere samedi dimanche "
    "lundi mardi mercredi jeudi vendredi monday tuesday wednesday thursday friday saturday sunday janvier fevrier mars "
    "avril mai juin juillet aout septembre octobre novembre decembre january february march april june july august "
    "september october november december sources source photo lire voir read more suivez partager share published publie "
    "par mis jour cinq paradoxalement par jusque quelque etaient dit n apres debut annee annees" },
  { SB_WORD_TITLE,
    "general generaux colonel colonels commandant commandants capitaine lieutenant adjudant sergent caporal amiral major "
    "president presidents presidente ministre ministres premier chef chefs directeur directrice gouverneur prefet maire "
    "depute deputes senateur ambassadeur ambassadrice porte-parole parole emir imam cheikh marabout cherif "
    "docteur dr pr prof professeur professeure maitre me mgr m mm mme mlle monsieur madame journaliste journalistes "
    "chercheur chercheuse chercheurs analyste politologue sociologue historien expert experte militant militante "
    "opposant opposante leader leaders avocat avocate secretaire representant representante envoye commissaire "
    "procureur juge roi emissaire coordinateur coordinatrice consultant specialiste ecrivain colonel-major gen col cdt "
    "capt lt cne adj mr mrs ms sir king prime minister ministers captain commander sheikh sheik sheik sultan emir "
    "governor senator ambassador secretary spokesman spokeswoman spokesperson analyst researcher director chairman "
    "chairwoman chairperson chief lawmaker mayor journalist reporter lawyer activist envoy commissioner prosecutor judge "
    "prince princess pope archbishop bishop pastor reverend professor doctor scholar expert strategist warlord founder "
    "brig jihadiste rebelle rebelles frere freres guide khalife mollah pere abbe eveque cardinal pape homologue homologues "
    "fellow adviser advisor conseiller conseillere gov maj sgt brig putschiste dirigeant dirigeants fondateur numero counterpart counterparts strongman ex-president ruler dissident" },
  { SB_WORD_DEMONYM,
    "malien malienne maliens maliennes malian malians nigerien nigerienne nigeriens nigeriennes nigeriens burkinabe "
    "burkinabes burkinabe senegalais senegalaise senegalaises senegalese mauritanien mauritanienne mauritaniens "
    "mauritaniennes mauritanian mauritanians guineen guineenne guineens guineennes guinean guineans ivoirien ivoirienne "
    "ivoiriens ivoiriennes ivorian ivorians ghaneen ghaneenne ghaneens ghanaian ghanaians togolais togolaise togolaises "
    "togolese beninois beninoise beninoises beninese nigerian nigerians nigeriane nigerianes nigerians tchadien "
    "tchadienne tchadiens tchadiennes chadian chadians algerien algerienne algeriens algeriennes algerian algerians "
    "marocain marocaine marocains marocaines moroccan moroccans tunisien tunisienne tunisiens tunisian tunisians libyen "
    "libyenne libyens libyan libyans egyptien egyptienne egyptiens egyptian egyptians camerounais camerounaise "
    "cameroonian cameroonians gabonais gabonaise gambien gambian soudanais soudanaise sudanese centrafricain "
    "centrafricaine centrafricains francais francaise francaises french frenchman russe russes russian russians "
    "americain americaine americains americaines american americans britannique britanniques british anglais anglaise "
    "english turc turcs turque turques turkish turks chinois chinoise chinoises chinese indien indienne indiens indian "
    "indians allemand allemande allemands german germans italien italienne italiens italian italians espagnol espagnole "
    "espagnols spanish portugais portuguese belge belges belgian danois danish suedois swedish neerlandais dutch "
    "europeen europeenne europeens europeennes european europeans africain africaine africains africaines african "
    "africans ouest-africain west sahelien sahelienne saheliens saheliennes sahelian occidental occidentaux occidentale "
    "western westerners westerner arabe arab arabic saoudien saoudienne saudi saudis emirati emiratis emirien qatari "
    "iranien iranienne iraniens iranian iranians israelien israelienne israeliens israeli israelis palestinien "
    "palestiniens palestinian palestinians syrien syriens syrian syrians irakien iraqi ukrainien ukrainienne ukrainiens "
    "ukrainian ukrainians polonais polish japonais japanese coreen korean canadien canadian canadians bresilien "
    "brazilian sud-africain islamist islamists islamiste islamistes jihadist jihadists jihadi jihadis djihadiste "
    "djihadistes salafiste salafist sunni sunnite chiite shia muslim muslims musulman musulmans christian christians "
    "chretien chretiens catholic catholique francophone francophones anglophone soviet sovietique ottoman "
    "maghrebin maghreban azawadien azawadiens azawadian bamakois ouagalais niameyen kidalois soudanaise somali somalian "
    "congolais congolese rwandais rwandan afghan afghans pakistanais pakistani liberien liberian nordistes sudistes" },
  { SB_WORD_BODY,
    "mouvement front groupe groupement alliance union conseil comite ministere institut universite association coalition "
    "armee forces force parti collectif observatoire agence banque societe fonds cour assemblee haut haute organisation "
    "commission coordination reseau katiba brigade bataillon garde gendarmerie police direction office fondation ligue "
    "rassemblement congres convention federation confederation syndicat ong autorite bureau mission operation plateforme "
    "cadre compagnie programme secretariat tribunal parquet etat-major chambre cellule centre ecole lycee regroupement "
    "movement group council committee ministry institute university coalition army party agency bank fund court assembly "
    "organization commission network battalion guard police directorate foundation league congress convention federation "
    "confederation syndicate authority office bureau platform company program programme tribunal center school service "
    "services department initiative project corps task" },
  { SB_WORD_BODY_TAIL,
    "institute institut university universite agency group council committee foundation bank post times tribune gazette "
    "herald radio tv television media news press fc army front party movement union alliance association organization "
    "organisation commission corporation company ltd inc plc sa sarl mining gold resources minerals transport logistics "
    "center centre initiative project network watch international airlines airways telecom energy oil petroleum cement "
    "police guard brigade brigades ministry court parliament senate assembly corps force forces magazine journal monitor "
    "hebdo quotidien matin soir mag actu infos info" },
  { SB_WORD_PLACE_NOUN,
    "ville villes village villages localite localites commune communes cercle cercles region regions province provinces "
    "departement departements prefecture sous-prefecture district districts quartier hameau campement camp camps base "
    "foret forets zone zones secteur aeroport port bourgade cite arrondissement site mine mines poste frontiere "
    "environs alentours periphery city cities town towns villages locality area areas county state states municipality "
    "forest airport mine barracks garrison outskirts hamlet neighborhood neighbourhood suburb oasis vallee valley "
    "montagne mont prison hopital mairie wilaya moughataa ile iles ilot island islands peninsula lagune plaine oued puits" },
  { SB_WORD_SPEECH,
    "said says say told tells added adds explained explains warned warns wrote writes argued argues noted notes believes "
    "believed claimed stated announced declared denied estime explique affirme assure souligne confie analyse deplore "
    "raconte indique juge declare ajoute previent rappelle observe soupire temoigne conclut regrette reconnait insiste "
    "resume avance precise repond lance martele poursuit selon" },
  { SB_WORD_COMMON,
    "etat etats state republique republic nation nations transition defense defence securite security jihad djihad islam "
    "coran quran charia sharia ramadan parlement parliament gouvernement government constitution senat senate administration "
    "justice paix peace guerre war resume introduction conclusion analyse situation risques recommandations chapitre "
    "annexe figure tableau carte map note page rapport report lettre appel charte accord accords loi resolution article "
    "articles telegram twitter facebook whatsapp tiktok internet youtube x covid dieu allah god bible noel tabaski "
    "aid eid etat-nation think tank haut-niveau haut niveau executif affaires affairs etrangeres foreign interieur "
    "interior finances economie economy developpement development democratie humanitaire histoire monde world africa-"
    "occident orient nord-sud sud-sud perspectives experts annees pays mines anciens combattants porte ministre "
    "publications partenaires recherche pres site web email mail tel fax bp cp cedex rue avenue boulevard boulevard cite "
    "est-ce islamique terre homme hommes femme femmes droits droit humains code civil penal journee jour jours semaine "
    "mois an ans temps fois cas point points question questions reponse partie section annexe cour nationale national "
    "nationaux international internationale internationaux general generale publique public route routes axe axes "
    "corridor staff pont ponts fleuve riviere lac mont place hotel palais maison grand grande saint sainte bulletin humanitarian cooperation" },
  { SB_WORD_NO_BODY,
    "pib eei ied ieds usd eur fcfa cfa xof tv tb2 pdf sms covid vih sida hiv aids gdp ong ongs ngo ngos idp idps pdi "
    "ddr bp cp id url html www http https ceo pdg rss vbied svbied gps hd sos vip adn dna fm am pm gmt utc tgv suv "
    "pme pmi tva bac usa uk us rdc rn rn1 rn6 akinci r n s n o e ii iii iv vi vii viii ix xi xii faq ceo cfo tnt "
    "drone uav uavs jihad mali niger une les des le la et de du au aux sur par pour dans maj ndlr nb ps rh tic it ai ia "
    "qg hq pc pk" },
  { SB_WORD_PLACE_TAIL,
    "park lake forest river mountain mountains hills valley desert island islands airport province state region district "
    "county city reserve basin dam plateau peninsula bridge" },
  { SB_WORD_BODY_NOUN,
    "societe compagnie entreprise groupe ong parti mouvement association media journal quotidien hebdomadaire site radio "
    "chaine agence cabinet institut plateforme syndicat collectif coalition organisation filiale fondation magazine "
    "milice katiba brigade company firm group militia newspaper network party agency daily weekly broadcaster movement "
    "organization faction outlet station website charity" },
  { SB_WORD_VESSEL, "bateau navire ferry pinasse paquebot boat ship vessel riverboat barque hotel stade avenue boulevard rue "
                    "operation" },
  { SB_WORD_PLACE_PREPOSITION, "a vers depuis in near at outside around from towards toward inside" },
  { SB_WORD_ARTICLE, "le la les l du des de d au aux the of un une ce cette leur notre a an" },
  { SB_WORD_PARTICLE, "ag ould ben bin ibn al el dit von van der di da abou abu el ould ag" },
  { SB_WORD_ROAD, "axe axes route routes corridor corridors troncon troncons road roads highway highways axis itineraire "
                  "itineraires liaison ligne trajet trajets nationale route" },
  { SB_WORD_DATE,
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april "
    "may june july august september october november december janv fevr fev avr juil sept oct nov dec jan feb mar apr "
    "jun jul aug sep lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday "
    "saturday sunday printemps ete automne hiver spring summer autumn fall winter jour jours day days semaine semaines "
    "week weeks mois month months an ans annee annees year years decennie semestre trimestre half quarter hier yesterday "
    "veille lendemain" },
  { SB_WORD_BEFORE_DATE,
    "debut fin mi milieu courant early late mid middle end beginning start du de entre from between nuit night premier "
    "second deuxieme troisieme quatrieme first third fourth last next past this ce cet cette il avant aujourd today "
    "following un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente one two three four "
    "five seven eight nine ten eleven twelve a dernier" },
  { SB_WORD_CUE,
    "entre between loi decret ordonnance resolution resolutions law decree act national lac fleuve riviere delta golfe "
    "parc bassin falaise pays adrar bande mer gulf lake river forest" },
  { SB_WORD_RIVERSIDE, "fleuve boucle rive rives bord bords berge berges vallee river bend eaux riviere traversee delta" },
};

static SbWordBits *
make_classes (void)
{
  SbWordBits *classes = _sb_word_bits_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) words = g_strsplit (lists[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (words[j][0] != '\0')
          _sb_word_bits_add (classes, words[j], lists[i].class);
    }

  return classes;
}

const SbWordBits *
_sb_word_get_classes (void)
{
  static SbWordBits *classes; /* (owned): for as long as the program runs */
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      classes = make_classes ();
      g_once_init_leave (&ready, 1);
    }

  return classes;
}
