"""Brandwatch: its operators as its analysts write them, what they find, and what has no equivalent."""

import pytest

from palabre.core.query.dialects import read, translate
from palabre.core.query.facts import Facts
from palabre.core.query.tree import And

from .meaning import answers, codes, reading

READINGS = {
    "tram": "tram",
    "Métro": "=métro",
    '"Grand Tram"': '"grand tram"',
    "tram AND panne": "(tram & panne)",
    "tram panne": "(tram & panne)",
    "tram OR bus OR métro": "(tram | bus | =métro)",
    "(tram OR bus) AND panne": "((tram | bus) & panne)",
    "(tram OR bus) NOT panne": "((tram | bus) & !panne)",
    "tram OR bus NOT panne": "((tram | bus) & !panne)",
    "tram AND bus NOT (a OR b)": "(tram & bus & !(a | b))",
    "tram AND NOT panne": "(tram & !panne)",
    "tram NOT NOT panne": "(tram & panne)",
    "(tram OR bus) NEAR/4 (panne OR retard)": "<(tram | bus) (panne | retard)>4",
    "tram NEAR/4f panne": "<tram panne>4f",
    "tram NEAR/0f panne": '"tram panne"',
    "tram NEAR/0f pann*": '"tram pann*"',
    "(tram NEAR/3 panne) AND bus": "(<tram panne>3 & bus)",
    "tram NEAR/3 panne NEAR/5 bus": "<<tram panne>3 bus>5",
    '"tram panne"~5': "<tram panne>5",
    "(tram AND panne)~5": "<tram panne>5",
    "(tram OR bus)~5 AND panne": "((tram | bus) & panne)",
    "tram NEAR/5 (panne AND retard)": "(<tram panne>5 & <tram retard>5)",
    "tram NEAR/5 (panne NOT bus)": "(<tram panne>5 & !<tram bus>5)",
    "{RATP}": "{RATP}",
    "{Air France}": '"{Air} {France}"',
    "vaccin*": "vaccin*",
    '"pass vaccin*"': '"pass vaccin"',
    "#tram OR @zoe OR 😡": "(#tram | @zoe | 😡)",
    "hashtags:tram AND at_mentions:zoe": "(#tram & @zoe)",
    "raw:C++": r"/\bC\+\+/",
    "tram <<< pas de (parenthèse ici >>> AND bus": "(tram & bus)",
    "<<< tout >>> tram": "tram",
    "title:tram": "title:tram",
    'title:"en panne"': 'title:"en panne"',
    "title:(tram OR bus) AND panne": "(title:(tram | bus) & panne)",
    "title:(tram AND bus) NEAR/2 panne": "(<title:tram panne>2 & <title:bus panne>2)",
    "title:(tram NEAR/2 panne)": "title:<tram panne>2",
    "site:exemple.fr": "site:exemple.fr",
    "site:https://www.exemple.fr/pages": "(site:exemple.fr & url:exemple.fr/pages)",
    "site:(a.fr OR b.fr)": "(site:a.fr | site:b.fr)",
    "topLevelDomain:fr": "site:fr",
    "url:exemple.fr/a* AND links:b.fr": "(url:exemple.fr/a & link:b.fr)",
    'author:"Zoé Martin"': "author:zoe martin",
    "author:zoe*": "author:zoe*",
    "authorFollowers:[100 TO 2000]": "followers:100..2000",
    "authorFollowers:[100 TO 999999999]": "followers:100..",
    "language:fr AND country:FR": "(lang:fr & country:fr)",
    "minuteOfDay:[480 TO 1079]": "hour:8..17",
    "engagementType:REPLY OR engagementType:COMMENT": "(is:reply | kind:comment)",
    "« Grand Tram » OR “petit tram”": '("grand tram" | "petit tram")',
    "tram AND continent:europe": "tram",
    "tram NOT imageType:logo": "tram",
    "tram AND fooBar:baz": "tram",
    "Re:Zero OR 12:30": '("re zero" | "12 30")',
    "https://exemple.fr/a": "//exemple.fr/a",
    # What Brandwatch refuses, or nobody can read.
    "tram AND bus OR métro": "foreign_mixing",
    "tram OR bus métro": "foreign_mixing",
    "tram NOT a OR b": "foreign_mixing",
    "NOT tram": "pure_negative",
    "tram AND": "lone_operator",
    "(tram": "unclosed_group",
    "tram)": "unopened_group",
    '"tram': "unclosed_phrase",
    "tram <<< jamais fermé": "foreign_comment",
    "tram NEAR/3 site:exemple.fr": "foreign_near",
    "continent:europe": "foreign_nothing",
    "site: tram": "foreign_lone_filter",
    "": "empty",
}


@pytest.mark.parametrize("query", READINGS)
def test_reading(query: str) -> None:
    assert reading(query, "brandwatch") == READINGS[query]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("tram AND continent:europe", ["foreign_filter"]),
        ("tram AND authorFollowers:beaucoup", ["foreign_value"]),
        ("tram AND *phone", ["foreign_value"]),
        ('"pass vaccin*"', ["foreign_reading"]),
        ("tram AND minuteOfDay:[485 TO 1079]", ["foreign_reading"]),
        ("tram AND signal:insult", ["foreign_refused"]),
        ("tram and panne", ["lower_case_operator"]),
        ("tram near/5 panne", ["lower_case_operator"]),
        ("tram et panne", []),
    ],
)
def test_what_is_told(query: str, told: list[str]) -> None:
    assert codes(query, "brandwatch") == told


@pytest.mark.parametrize(
    ("query", "effect"),
    [
        ("tram AND continent:europe", "more"),
        ("tram OR continent:europe", "fewer"),
        ("tram NOT continent:europe", "more"),
        ("tram NOT (bus OR continent:europe)", "more"),
        ("tram NOT (bus AND continent:europe)", "fewer"),
    ],
)
def test_what_leaving_a_filter_out_does_is_told(query: str, effect: str) -> None:
    (told,) = read(query, "brandwatch").diagnostics
    assert query[slice(*told.span)] == "continent:europe"
    assert f"will find {effect} messages" in told.en
    assert {"more": "plus de messages", "fewer": "moins de messages"}[effect] in told.fr


#: An invented watch of a transport company, as they grow over the years.
LONG = """
<<< Réseau Ondéa : veille générale, v14. Revoir la liste des noms chaque trimestre (voir Lucie) >>>
(
  (
    {ONDEA} OR "Réseau Ondéa" OR Ondéa OR Ondea OR "Ondea Mobilités" OR #ondea OR #OndeaMobilites OR #MonOndea
    OR @ondea OR @ondea_info OR @OndeaTram OR "Tram d'Ondéa" OR "ondea.example" OR "carte Ondéa" OR "carte Oura"
    OR ((tram OR tramway OR tramways OR métrocâble OR metrocable OR téléphérique OR bus OR navette* OR noct?bus)
        NEAR/6 (Valbrune OR "Saint-Aubin-les-Forges" OR "Val de Brune" OR "pont des Tisserands" OR Brunois*))
    OR (ligne* NEAR/2f (A OR B OR C OR 14 OR 27) NEAR/8 (Valbrune OR Ondéa))
    OR raw:Ondéa+ OR hashtags:lignebvalbrune OR at_mentions:ondea_sos
  )
  AND
  (
    panne* OR retard* OR "en retard" OR interrompu* OR interruption* OR supprimé* OR supprime* OR annul* OR grève*
    OR greve* OR "mouvement social" OR bondé* OR "serrés comme des sardines" OR sardine* OR "toujours en retard"
    OR incident* OR accident* OR déraill* OR deraill* OR collision* OR fumée OR incendie OR évacu* OR evacu*
    OR agress* OR harcel* OR harcèl* OR insult* OR insécurité OR "pas en sécurité" OR vol OR pickpocket*
    OR amende* OR PV OR contrôleur* OR controleur* OR "contrôle abusif" OR verbalis* OR fraud*
    OR tarif* OR prix OR "hausse des prix" OR abonnement* OR remboursement* OR rembourser OR dédommage*
    OR (trop NEAR/3f (cher OR chère OR chers)) OR (appli NEAR/4 (plante OR bug* OR beug* OR marche OR nulle))
    OR ascenseur* OR escalator* OR "fauteuil roulant" OR poussette* OR PMR OR accessib* OR malvoyant*
    OR propreté OR sale* OR puant* OR odeur* OR chaleur OR clim OR climatisation OR froid
    OR correspondance* OR "loupé ma correspondance" OR "raté mon train" OR "bus fantôme" OR "jamais à l'heure"
    OR (attend* NEAR/5 (minutes OR min OR quai OR froid)) OR annonce* OR "aucune info" OR "pas d'info"
    OR "zéro communication" OR (info NEAR/3 (trafic OR voyageur OR voyageurs)) OR application OR "l'appli"
    OR billet* OR ticket* OR valideur* OR "QR code" OR "carte refusée" OR "titre de transport"
    OR travaux OR déviation* OR deviation* OR "arrêt non desservi" OR "arrêt reporté"
    OR (bus NEAR/3 (relais OR substitution)) OR chauffeur* OR conducteur* OR conductrice*
    OR (conduit NEAR/3 ("comme un fou" OR mal OR vite)) OR klaxon* OR "freinage brutal" OR "coup de frein"
    OR vélo* OR trottinette* OR "parc relais" OR parking* OR "garage à vélos" OR (vélo NEAR/4 interdit*)
    OR "dernier tram" OR "premier tram" OR horaire* OR fréquence* OR "toutes les dix minutes" OR cadence*
    OR "vivement le tram" OR "prolongement de la ligne" OR (projet NEAR/6 (tram OR métrocâble OR rocade))
    OR silencieux OR bruit* OR vibration* OR "nuit blanche" OR "sous mes fenêtres"
    OR honte OR honteux OR scandal* OR "ras le bol" OR "ras-le-bol" OR "y en a marre" OR inadmissible*
    OR merci OR bravo OR sympa* OR "au top" OR "super conducteur" OR félicit* OR felicit* OR 😡 OR 🤬 OR 👏
  )
)
NOT
(
  "offre d'emploi" OR recrut* OR "CDI à pourvoir" OR #emploi OR #job OR stage* OR alternance
  OR "Ondéa spa" OR "thalasso Ondéa" OR (Ondéa NEAR/4 (massage* OR hammam OR piscine*)) OR "résidence Ondéa"
  OR (bus NEAR/3 (USB OR mémoire OR adressage)) OR "bus magique" OR "Tramway nommé Désir" OR "tramway named desire"
  OR site:annonces.example OR site:jeux-de-trains.example OR site:(maquettes.example OR vapeur.example)
  OR url:"/petites-annonces/" OR links:boutique.example OR author:"Robot Trafic" OR author:ondea_bot
  OR title:("résultats du loto" OR horoscope* OR "programme télé")
  OR engagementType:RETWEET OR imageType:logo OR sensitiveContent:true
)
AND (language:fr OR language:en) AND (country:FR OR country:BE OR country:CH OR continent:europe)
AND authorFollowers:[5 TO 999999999] AND minuteOfDay:[300 TO 1439]
<<< Ne pas oublier : la ligne 27 (ex 12) ; {ONDEA} est le sigle, "ondea" tout seul ramène la thalasso >>>
"""
FOUND = [
    "Encore une panne sur le tramway à Valbrune ce matin",
    "#MonOndea toujours en retard 😡",
    "Merci au super conducteur du bus, pont des Tisserands !",
    "Ondéa : c'est trop vraiment cher",
    "La ligne B, direction Valbrune : déraillement évité",
    "ONDEA c'est la honte",
    "Métrocâble de Saint-Aubin-les-Forges interrompu",
]
LEFT = [
    "Encore une panne sur le tramway à Lyon ce matin",
    "Stage chez #MonOndea, retard accepté",
    "Massage chez Ondéa : quelle chaleur",
    "Le bus USB de Valbrune : panne",
    "Tramway nommé Désir à Valbrune : quel retard",
    "La ligne B est en panne",
    "Réseau Ondéa : nouveau site",
]


def test_a_long_query_of_an_analyst_is_read_whole() -> None:
    assert 3_900 <= len(LONG) <= 4_600
    parsed = read(LONG, "brandwatch")
    assert parsed.tree is not None, parsed.diagnostics
    told = {LONG[slice(*found.span)] for found in parsed.diagnostics if found.code == "foreign_filter"}
    assert told == {"engagementType:RETWEET", "imageType:logo", "sensitiveContent:true", "continent:europe"}


def facts(**values: object) -> Facts:
    given = {"lang": ("fr",), "country": ("fr",), "followers": (50,), "hour": (9.0,), **values}
    return Facts(given)


@pytest.mark.parametrize("text", FOUND)
def test_the_long_query_finds(text: str) -> None:
    tree = read(LONG, "brandwatch").tree
    assert tree is not None and answers(tree, text, facts=facts())


@pytest.mark.parametrize("text", LEFT)
def test_the_long_query_leaves(text: str) -> None:
    tree = read(LONG, "brandwatch").tree
    assert tree is not None and not answers(tree, text, facts=facts())


@pytest.mark.parametrize(
    "values",
    [
        {"lang": ("es",)},
        {"country": ("us",)},
        {"followers": (2,)},
        {"hour": (3.0,)},
        {"site": ("vapeur.example", "example")},
        {"author": ("robot trafic",)},
        {"url": ("https://x.example/petites-annonces/3",)},
    ],
)
def test_the_filters_of_the_long_query_count(values: dict[str, object]) -> None:
    tree = read(LONG, "brandwatch").tree
    assert tree is not None and not answers(tree, FOUND[0], facts=facts(**values))


def test_the_long_query_written_again_is_the_same() -> None:
    tree = read(LONG, "brandwatch").tree
    assert tree is not None
    written = translate(tree, "brandwatch", LONG)
    assert written.losses == ()
    again = read(written.text, "brandwatch").tree
    assert isinstance(tree, And) and isinstance(again, And) and set(again.children) == set(tree.children)
    assert translate(again, "brandwatch").text == written.text


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("tram OR (bus NOT panne)", "tram OR (bus NOT panne)"),
        ("(tram OR bus) panne -x", "(tram OR bus) AND panne NOT x"),
        ('"a b"~3', "(a NEAR/3 b)"),
        ("(a AND b AND (c OR d))~3", "(a AND b AND (c OR d))~3"),
        ('("pass vaccin" NEAR/0f xyz*)', "((pass NEAR/0f vaccin) NEAR/0f xyz*)"),
        ("{Air France}", "{Air France}"),
        ("authorFollowers:[10 TO 20]", "authorFollowers:[10 TO 20]"),
        ('title:("a b" OR c)', 'title:("a b" OR c)'),
        ('author:"Zoé Martin"', 'author:"zoe martin"'),
    ],
)
def test_writing(query: str, written: str) -> None:
    tree = read(query, "brandwatch").tree
    assert tree is not None
    assert translate(tree, "brandwatch", query) == (written, ())
