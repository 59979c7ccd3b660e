"""What common words say of the language a text is written in.

Each word carries one vote a language that uses it every day. The votes of a text are added in one integer, eight
bits a language, so that counting them costs one ``sum``: the first ``MAX_VOTERS`` words are enough and keep every
counter below its eight bits.

The lists are function words, written from knowledge of the languages, folded; a word common to several languages
stands in each, so that it decides nothing between them.
"""

_WORDS = {
    "fr": """
        le la les un une des du de et est sont pas ne que qui quoi dont ou pour par sur dans avec sans sous chez
        vers ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur nos vos leurs je tu il elle on
        nous vous ils elles moi toi lui eux me te se au aux en y mais donc car ni or si plus moins tres trop
        bien mal aussi alors encore toujours jamais rien tout tous toute toutes fait faire faut etre avoir ai as
        ont avons avez suis sommes etes etait etaient sera serait peut peux veut veux va vais vont comme quand
        comment pourquoi parce c l j s qu jusqu aujourdhui deja apres avant depuis pendant entre meme autre
        autres quel quelle quels oui non merci bonjour salut cest jai ca cela ceux celui celle voila ici puis
        peu beaucoup assez
        bjr slt stp svp mdr ptdr tkt jpp jsp pk pcq koi qd chui jsuis ya wesh vraiment franchement honte rdv""",
    "en": """
        the a an and is are was were be been being have has had do does did not no yes of to in on at for with
        from by about into over under this that these those it its he she they we you i my your his her their
        our me him them us what which who whom when where why how if or but because so than then there here just
        like get got can could will would should may might must don t re ve ll m s all any some more most very
        too also only now up out off after before again new one two im dont cant people know think want good
        thanks please""",
    "es": """
        el la los las un una unos unas de del y e o u es son esta estan ser fue era no si que quien cual donde
        cuando como por para con sin sobre entre hasta desde en al a lo le les se me te nos mi tu su mis tus sus
        este esto ese esa eso yo ella ellos nosotros usted ustedes muy mas menos pero porque pues ya tambien
        siempre nunca todo todos toda todas nada algo alguien hay ha han he hace hacer tiene tengo puede puedo
        quiero gracias hola hoy asi aqui mejor bien""",
    "it": """
        il lo la i gli le un uno una di del della dei degli delle dello e ed o sono sei siamo siete non che chi
        cui dove quando come perche per con senza su sul sulla nel nella nei negli nelle da dal dalla dai al
        alla ai agli alle in a mi ti ci vi si me te lui lei noi voi loro mio tuo suo mia tua sua questo questa
        questi quello quella molto piu meno ma pero anche sempre mai tutto tutti niente c l ho hai ha abbiamo
        hanno fare fatto essere stato grazie ciao oggi cosi qui bene solo""",
    "pt": """
        o a os as um uma uns umas de do da dos das e ou em no na nos nas ao aos por para pra com sem sobre entre
        ate que quem qual onde quando como porque se me te lhe eu voce voces ele ela eles elas meu minha seu sua
        este esta isto esse essa isso aquele nao sim mais menos muito mas tambem sempre nunca tudo todos nada
        ser estar sao foi era tem tenho ter vai vou fazer obrigado ola hoje assim aqui bem so ta ja""",
    "de": """
        der die das den dem des ein eine einen einem einer und oder aber ist sind war waren sein bin bist nicht
        kein keine ja nein zu zum zur in im an am auf aus bei mit nach von vom vor fur uber unter durch gegen
        ohne um ich du er sie es wir ihr mich dich sich uns euch mein dein unser was wer wo wann wie warum wenn
        dass weil als auch nur noch schon sehr mehr immer nie hat habe haben hatte wird werden kann konnen muss
        doch mal so heute hier danke gut""",
    "nl": """
        de het een en of maar is zijn was waren ben bent niet geen ja nee te in op aan uit bij met naar van voor
        over door tegen zonder om ik jij je hij zij ze wij we jullie mij hem haar ons mijn jouw wat wie waar
        wanneer hoe waarom als dat dit die deze omdat ook nog al zeer meer altijd nooit heeft heb hebben had
        wordt worden kan moet toch zo vandaag hier dank goed er""",
    # Hindi as it is typed on a Latin keyboard, which models otherwise take for French or Italian (par, se, le, ka).
    "hi": """
        hai hain ka ki ke ko se mein nahi nahin kya aur bhi ho tha thi toh kar raha rahe rahi kuch koi yeh ye wo
        woh hum tum aap mera meri mere tera teri apna apne apni sab abhi bahut bhai kyun kaise par pe jo jab tak
        liye wala wale karo karna karte hua hui gaya ek baat log jaise agar phir unki iska uska inki tujhe mujhe
        hota hoga diya kiya""",
}

#: The languages told by their common words, in the order of their counters.
LANGUAGES = tuple(_WORDS)
#: Words of a text that vote.
MAX_VOTERS = 128
_BITS = 8


def _votes() -> dict[str, int]:
    votes: dict[str, int] = {}
    for rank, words in enumerate(_WORDS.values()):
        for word in set(words.split()):
            votes[word] = votes.get(word, 0) + (1 << (rank * _BITS))
    return votes


#: The votes of each common word, packed.
HINTS = _votes()


def unpack(votes: int) -> bytes:
    """Return the count of votes of each of ``LANGUAGES``, one byte each."""
    return votes.to_bytes(len(LANGUAGES), "little")
