"""Signal `help_request`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Je n'ai toujours pas reçu mon journal ce matin", "toujours pas reçu mon journal"),
    ("pas eu le journal depuis 3 jours", "pas eu le journal"),
    ("Comment résilier mon abonnement ?", "résilier mon abonnement"),
    ("mot de passe oublié, je reçois rien", "mot de passe oublié"),
    ("J'ai été prélevée deux fois ce mois-ci", "prélevée deux fois"),
    ("Je demande le remboursement de mon abonnement", "demande le remboursement"),
    ("L'appli plante depuis la mise à jour", "depuis la mise à jour"),
    ("Personne ne répond à votre standard", "Personne ne répond à votre standard"),
    ("Je n'arrive pas à me connecter", "arrive pas à me connecter"),
    ("Pouvez-vous me rappeler svp", "Pouvez-vous me rappeler"),
    ("Le journal n'est pas arrivé samedi", "journal n'est pas arrivé"),
    ("Je souhaite suspendre la livraison en août", "suspendre la livraison"),
    ("I never received my newspaper", "never received my newspaper"),
    ("How do I cancel my subscription?", "cancel my subscription"),
    ("jarrive pas a me connecter", "jarrive pas a me connecter"),
    ("Le porteur s'est encore trompé de boîte", "porteur s'est encore trompé"),
    ("Je ne peux plus sortir faire mes courses depuis la chute", "peux plus sortir faire mes courses"),
    ("Qui peut récupérer un colis pour moi samedi ?", "Qui peut récupérer un colis pour moi"),
    ("On risque quelque chose si on en a bu ?", "On risque quelque chose"),
    ("Qui sait si c'est dangereux pour les petits", "sait si c'est dangereux"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Le journal local a cent ans.",
    "J'ai reçu le journal à l'heure, merci au porteur.",
    "L'abonnement au bus augmente en janvier.",
    "La facture d'eau va doubler selon la mairie.",
    "Personne ne répond à cette question au conseil municipal, dommage.",
    "Le compte est bon.",
    "Un mot de passe se choisit long.",
    "J'ai lu l'article jusqu'au bout.",
    "La commune demande de l'aide à l'État.",
    "Le site archéologique ouvre samedi.",
    "Le prêt est remboursé sur vingt ans.",
    "On a reçu beaucoup de pluie.",
    "The paper has covered this story for years.",
    "Je ne peux pas sortir ce soir, j'ai du travail.",
    "Qui peut le plus peut le moins.",
    "Il ne risque rien, ce vieux pont.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("help_request", text) >= FOUND
    assert words in shown("help_request", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("help_request", text) < FOUND, shown("help_request", text)
