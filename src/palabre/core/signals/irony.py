"""Signs that the words mean the contrary of what they say. Cues only: nobody hears a voice in writing."""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules, best
from palabre.core.signals.view import View

#: A cheer and a grievance by themselves are praise and a complaint; together they wink.
_TOGETHER, _WITH_FACE, _FACE_ALONE = 0.72, 0.82, 0.4


class Irony(PhraseDetector):
    """Signs that the words mean the contrary of what they say."""

    name = "irony"
    name_fr = "Ironie"
    name_en = "Irony"
    reasons: ClassVar[Reasons] = {
        "mock_cheer": ("un bravo, un merci, un « super » …", "a cheer, a thank-you, a “great” …"),
        "mock_grievance": ("… à propos de ce qui va mal", "… about what goes wrong"),
        "set_phrase": ("« ben voyons », « comme par hasard »", "“how surprising”, “yeah right”"),
        "mock_relief": ("« nous voilà sauvés », « on est rassurés »", "“what a relief”, “that will fix it”"),
        "rolling_eyes": ("des yeux au ciel, un clown", "rolling eyes, a clown"),
        "said_so": ("l’auteur dit qu’il ironise", "the author says it is irony"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted"])
    rules: ClassVar[Rules] = {
        ("set_phrase", 0.62): (
            "(bravo|merci|chapeau|félicitations|bien joué) (le|la|les|l|messieurs|mesdames) (mairie|maire|"
            "département|région|préfet|préfecture|gouvernement|état|poste|sncf|edf|ministre|ministres|impôts|"
            "direction|patron(s)|politique(s)|génies|experts|élus|députés|technocrates|administration|métropole|"
            "agglo|europe|fisc|police|justice|banque(s)|assurance(s)|président|conseil)",
            "toujours aussi (efficace(s)|rapide(s)|aimable(s)|performant(s)|ponctuel(s)|bien organisé(s)|"
            "compétent(s))",
            "(ah|oh) (super|bravo|génial|parfait|formidable|brilliant|great|lovely|wonderful|bah bravo|ben bravo)",
            "(quel sens (de|du)|quelle efficacité|quelle réactivité|quelle organisation|quelle délicatesse|quelle "
            "générosité du) ~1",
            "(et la marmotte|dans le papier d alu|dans toute sa splendeur|le monde est bien fait|c est la fête|"
            "champagne pour tout le monde|sabrez le champagne)",
            "(cheque is in the post|said no one ever|living the dream|another day in paradise)",
        ),
        ("mock_cheer", 0.3): (
            "(bravo|merci|félicitations|chapeau|super|génial|formidable|parfait|magnifique|fantastique|bien joué|"
            "belle performance|joli travail|beau travail|quel succès|quelle réussite|quel talent|quel exploit|"
            "grandiose|splendide|champions|j adore|on adore|quelle bonne idée|record battu)",
            "(great|wonderful|brilliant|fantastic|well done|lovely|thanks|congratulations|awesome|perfect|bravo|"
            "i love|how nice)",
        ),
        ("mock_grievance", 0.3): (
            "(encore (un|une|des|deux|trois|raté|en retard|annulé|fermé)|toujours (pas|rien|aussi)|comme d hab|"
            "comme d habitude|comme toujours|une fois de plus|pour changer|comme prévu en retard)",
            "(en retard|retard(s)|en panne|panne(s)|bouchon(s)|grève|annulé(e)(s)|supprimé(e)(s)|fermé(e)(s)|"
            "hors service|pour rien|ne marche pas|marche pas|plus rien|nulle part|inutile(s)|de plus en plus cher|"
            "payer plus|hausse|augmentation|taxe(s)|impôts|trou(s)|poubelle(s)|déchets|gâchis|coupure(s)|rater|"
            "raté(e)|attendre|file d attente|heures d attente|au lieu de|alors que|sans chauffage|sous la pluie)",
            "(another|again|as usual|as always|delayed|cancelled|late|broken|closed|waiting|queue|for nothing)",
        ),
        ("set_phrase", 0.7): (
            "(ben voyons|mais bien sûr|mais oui bien sûr|ah bah bien sûr|ah oui c est vrai|comme par hasard|comme "
            "c est "
            "étonnant|comme c est bizarre|quelle surprise|tiens donc|sans blague|tu m étonnes|vous m étonnez|on y "
            "croit|à d autres|c est bien connu|comme chacun sait|on rêve|on croit rêver|la bonne blague|elle est "
            "bien "
            "bonne|manquait plus que ça|il manquait plus que|qu est ce qu on rigole|de mieux en mieux|jamais vu ça "
            "dis donc|du grand art|on applaudit bien fort|chapeau l artiste|la grande classe|ça c est du)",
            "(on va (nous|encore nous) (dire|expliquer) que|vous allez (nous|me) dire que|il paraît que tout va)",
            "(yeah right|how surprising|what a surprise|who would have thought|good luck with that|because that "
            "worked|"
            "worked so well|just what we needed|nice try|as if)",
        ),
        ("mock_relief", 0.68): (
            "(nous voilà|on est|me voilà) ~1 (sauvés|sauvé|bien avancés|bien contents)",
            "(heureusement que|encore heureux que|une chance que) ~6 (ministre|gouvernement|maire|président|"
            "experts|"
            "mairie|préfet|direction|comité|commission|algorithme)",
            "(ça va|voilà qui va) (tout changer|tout arranger|sûrement aider|beaucoup nous aider|faire avancer)",
            "(that will|that ll) ~1 (fix|solve|help) (it|everything)",
            "(what a relief|we are saved|how reassuring|lucky us)",
        ),
        ("rolling_eyes", 0.4): ("(🙄|🤡|😏|🙃|😒|🤦)",),
        ("said_so", 0.85): (
            "(#ironie|ironie|#sarcasme|sarcasme|#irony|#sarcasm|ironie inside|second degré|c est ironique|je suis "
            "ironique)",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Ask for a set phrase, or for a cheer beside a grievance; faces make it surer."""
        kinds = {hit.why for hit in hits}
        strong = [hit for hit in hits if hit.why in ("set_phrase", "mock_relief", "said_so")]
        faces = "rolling_eyes" in kinds
        score = best(strong) if strong else 0.0
        if "mock_cheer" in kinds and ("mock_grievance" in kinds or faces):
            score = max(score, _WITH_FACE if faces else _TOGETHER)
        elif faces:
            score = max(score + 0.1 if strong else 0.0, _FACE_ALONE)
        return self.signal(score, hits)
