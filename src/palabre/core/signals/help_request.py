"""A reader needs an answer: subscription, delivery, account."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class HelpRequest(PhraseDetector):
    """A reader needs an answer: subscription, delivery, account."""

    name = "help_request"
    name_fr = "Demande d’aide"
    name_en = "Help request"
    reasons: ClassVar[Reasons] = {
        "not_received": ("quelque chose n’est pas arrivé", "something did not arrive"),
        "subscription": ("l’abonnement", "the subscription"),
        "account": ("le compte, le mot de passe, l’accès", "the account, the password, the access"),
        "payment": ("un prélèvement, un remboursement", "a payment, a refund"),
        "no_answer": ("personne ne répond", "nobody answers"),
        "does_not_work": ("quelque chose ne marche pas", "something does not work"),
        "asks_for_help": ("de l’aide est demandée", "help is asked for"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted"])
    rules: ClassVar[Rules] = {
        ("payment", 0.8): (
            "(charged|billed) ~3 (card|account|me) ~8 (cancelled|canceled|never|twice|subscription)",
        ),
        ("account", 0.74): (
            "(coordonnées bancaires|mes coordonnées|mon adresse de livraison|carte bancaire|mon dossier|mes "
            "commentaires|mon commentaire|mon profil|mon pseudo) ~6 (modifier|changer|mettre à jour|récupérer|"
            "supprimer|effacé(s)|comment|où)",
            "(modifier|changer|mettre à jour|récupérer|supprimer|effacer|retrouver) ~2 (mes coordonnées|"
            "coordonnées bancaires|mon adresse|mon iban|mes commentaires|mon commentaire|mon profil|mon pseudo|"
            "mon compte|mes articles)",
            "(lien|mail|code|message) ~2 (de confirmation|d activation|de connexion) ~5 (jamais|pas|expiré|n "
            "arrive|où)",
            "(on me demande|vous me demandez|me demande) ~2 (m abonner|payer|me connecter|mon mot de passe) ~6 "
            "(déjà|alors que|à chaque|encore)",
        ),
        ("not_received", 0.85): (
            "(j attends|nous attendons|on attend|toujours en attente) ~2 (ma|mon|mes|notre|la|le|un|une|de) ~1 "
            "(commande|colis|cadeau|facture|livre|journal|numéro|magazine|carte|confirmation|réponse|"
            "remboursement|exemplaire|code)",
            "(toujours|encore) (rien|pas) ~1 (reçu|eu|arrivé|livré)",
            "(livreur|porteur|facteur|distributeur) ~2 (jette|laisse|dépose|oublie|ne passe|vient pas|vient plus|"
            "passe plus|passe pas|a oublié|s est trompé)",
            "(journal|magazine|supplément|exemplaire) ~3 (trempé|mouillé|déchiré|volé|dans la haie|chez le voisin|"
            "pas là|manquant|incomplet)",
            "my (paper|magazine|order|parcel|issue) ~2 (did not|didn t|hasn t|has been|never|is) ~2 (come|"
            "arrive(d)|wet|late|missing|stolen)",
            "(pas|jamais|plus|toujours pas|rien) ~1 (reçu|eu|recu|trouvé|livré|reçois|distribué) ~4 <paid>",
            "(pas|jamais|toujours pas|plus) ~1 (reçu|recu) ~3 (code|mail de confirmation|confirmation|lien|"
            "cadeau|lot|abonnement|numéro)",
            "<paid> ~3 (pas|jamais|plus) ~2 (arrivé(e)|reçu|livré(e)(s)|distribué(e)|dans la boîte)",
            "(pas de|plus de|toujours pas de|aucun|sans) (journal|journaux|supplément|magazine|livraison) ~4 "
            "(matin|samedi|aujourd hui|semaine|jours|boîte|depuis|hier|lundi|mardi|mercredi|jeudi|vendredi|"
            "dimanche)",
            "(porteur|livreur|facteur) ~6 (passé|passe|livre|trompe|oublie|oublié|voisin|boîte)",
            "(not|never|still not|haven t|didn t) ~2 (received|receive|got|get|arrived|delivered) ~4 <paid>",
            "<paid> ~3 (not|never|hasn t|didn t) ~1 (arrive(d)|come|delivered|received)",
        ),
        ("subscription", 0.85): (
            "(mon|ma|notre) (abonnement|formule|offre|contrat) ~3 (bloqué(e)|coupé(e)|suspendu(e)|résilié(e)|"
            "expiré(e)|disparu|n apparaît|introuvable|activé(e)|reconnu(e)|a été|marche|fonctionne|est toujours|"
            "prélevé|s est arrêté|pris en compte)",
            "(résilier|désabonner|désinscrire|suspendre|interrompre|stopper|arrêter) ~4 (formulaire|lien|erreur|"
            "bouton|mails|newsletter|notifications|publicités|livraison|abonnement|comment|impossible|vacances)",
            "(numéro d abonné|numéro client|espace client|espace abonné|code d abonné|référence client)",
            "(résili(er|é|ée|ation|e)|désabonn(er|é|ée|ement)|suspend(re|u)|renouvel(er|é|ée)|arrêter|"
            "annul(er|é|ée)|transférer|prolonger|modifier) ~3 (abonnement|journal|formule|livraison|contrat)",
            "(abonnement) ~6 (résili*|pas pris en compte|expiré|suspendu|à son nom|prélev*|pas actif|"
            "toujours actif|bloqué|en double|problème|papier)",
            "(je|nous) ~2 (veux|voudrais|souhaite|souhaitons|aimerais|voulons|demande à|cherche à|essaye de|"
            "essaie de|arrive pas à) ~1 (résilier|me désabonner|suspendre|annuler|me désinscrire|changer d "
            "adresse)",
            "(me désabonner|nous désabonner|je résilie|se désabonner)",
            "(change(r)|changement) ~1 (d adresse|d adresse de livraison|de formule|d iban|de coordonnées)",
            "(cancel|renew|pause|suspend|change|stop) ~1 (my|our) (subscription|delivery|account|membership)",
            "(my|our) subscription ~6 (expired|not|cancel*|problem|renew*|still)",
        ),
        ("account", 0.82): (
            "(arrive pas|arrive plus|arrivons pas|parviens pas|parviens plus|impossible|pas moyen|peux pas|peux "
            "plus|réussis pas|plus moyen) ~3 (ouvrir|lire|accéder|télécharger|connecter|charger|voir|retrouver|"
            "afficher|commenter|payer|valider|imprimer|m inscrire|récupérer)",
            "(plus accès|pas accès|accès refusé|plus d accès|accès bloqué) ~2 (à|au|mon|ma|l|compte|site)?",
            "(code|lien|mail|sms) ~5 (marche pas|fonctionne pas|expiré|périmé|invalide|n arrive pas|jamais arrivé|"
            "jamais reçu)",
            "(me|nous) (déconnecte|redemande|bloque|renvoie) ~4 (chaque|sans cesse|toujours|page|mot de passe|"
            "tout le temps|à)",
            "(compte|profil) ~3 (supprimé|bloqué|piraté|désactivé|fermé|suspendu) ~3 (sans|depuis|je|pourquoi|"
            "comment|besoin)?",
            "(my|our) (account|app|login|password) ~3 (locked|blocked|hacked|logs me out|not working|doesn t work|"
            "expired|gone)",
            "(logs|logging|kicks) me out",
            "(mot de passe|identifiant(s)|code d accès|mdp) ~5 (oublié|perdu|marche pas|fonctionne pas|"
            "redemande|incorrect|refusé|refuse|erroné|invalide|réinitialis*|changer|reçois|bon)",
            "(oublié|perdu|redemande|réinitialiser|changer|retrouver) ~3 (mot de passe|identifiant(s)|mdp|"
            "code d accès)",
            "(arrive|arrivons|parviens|peux|réussis|impossible|moyen) ~3 (me connecter|nous connecter|de me "
            "connecter|à me connecter|accéder|d accéder|lire l article|lire le journal|ouvrir|télécharger|"
            "commenter|m identifier)",
            "(mon compte|notre compte) ~4 (bloqué|supprimé|suspendu|désactivé|piraté|marche|fonctionne|"
            "reconnu|plus|accès|supprimer|problème)",
            "(supprimer|fermer|débloquer|récupérer) (mon|notre) compte",
            "(can t|cannot|can not|unable to|couldn t) ~2 (log in|login|sign in|access|open|read|download)",
            "(forgot|lost|reset) ~1 (my|the)? password",
        ),
        ("payment", 0.85): (
            "(débité(e)(s)|prélevé(e)(s)|facturé(e)(s)|payé|réglé) ~5 (sans mon accord|sans prévenir|par erreur|"
            "alors que|deux fois|trop|en trop|encore|toujours|pour rien)",
            "(régler ça|régler ce problème|geste commercial|mon remboursement|être remboursé(e)|me rembourser|"
            "trop perçu)",
            "(i|we) (paid|was charged|were charged|got charged) ~4 (twice|but|and nobody|again|extra|wrong)",
            "(my|our) money back",
            "(prélev(é|ée|ez|ée|és|ement)|débit(é|ée|ez)|factur(é|ée)|payé) ~4 (deux fois|trois fois|2 fois|"
            "3 fois|quatre fois|en double|à tort|par erreur|encore|alors que|toujours)",
            "(deux|trois|2|3|double) (prélèvements|prélèvement|débits|factures)",
            "(rembours(é|ée|és|ement|er|ez)) ~4 (demande|veux|voudrais|exige|attends|quand|toujours|svp|moi|"
            "être|comment|pouvoir|obtenir)",
            "(demande|veux|voudrais|exige|attends|attendre|toujours pas|comment|quand) ~3 (remboursement|"
            "remboursé(e)|me faire rembourser|être remboursé(e)|rembourser|rembourse)",
            "(ma facture|votre facture|une facture) ~6 (erreur|fausse|double|pas|jamais|reçu|montant)",
            "(charged|billed|debited) ~3 (twice|two times|three times|again|double)",
            "(want|need|get|demand|would like) ~2 refund",
        ),
        ("no_answer", 0.75): (
            "(déjà|j ai) ~1 (appelé|écrit|signalé|relancé|envoyé) ~2 (deux|trois|quatre|cinq|plusieurs|dix|un "
            "mail|des mails) ~1 (fois|mails|messages|courriers)?",
            "(aucune nouvelle|aucune réponse|sans réponse|sans nouvelles|pas de réponse|personne ne me répond|"
            "toujours pas de réponse)",
            "(standard|hotline|service client(s)) ~3 (raccroche|sature|saturé|injoignable|muet|renvoie|coupe)",
            "(personne|nul) ~2 (répond|rappelle|décroche|répondu|rappelé) ~6 (standard|téléphone|mail(s)|"
            "service|numéro|messages|appelle|journal|depuis|client(s)|abonnés)",
            "(standard|service client|service clients|service abonnements|service abonnés|votre numéro|votre "
            "service) ~6 (répond|sonne|décroche|injoignable|occupé|raccroche|musique|personne|rappelle)",
            "(deuxième|troisième|quatrième|2e|3e|4e|énième) ~1 (mail|message|courrier|relance|appel|fois que "
            "j écris|fois que je vous|demande)",
            "(toujours|reste|restée|resté|restés) ~2 (sans réponse|pas de réponse|aucune réponse)",
            "(j ai|je vous ai|nous avons|on a) ~4 (appelé|écrit|relancé|téléphoné|contacté) ~8 (fois|réponse|"
            "répond|rappelé|en vain|sans)",
            "(nobody|no one) ~1 (answers|answered|replies|replied|responds|picks)",
            "(no reply|no answer|no response|still waiting for) ~4 (email(s)|service|you|support|team)?",
        ),
        ("does_not_work", 0.68): (
            "(appli|application|site|page|lien|vidéo|direct|formulaire|bouton|newsletter|lecteur|mots "
            "croisés|liseuse) ~5 (marche pas|marche plus|fonctionne pas|fonctionne plus|plante|bugue|bug|"
            "bugge|bloque|bloqué(e)|ouvre pas|ouvre plus|charge pas|disparu|affiche pas|page blanche|rame|"
            "introuvable|mort|se ferme)",
            "(bug|plantage|page blanche|message d erreur|erreur 404|erreur 500) ~6 (appli|application|site|"
            "page|depuis|mise à jour)",
            "(depuis la|depuis votre|dernière) mise à jour",
            "(app|site|website|page|link|video|stream) ~3 (not working|doesn t work|broken|crash(es)|won t "
            "load|doesn t load|keeps crashing|is down)",
        ),
        ("asks_for_help", 0.68): (
            "(peux|peut|pouvons) (pas|plus) ~2 (descendre|sortir|me déplacer|nous déplacer|porter|monter) "
            "~6 (acheter|"
            "chercher|courses|eau|pain|médicaments|ascenseur|escaliers)",
            "(on|je|nous|il|elle) ~1 (risque|risquons) ~1 quelque chose",
            "(sait|dire|savoir) si c est ~1 (grave|dangereux)",
            "qui (peut|pourrait) ~6 (pour moi|pour nous|m aider|nous aider|me dépanner|m apporter|me ramener)",
            "si (quelqu un|un jeune|un voisin|une bonne âme) ~1 (passe|passait|peut|pouvait|pourrait) ~3 (par|"
            "chez|m|"
            "me|nous|apporter|aider|merci)",
            "(que dois je faire|que faire|qui prévenir|qui contacter|qui appeler|à qui dois je|comment faire) ~3 "
            "(pour|si|abonnement|compte|journal)?",
            "(pouvez vous|pourriez vous|merci de|svp|s il vous plaît|veuillez) ~1 (vérifier|régler|me rappeler|"
            "rétablir|débloquer|réactiver|supprimer|renvoyer|me renvoyer|annuler|mettre à jour|résoudre|arranger|"
            "intervenir)",
            "(help svp|besoin d un coup de main|un coup de main|à l aide svp|aidez moi à|m aider à)",
            "(please|can you|could you) ~1 (help|fix it|fix|check|unlock|resend|cancel|sort)",
            "(pouvez|pourriez|peux|pourrais|peut|pourrait|saurait|quelqu un) ~2 (m aider|nous aider|me dire|"
            "m indiquer|m expliquer|me renseigner|me rappeler|me renvoyer|prendre contact|me contacter|m "
            "envoyer)",
            "(besoin d aide|besoin de votre aide|aidez moi|aidez nous|qui contacter|à qui s adresser|à qui m "
            "adresser|qui dois je contacter|comment vous contacter|comment vous joindre|comment joindre)",
            "(que|quoi) (dois je|faut il|doit on|puis je) faire",
            "(bonjour|svp|s il vous plaît) ~8 (merci de me|merci de bien vouloir|merci de votre aide|"
            "pourriez vous)",
            "(can|could) (you|someone|anyone|somebody) (please)? (help|tell|call|send) (me|us)",
            "(i need help|need some help|who (do|can|should) i contact|how do i contact)",
        ),
    }
