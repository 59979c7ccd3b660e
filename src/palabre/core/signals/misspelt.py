"""Words that hurt, or name people, written a little wrong: a letter missing, doubled or swapped with the next.

Only words that this module knows are read through their mistakes, and never a word that is French or English by
itself: ``REAL`` lists those that a mistake would also give (*salle* is no *sale* written wrong). What is
said of people (*sauvaages*) is read through a letter doubled or swapped too: ``SLIPS`` lists what is no slip.
"""

from collections.abc import Iterator
from functools import cache

from palabre.core.signals.common import bag
from palabre.core.signals.sounds import key
from palabre.core.signals.spelling import FUSED, plain
from palabre.core.signals.vocabulary import grave, known, said

#: Shorter words have too many neighbours; those under ``_LONG`` are not read with a letter missing.
_SHORTEST, _LONG, _LONGEST = 5, 6, 30
#: Shorter sounds have too many spellings.
_SHORTEST_SOUND = 4
REAL = bag("""
    abris abrutisse abrutisses abrutissez acidic african alcools amputee amputees amputent amputer amputerent
    amputerez amputez anglaiser animiez arbiter arbre arbres arriviez asexues asperge aspergee aspergees
    aspergent asperger aspergerent aspergerez asperges aspergez assoler attarderent attarderez attardez aveuglee
    aveuglees aveuglent aveugler aveuglerent aveuglerez aveuglette aveuglez aziende backs baillant baillement
    baillements bancs baptisees baptisent baptiser baptises baratiner barbue barbues basaner basements baskets
    batons beamed beams beans beant beante beantes beants belant belante belantes belants belement belements
    bengals beton betonne betonnes beurree beurrees beurrer biches bichons bides bisexues blacker blackest
    blanked blanks blanquette blanquettes boiteuse boiteuses bossue bossuer boudiez boueux bouffonner branler
    broader brune brunes burette burettes burned burner burners burnett burns burnt cafarder camel camels cancre
    cancres caner canker cannele cannelee cannelees canneler canneles cannelle casaque casaques cascos cathode
    cathodes cerbere cerberes charlottes chinee chinees chinoiser chins christina cinglent cingler cinglerent
    cinglerez cinglez collabs coopte cooptes copes cores cornistes corsee corsees cotes couille couilles
    couillonner coulants crabe crabes craquee craquees craquent craquerent craquerez craques craqueter craquez
    crate crates creen creer crevees creverent crevettes crewed croasser croulant croulante croulantes crues
    cubant curse deboute deboutee deboutees deboutent debouter debouterent debouterez deboutez debutes
    decerebrer degagee degagees degagerent degagerez degainer deganter degenererent degoutees degouterent
    degouterez degouts degoutter demeurent demeurer demeurerent demeurerez demeurez demure denoyer deplacees
    deplacent deplacerent deplacerez deplacez detestee detract detracter detraquent detraquer detraquerent
    detraquerez detraquez dunked ecule ecules emigrent emigrerent emigrerez emigrez emirats escroquee escroquees
    escroquent escroquerent escroquerez escroquez espagnolette espagnolettes estropiee estropiees estropient
    estropier estropierent etranges etrangete etrangetes evangeliser exiled exilent exiler exilerent exilerez
    exilez exils expulsee expulsees expulsent expulserent expulserez expulsez exterminee exterminees exterminent
    exterminerent exterminerez exterminez fagot fagoter faineanter fanal feel feels feminise feminisee
    feminisees feminisent feminiser feminiserent feminises feminite fennel flamant flamants flanant flees fumer
    fumiez gainant garde gardes gauchisse gauchisses genante glande glander glandes glane glanee glanees glanent
    glaner glanerent glanerez glanes glanez glenn gosses grace graces grecquer grils grogna grosse grosses
    guemene guinguette guinguettes gypses handicapent handicaper handicaperent hands harpe harpes harpiste
    harpistes harpy herbeux hindu hindus homes hongroyer hymenee hymenees hymens immane immanent immanente
    immanentes immanents immigrent immigrerent immigrerez immigrez imposter inane incomes indies indue indues
    infime infimes infirmee infirmees infirment infirmer infirmerent infirmerez infirmez integriez integrites
    invalidee invalidees invalident invalider invaliderent invaliderez invalidez irais islamise islamises
    islamists islanders jerker kamel kennel koran kraks lacaient lacais lacait laiton laitonner latin latins
    liras looser loosers loses malin malins maris marronnier marronniers meneur meneurs meneuse meneuses merise
    metisser mettiez mexican migrane migranes migrate minutee minutees minutent minuter minuterent minuterez
    minutez mirant miteuse miteuses mitose mitoses molasses mongers monster monsters montre montres moons muffle
    muffled muffler mules muslin mutes myths narvals naturalise naturalisee naturalisees naturaliser naturalist
    niche niches niger noche noches noies noirci ordre ordres paies pains pansions parasite parasitee parasitees
    parasitent parasiter parasiterent parasiterez parasitez parvenue parvenues peles pensionne pensionnee
    pensionnees pensionner pensionnes pequeno peres peses picks pikes pleure pleures polka polkas ponies porto
    ports pouffer poufs priced pricked profiter protestat quenelle quenelles queres rabbi rabbits rabies ragea
    ravages rebus refuge refuges refugierent refugierez refugiez refugiiez retardees retardent retarderent
    retarderez retardes retardez retraitee retraitees retraitent retraiter retraiterent retraiterez retraitez
    retraits ricane ricaner ricin romain romaine romaines romains romans roumanie ruses salad salads salees
    salle salles salopette salopettes salud salve salves sauves savage savages saves scallop scallops scour
    scoured sherbet shingle signe signes simple simpler simples simplest simplette simplettes singed singers
    singh sings slaved slaver slavers slope slopes soude soudes soured spice spiced spicer spices spike spiked
    spikes sueur sueurs tache tacheront taches tarlo terrorise terrorisee terrorisees terroriser terroriserent
    terroriserez terrorises terrorisez terrorist terrorists timber timbers timbrer tosses toues trace traces
    trainees trainerent trainerez traines trainez trainiez tramee tramees trament tramer tramerent tramerez
    tramez tramiez tramite tramp tramps trams transept transepts transes travaillerent travaillerez travailloter
    travee travees traveler travelers travelled travels travers traverse traversee traversees traversent
    traverser traverserent traverserez traverses traversez travestisse travestissent travestisses travestissez
    travestit travesty trees tremie tremies trempees trempent tremper tremperent tremperez trempes trempez
    trimarder trios truc trucs truque truques tubes uremie vainc vaincs vainque vainquent vainques vainquez
    vallonnees vallonnes vallons valons veilles verra verras vieils vieller vielles viole violee violees violer
    vipers voilent voiler voilerent voiles voilette voilettes volees voler whence wield wielded wielder wields
    youre yourte zinguer
""")
#: Words that sound like those that hurt, and are words.
HEARD = bag("""
    agnostic alameen alanen amerikaanse andie argentine argentines asciende assault assaulted assaults attard
    attardent attarder australian australians australienne australiennes autism baptis baptise baptisee
    baptiserent baptiste barbu basant basement basket bassem bassement bazan beurre beurres beurrets
    biiiiiiiitch bisexual blacked blake blanc blanched blanchett blank blanket blankets bohemian bolosse
    bolosser borderline bossues brasiliens brazilian broad buddhist buddies buddy burundaises canadian cateau
    catholic charlotte christiane christianne conna crack cracked cracker cracks craque craquer creve crevee
    crevent creves crevette crews criminelle criminelles cripple croat croyant dangereuse dangereuses debout
    deficit deficits degagent degager degaine degen degenerent degenerer degout degouter demoiselle deplace
    deplacee deplacer donzel dumbasses dwarf ecossaise egyptian emigrer estonian ethiopians etienne etrange
    expulse expulses extermine extermines fagote fagotte fatty female feminie feminist filipino foreign gaiman
    genant genantes genants gimenez ginger gogole grabataire grece greece greek guggenheim hacian haitian handy
    hispanic hmonggauhle homosexual hymen illegal illegale illegales immense immenses immigrer income indian
    indonesian indus indust integriste integrite invalid iranian iraqi islami islamic islamist island islandaise
    islande islands israeli italian italians jerked korean luxembourgeoise marseillaise mepris mepriser meprisez
    metier metiers midget migraine migraines migration minute minutes minutter monge mongole mongoles moroccan
    mullah naima naturaliste naturalistes naturally neerlandaise negroe negroes noiret norman norwegian
    norwegiens orthodox orthodoxe paiement paiements paien pakistani palestinian pathetique pathetiques pension
    pensions phillipines price prices psychotic qatarienne qatariennes quebecoise quebecoises rabbit rabhi rabid
    rebeuses refugient refugier renoies renoises retarde retarded retardee retarder retrait retraite rigolote
    rigolotes rigolottes russian savoyard senior shingles shying sicilienne singer single singled singles slovan
    sodomiser sodomy somalie stupidest sunni sunny syrian taiwanaise terrori terrorised terrorisent train traine
    trained trainee trainent trainer trainers trainersex trains trame trames transe travail travaille travaillee
    travaillees travaillent travailler travailles travaillez travel traveled traveller trempe trempee trend
    trends turkse vallon vallonne vallonnee vance vieil vieille vieillesse vielle vietnam voile voilee womaness
    zings
""")

#: Words that are others with a letter doubled or two swapped, and that mean what they say.
SLIPS = bag("""
    appelles bennet bettes binaries bissexualite bissexuel bissexuelle bissexuelles brettons brodas brunes
    butterai buttez calques cardes carmer carmerai carmez carmons casters charria chines chooses choppe
    chopper ciraient cirait collons colombines colporte colportes commentaries controller coopte cooptes
    copules crenes criiez crique croisse crosier degouttant degoutte degouttent desserve desserves devinat
    devinates devirons dissent eagles empoissonner exerce feintes ferres fiates froment google googles
    graces grader harcelle harcelles herbeux incassable incassables inclutes integers ivoirines japonnais
    jettes judass ladies liions looser maffia maffias magnent magner malines marriage mefiiez meprisse
    meprissent mooches mooney muerent muffle muffles niassent palies papass pliante polkas pollack pooches
    pressente pressentes primarie primaries profiteer quells queres quottas rognes rogues roumanie sagine
    salles salves savior seriat serraient serrait sevrent soumisse soumisses tallent tarites timbers triates
    trient trierai truque truques varies voilent voiler voilerai walloon yourte yourtes
""")


@cache
def meant() -> dict[str, str]:
    """Return what each wrong spelling stands for."""
    rights = sorted({word for word in grave() if len(word) >= _SHORTEST and word.isascii() and word.isalpha()})
    found: dict[str, str] = {}
    for right in rights:
        for wrong in wrongs(right):
            found.setdefault(wrong, right)
    known = REAL | _known(rights)
    return {wrong: right for wrong, right in found.items() if wrong not in known}


def _known(rights: list[str]) -> frozenset[str]:
    return frozenset(rights) | frozenset(FUSED)


def wrongs(right: str) -> Iterator[str]:
    """Yield the spellings of a word with one letter missing (not an end), doubled, or swapped with the next."""
    for at in range(1, len(right) - 1):
        if len(right) >= _LONG:
            yield right[:at] + right[at + 1 :]
    for at in range(len(right)):
        yield right[:at] + right[at] + right[at:]
    for at in range(1, len(right) - 1):
        yield right[:at] + right[at + 1] + right[at] + right[at + 2 :]


@cache
def sounding() -> dict[str, str]:
    """Return, for the sound of each word that is known, the word: the shortest of those that sound alike."""
    rights = sorted({word for word in grave() if len(word) >= _SHORTEST and word.isascii() and word.isalpha()})
    found: dict[str, str] = {}
    for right in sorted(rights, key=len):
        if len(sound := key(right)) >= _SHORTEST_SOUND:
            found.setdefault(sound, right)
    return found


def _heard(word: str) -> str:
    """Return the word that one which nobody knows sounds like, or itself."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()) or word in REAL or word in HEARD:
        return word
    right = sounding().get(key(word), word)
    return word if right == word or word.removesuffix("s") in grave() or word in grave() else right


@cache
def hidable(size: int) -> tuple[str, ...]:
    """Return the words of so many letters that stars may hide."""
    return tuple(sorted(word for word in grave() if len(word) == size and word.isalpha()))


def _slipped(word: str) -> str:
    """Return the word that the rules know of which one is a slip: a letter doubled, or two swapped."""
    if not _SHORTEST < len(word) <= _LONGEST or not (word.isascii() and word.isalpha()) or word in SLIPS:
        return word
    if (
        word in known() or word in REAL or word in HEARD or word.endswith(("ee", "ees"))
    ):  # donnée is no slip for donne
        return word
    return next((right for right in _slips(word) if len(right) >= _SHORTEST and right in said()), word)


def _slips(word: str) -> Iterator[str]:
    """Yield a word without one of its doubled letters, then with two letters in a row swapped."""
    for at in range(1, len(word)):
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]
    for at in range(1, len(word) - 2):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def read(fold: str) -> str:
    """Return the plain word of a folded one; of one that hurts and is a little wrong, the right one."""
    if fold[0] == "@" and f"a{fold[1:]}" in grave() and len(fold) >= _SHORTEST:  # "les @rabes": nobody's account
        return f"a{fold[1:]}"
    word = plain([fold])[0]
    if (right := meant().get(word)) is not None:
        return right
    heard = _heard(word)
    return heard if heard != word else _slipped(word)
