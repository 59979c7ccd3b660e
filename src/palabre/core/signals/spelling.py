"""How people write in a hurry: short forms undone, so that detectors are written in plain French and English.

Folding has already undone case and accents. ``plain`` gives one word for one word; ``FUSED`` opens words that
are two (``jai``, ``ya``). Nothing here corrects: a word that is not known stays as it is.
"""

from palabre.core.text import tokenize
from palabre.core.text.memo import Memo

#: Written so → meant so, one for one. Elisions are written out so that "j'ai" and "je ai" are the same.
_SHORT = """
j je · d de · m me · s se · c ce · qu que · t te · n ne · jusqu jusque · lorsqu lorsque · puisqu puisque
quelqu quelque · pk pourquoi · pq pourquoi · pkoi pourquoi · pourkoi pourquoi · tjs toujours · tjr toujours
tjrs toujours · toujour toujours · bcp beaucoup · ds dans · ns nous · vs vous · pr pour · qq quelque
jamai jamais · ki qui · ke que · k que · koi quoi · kan quand · qd quand · cmt comment · coment comment
comen comment · bjr bonjour · bsr bonsoir · mrc merci · mercii merci · tt tout · tte toute · pb probleme
msg message · abo abonnement · ptn putain · putin putain · mtn maintenant · avc avec · fo faut · fau faut
voitr votre · votr votre · journeau journal · jounal journal · abonement abonnement · abonnemant abonnement
resillier resilier · remboursemant remboursement · telephonne telephone · adres adresse · adrese adresse
tro trop · fam femmes · tou tous
conard connard · conasse connasse · enculer encule · abrutis abrutis · batard batard · salop salaud
salaup salaud · cretain cretin · debil debile · abite habite · abites habites · abitez habitez · ur your
pls please · plz please
""".replace("\n", " · ")
#: Two words or more written as one.
_FUSED = """
jai je ai · g je ai · javais je avais · jsuis je suis · jsui je suis · chuis je suis · chui je suis
jveu je veux · jvoudrais je voudrais · jvoudrai je voudrais · jpeu je peux · jla je la · jle je le
jles je les · jvas je vais · jferais je ferais · jserai je serai · jserais je serais · jvais je vais
jvai je vais · jpeux je peux · jveux je veux · jsais je sais · jsai je sais · chais je sais
jme je me · jte je te · jvous je vous · jcrois je crois · jpense je pense · jaimerais je aimerais
jhabite je habite · jarrive je arrive · jetais je etais · jetait je etais · jy je y · jen je en · cest ce est
cetait ce etait · nest est · nai ai · sest se est · ya y a · yavait y avait · yaura y aura · yen y en
quil que il · quils que ils · quon que on · daccord de accord · parceque parce que · pcq parce que
psk parce que · pck parce que · qqun quelque un · qqn quelque un · kelkun quelque un · quelquun quelque un
estce est ce · esque est ce que · eske est ce que · esceque est ce que · estceque est ce que
keske que est ce que · kesk que est ce que · jpp je en peux plus · tg ta gueule · vtff va te faire foutre
jve je vais · jdeteste je deteste · jhais je hais · jsupporte je supporte · jdeteste je deteste
jaime je aime · jte je te · jles je les · stp se il te plait · im i am · u you · ive i have
wanna want to · gonna going to
""".replace("\n", " · ")


def _pairs(table: str) -> dict[str, tuple[str, ...]]:
    rows = [row.split() for row in table.split("·") if row.strip()]
    return {row[0]: tuple(row[1:]) for row in rows}


#: Letters that are written for a word, and that a word whose letters are set apart is made of too.
LETTERS = frozenset("gu")
_ONE = {written: meant[0] for written, meant in _pairs(_SHORT).items()}
FUSED = _pairs(_FUSED)
_DOSES = ("mg", "mcg", "µg", "ml")


def _plain(fold: str) -> str:
    if fold[:1].isdigit():
        return next((unit for unit in _DOSES if fold.endswith(unit)), fold)
    return _ONE.get(fold.lstrip("#"), fold.lstrip("#"))


# A memo shared by the process: it saves time and changes no result.
PLAIN = Memo(_plain, 32_768, lambda fold: len(fold) <= 64)


def plain(folds: list[str]) -> list[str]:
    """Return plain words, one for one: a word of ``FUSED`` stays as it is."""
    return list(map(PLAIN.__getitem__, folds))


def opened(folds: list[str]) -> tuple[list[str], list[int]]:
    """Return plain words with those of ``FUSED`` opened, and which token each comes from."""
    words: list[str] = []
    origins: list[int] = []
    for at, fold in enumerate(folds):
        meant = FUSED.get(fold) or (PLAIN[fold],)
        words += meant
        origins += [at] * len(meant)
    return words, origins


def plain_words(text: str) -> tuple[str, ...]:
    """Return the plain words of a text, as detectors write them: without *ne*."""
    return tuple(word for word in opened(tokenize(text).folds)[0] if word != "ne")
