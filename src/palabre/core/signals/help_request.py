"""A reader needs an answer: subscription, delivery, account."""

from palabre.core.signals.phrases import PhraseDetector


class HelpRequest(PhraseDetector):
    """A reader needs an answer: subscription, delivery, account."""

    name = "help_request"
    name_fr = "Demande d’aide"
    name_en = "Help request"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.85: (
            "mon abonnement", "mon abo", "résilier", "me désabonner", "pas reçu mon journal",
            "pas reçu le journal", "pas eu mon journal", "journal n'est pas arrivé", "jamais reçu",
            "toujours pas reçu", "mot de passe", "me connecter", "mon compte", "mon identifiant", "ma facture",
            "prélevé deux fois", "prélevée deux fois", "débité deux fois", "remboursement", "être remboursé",
            "être remboursée", "service client", "votre standard", "au standard", "personne ne répond",
            "sans réponse", "aucune réponse", "my subscription", "cancel my", "refund", "my account", "log in",
            "not received",
        ),
        0.6: (
            "comment faire pour", "qui contacter", "à qui s'adresser", "pouvez vous m'aider", "besoin d'aide",
            "aidez moi", "ça ne marche pas", "ne marche pas", "bug", "l'appli", "l'application", "page blanche",
            "can you help",
        ),
    }  # fmt: skip
