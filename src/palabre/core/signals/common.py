"""Bags of words; and the words so common that no pattern should wait under them if it has another word."""

_EVERYWHERE = """
de la le les des du en un une que est et a au pour qui dans ce il je on pas ne se sur par plus avec son l
the to of and in that it is was for
"""
_GRAMMAR = """
ai ainsi alors apres as aussi autre aux avant avez avoir avons bien ca car cela celle celui ces cet cette chaque
chez
comme comment depuis deux dire dit donc elle elles encore entre es etait etaient ete etes etre eu eux fait faire
fais
font faut ils jour juste leur leurs lui ma mais me meme memes mes moi moins mon ni non nos notre nous ont ou parce
peu peut pourquoi quand quel quelle quelque quoi rien s sa sans sera ses si soit sont sous suis ta te tes toi
ton tous
tout toute toutes tres trop tu va vais vas vers veut veux vient voir vos votre vous vraiment vu y jamais
toujours peux
ici d c m t j n i on are with as his they be at one have this from or had by but what some we can out other were all
there when up use your how an each she which do their if will no not you my so go just
"""
_USUAL = """
bon bonjour merci ans fois temps gens monde chose avait mieux tant vont bonne sais sait allez aller mettre met
prendre
pris rue ville maire eau personne personnes article journal maison jours heure heures petit petite grand grande
"""
_COMMON = {word: cost for cost, text in ((1, _USUAL), (2, _GRAMMAR), (3, _EVERYWHERE)) for word in text.split()}


def commonness(word: str) -> int:
    """Return 0 for a word worth waiting under, up to 3 for one that stands in most messages."""
    return _COMMON.get(word, 0)


def bag(text: str) -> frozenset[str]:
    """Return the words of a text, which must be folded as ``spelling`` folds them."""
    return frozenset(text.split())
