"""Signal `scam`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    (
        "J'ai gagné 5 000 euros en une semaine grâce à Madame Rose, contactez-la sur WhatsApp",
        "grâce à Madame Rose, contactez-la sur WhatsApp",
    ),
    (
        "Prêt entre particuliers sans justificatif, écrivez-moi au +33 6 44 55 66 77",
        "Prêt entre particuliers sans justificatif",
    ),
    ("Investissez en bitcoin et doublez votre argent en 7 jours", "Investissez en bitcoin"),
    ("Grand marabout retour de l'être aimé résultat garanti", "retour de l'être aimé"),
    (
        "Félicitations vous avez été tiré au sort, envoyez une photo de votre carte",
        "Félicitations vous avez été tiré au sort",
    ),
    (
        "Mon compte a été piraté, cet expert m'a aidé à récupérer mes fonds, contactez-le sur Telegram",
        "récupérer mes fonds",
    ),
    (
        "Monsieur Paul m'a accordé un prêt de 20 000 euros en 48h, joignez-le par mail : pret.paul@gmail.com",
        "Monsieur Paul m'a accordé un prêt",
    ),
    ("Earn 500 dollars per day from home, message me on WhatsApp", "Earn 500 dollars per day"),
    ("Votre compte est suspendu, confirmez vos coordonnées bancaires ici", "Votre compte est suspendu, confirmez"),
    (
        "Merci au coach Kevin, j'investis et je retire chaque semaine, son WhatsApp 07 55 44 33 22",
        "Merci au coach Kevin, j'investis",
    ),
    (
        "Vous avez gagné un iPhone, réglez les frais de livraison pour recevoir votre cadeau",
        "frais de livraison pour recevoir",
    ),
    ("crypto trading expert, guaranteed profit, text me", "crypto trading expert, guaranteed profit"),
    (
        "Gagnez 300 € par jour depuis chez vous, contactez moi sur whatsapp",
        "Gagnez 300 € par jour depuis chez vous",
    ),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "On a un groupe WhatsApp pour le covoiturage.",
    "Le bitcoin a perdu 4 % ce matin.",
    "Ma banque m'a refusé un prêt pour la ferme.",
    "Attention à l'arnaque « gagnez 500 euros par jour », ne cliquez pas.",
    "Bravo, vous avez gagné le match !",
    "Le marché de Noël rapporte 20 000 euros à la commune.",
    "L'appli de la mairie marche aussi par Messenger.",
    "Le loto du club : un jambon à gagner.",
    "Contactez-moi en privé pour le covoiturage.",
    "La caisse de crédit ferme son agence.",
    "Mon père a investi dans une chaudière neuve.",
    "Le voyant de la chaudière est rouge.",
    "WhatsApp is down this morning.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("scam", text) >= FOUND
    assert words in shown("scam", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("scam", text) < FOUND, shown("scam", text)
