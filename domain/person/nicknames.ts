/**
 * Full names and what their bearers are called, folded. One entry, up to a semicolon: the full forms
 * (spellings and languages of one name, parted by `/`), then the short ones. A short form may stand in
 * several entries (`alex`): it agrees with each full form, while `alexander` and `alexandra` still differ.
 * Names without short forms stand here too: two names that are both known and share no entry are two names,
 * however few letters they differ in.
 */
const TABLE = `
aaron: ron ronnie; abigail: abby abbie gail; abraham/ibrahim: abe bram; adalbert: bert; adam: addie;
adelaide/adelheid: addie heidi; adrian/adrien: ade; agnes/agnieszka: aggie nessie aga; alan/allan/allen;
albert/alberto: al bert bertie berto beto; alejandra: ale alex sandra; alejandro: ale alex jandro;
aleksandr/alexander/alexandre/aleksander/alessandro: al alec alex lex sandy sasha sascha xander zander ale sandro olek shura;
aleksandra/alexandra/alessandra: alex lexi sandra sandy sasha sascha ola shura;
alfred/alfredo: al alf alfie fred freddy; alice/alicia: ali ally alli; allison/alison: ali ally;
amanda: mandy; amir; amira; anastasia/anastasiya: ana stacy nastya stasya tasia;
andre/andrew/andreas/andrei/andrey/andres/andrzej: andy drew andi; andrea: andy drea andi;
angela: angie angel; anna/ann/anne/ana: annie anni nan nancy anya anita ania;
anthony/antonio/anton/antoni/antony: tony toni tonio antek; antonia/antonina: toni tonia nia;
archibald: archie; arnold: arnie; arthur/artur/arturo: art artie turo;
augustus/august/augustin/agustin: gus gussie tino; barbara: babs barb barbie basia bobbie;
bartholomew: bart; beatrice/beatrix/beatriz: bea bee trixie betty; benedict/benedikt: ben bene;
benjamin: ben benny benji jamie; bernadette: bernie; bernard/bernhard/bernardo: bernie berni nardo;
bradley: brad; brenda: bren; brian/bryan; bridget/brigitte/brigida: biddy gitte birgit; cameron: cam;
carl/karl/carlos/charles/karel/carlo: charlie chuck chas chip charly carlitos;
caroline/carolyn/karoline/carolina/karolina: carrie caro lina carol karo; cassandra: cass cassie sandra;
catherine/katherine/kathryn/katharine/katharina/katarina/catarina/catalina/katarzyna/ekaterina/yekaterina/cathryn: cathy kathy kate katie kat kit kitty katya kati kasia cat katja kathi trina;
cecilia/cecily/cecile: cece cissy celia sissy; charlotte/carlota: charlie lottie lotte lola char;
christian/cristian/kristian: chris;
christina/christine/kristina/kristine/cristina/kristin/christin/krystyna: chris chrissy christy tina kris kristy cris krista nina;
christopher/kristopher/christoph/christophe/cristobal/krzysztof: chris kit topher kris christo krzysiek stoffel;
clara/klara/claire; clarence: clare; claudia; claudio; clifford: cliff; concepcion: concha conchita;
constance/constanze: connie; consuelo: chelo; cornelius: con neil; curtis: curt; cynthia: cindy;
daniel/danilo/daniil: dan danny dani; daniela/danielle: dani danny ella; daria; dario;
david/davide/dawid: dave davey davie; deborah/debra: deb debbie; dennis/denis: denny; dietrich: dieter;
dmitri/dmitry/dimitri: dima mitya; dolores: lola lolita loli;
dominic/dominik/domenico/domingo: dom nick mingo; donald: don donnie; dora;
dorothy/dorothea/dorothee: dot dottie dolly dora thea dorle; douglas: doug; duncan: dunc;
edgar: ed eddie; edith: edie; edmund/edmond: ed eddie ned ted;
edward/eduard/eduardo/edvard: ed eddie ned ted teddy lalo edu edi; edwin: ed eddie;
eleanor/elinor/eleonore/eleonora/leonor: ellie nell nora nelly ella lenore;
elizabeth/elisabeth/elisabetta/elzbieta/elizaveta: bess beth betsy betty eliza ella elsa elsie libby lisa lise liz lizzie liza liesl lisbeth lilibet ilse elsbeth ela;
ellen/helen/helene/helena/elena/yelena/jelena: nell nellie lena ellie leni lenka lenochka lene;
emanuel/emmanuel/manuel: manny manu manolo mani; emil; emilio; emily/emilia/emilie: em emmy millie emi;
emma;
enrique/henry/heinrich/henri/enrico/henryk/hendrik/henrik: hank harry hal heinz heiner quique kike henk rik heini;
erich/eric/erik: rick ricky; ernest/ernst/ernesto: ernie neto; esther/ester: essie hettie tea;
eugene/eugen/eugenio/evgeny/yevgeny: gene geno zhenya; eva/eve: evie evi evita; evan;
evelyn/eveline: evie evi lyn; ezekiel: zeke; felix; ferdinand/fernando: ferdi ferdy nando fer;
florence/florentina: flo florrie flossie;
frances/francesca/francisca/franziska/francoise: fran francie frankie fanny paca paquita franzi sissi;
francis/francisco/franz/frank/francesco/francois/franciszek: frankie fran paco pancho curro franzl franky paquito kiko cisco franek;
franklin: frank frankie;
frederick/friedrich/frederic/frederik/federico/fredrick/fryderyk: fred freddy fritz fede rick lico;
gabriel: gabe gabi; gabriela/gabriele/gabriella/gabrielle: gabby gabi gaby ella;
geoffrey/jeffrey/gottfried: geoff jeff;
george/georg/jorge/georges/giorgio/jerzy/jurgen/juri/yuri: georgie geordie schorsch jurek koke;
gerald/jerald/geraldo: gerry jerry; gerard/gerhard/gerardo: gerry gerd;
gertrude/gertrud: gert gertie trudy trude; gilbert/gilberto: gil bert;
giovanni/john/johann/johannes/juan/jean/jan/ivan/jon/johan/hans/joao: jack johnny johnnie jackie hannes vanya juanito gianni nino hansi janek;
gisela: gisa gila;
giuseppe/joseph/josef/jose/jozef/iosif/josep: joe joey jo pepe sepp beppe pepito chepe seppi jupp pino osip;
gloria; grace; gregory/gregor/gregorio/grigori/grzegorz: greg gregg goyo grisha; guadalupe: lupe lupita;
guillermo/william/wilhelm/guillaume/willem/guglielmo: bill billy will willy willie liam wim memo guille wilm willi;
gunther/guenther/gunter: gunni; gustav/gustavo/gustaf: gus tavo gusti; gwendolyn: gwen wendy;
harold/harald: harry hal; harriet/henrietta/henriette: hattie etta hettie jette; helga;
herbert/heriberto: herb bert herbie; herman/hermann: herm manni; hildegard: hilde hilda; holly;
howard: howie; hubert/huberto: hugh bert; hugo/hugh: huey; ian; ignacio/ignatius/ignaz: nacho iggy naz;
inigo: nigo; irene/irina/irena: rena ira rene; iris; isaac: ike zack;
isabel/isabella/isabelle/ysabel/isobel: bella isa izzy chabela; isidro/isidor: izzy chidro; ivana; ivo;
jacob/jakob/jakub/jacobo: jake jack jakey kuba jockel; jacqueline: jackie;
james/jaime/jacques/giacomo: jim jimmy jamie jem jaimito jimbo; jane: janie jenny; janet: jan jenny;
javier/xavier: xavi javi; jeanne/jeannette/jeanette: jean nettie jeannie;
jennifer/jenifer: jen jenny jenni; jeremy/jeremiah/jeremias: jerry jem; jerome/hieronymus: jerry;
jesse: jess; jessica: jess jessie; jesus: chucho chuy suso; joachim/joaquin: jochen achim quino juaco;
joanna: asia jo; joanne/joan: jo joanie joann; johanna: hanna hannah hanni hanne jo;
jonathan/jonathon/johnathan/jon: jonny johnny nathan jonty;
josefa/josephine/josefina/josefine: josie jo pepa fina finchen sefa josy pepita;
joshua/josua/josue: josh; juana: juanita janka; judith/judit: judy judi; julia/julie/yulia/giulia: jules;
julian/julius/julio: jules; juliana/juliane: liana jules uli; kai; karen/karin: kari; karim; karima;
kenneth: ken kenny; kevin; kimberly/kimberley: kim; konrad/conrad/conrado: con kurt radi; kyle; lara;
laura; laurence/lawrence/lorenzo/lorenz/laurent: larry laurie lars enzo lenz;
leo/leon/leonard/leonardo/leonhard/leopold/leonid: len lenny poldi; leticia: lety;
lewis/louis/ludwig/luis/luigi/ludovic/ludwik: lou louie lui gigi lucho wiggerl;
lillian/liliana: lil lily lilly; linda: lindy; louise/luisa/luise/louisa: lou lulu;
lucas/lukas/luke/luca; lucia/lucy/lucille/luzia: lou lulu; lydia/lidia: liddy;
madeleine/magdalena/madeline/magdalene: maddie lena magda leni madge lenchen;
marcus/markus/mark/marc/marco/marcos: marky;
margaret/margarete/margarethe/margarita/margherita/marguerite/malgorzata/margareta: maggie meg peg peggy greta gretchen margie rita marge daisy madge gretel gosia grete margo mararita marga;
maria/mary/marie/mariya/marija: molly polly mia mimi mitzi masha mae marika mariechen maruja marichu;
marianne/marianna/mariana; mariano: nano; marina; mario; marion; martha/marta: marty mattie;
martin: marty tino; martina: tina marty; marvin; massimo/maximus;
matilda/mathilde/mathilda: tilly mattie maud tilda;
matthew/matthias/matteo/mateo/matthieu/mathew/mateusz/mathias: matt matty teo hias;
maurice/moritz/mauricio: mo maury mauri; maximilian/maxwell/maxim/maximiliano/maksim: max maxi maks;
melanie: mel mellie; melissa: mel missy lissa; mercedes: merche meche; mia;
micaela/michaela/mikaela: micky micha;
michael/miguel/mikhail/michel/michele/michal/mikael: mike mick mickey mikey misha micky michi migue michl;
michelle: shelly mickey chelle; mila; milagros: mila; mildred: millie; miriam/maryam/mirjam: miri mimi;
mitchell: mitch; monica/monika: moni; montserrat: montse; nadezhda: nadia nadya; nadine;
natalie/natalia/natalya/nathalie: nat natasha tasha talia; nathaniel/nathan/nathanael: nat nate; neil;
nicholas/nicolas/nikolaus/nikolai/nicola/niklas/nicolaus/mikolaj/klaus: nick nicky nico niko kolya claus nik klas;
nicole/nicola: nicky nikki nic; nina; noah; nora; norbert: bert norb; oliver/olivier: ollie oli olli;
olivia: liv livvy ollie; omar; oscar/oskar: ozzy; pamela: pam;
patricia: pat patty patsy tricia trish patti pati; patrick/patricio/patrik: pat paddy rick pato patty;
paul/pablo/paolo/pavel/pawel: paulie pasha pablito; paula: pau; pauline/paulina: polly; penelope: penny;
peter/pedro/pietro/pierre/piotr/pyotr/petr/pieter: pete petey perico petya piet peer;
petra/petronella: nelly; philip/phillip/philipp/felipe/filippo/philippe/filip: phil pip flip lipe;
pilar: pili; priscilla: cilla prissy; rachel/raquel: rach rae; rafael/raphael/raffaele: rafa raf rafi;
rainer/reiner; ralph/ralf; ramona; raymond/raimund/ramon/raimundo: ray moncho mundl;
rebecca/rebekka: becky becca bex; reginald/reinhold: reg reggie ron; reinhard/reinhardt: reiner;
renate: rena nate; ricardo/richard/riccardo/ryszard: dick rich rick ricky richie rico ritchie;
robert/roberto: bob bobby rob robbie bert robin beto robby; roderick/rodrigo: rod roddy rick rodri;
rodney: rod; roger/rudiger/rogelio: rog rodge; roland/rolando/orlando: rolly lando; rolf;
ronald/ronaldo: ron ronnie;
rosa/rose/rosemary/rosalia/rosario/rosalind: rosie rosi charo rosita ros chayo;
rudolf/rudolph/rodolfo: rudi rudy rolf rodo fito; rupert/ruprecht: rupi; russell: russ; ruth: ruthie;
sabine; salvador/salvatore: sal chava toto; samantha: sam sammy; samuel: sam sammy; sandra: sandy;
santiago: santi chago yago diego; sara/sarah: sally sadie sari; sean;
sebastian/sebastien/sebastiano: seb bastian basti seba wastl; sergio/sergei/serge/sergey: seryozha checo;
sheila: shel; siegfried: siggi sigi; sigmund/siegmund: siggi ziggy; simon/simone: si;
sofia/sophia/sophie/zofia/sofie: sophy sonia sonya zosia fia sonja fifi;
stanley/stanislaus/stanislav/stanislaw: stan stas staszek;
stephanie/stefanie/stefania/estefania: steph steffi stevie fani stef;
stephen/steven/stefan/stephan/esteban/stefano/etienne/szczepan: steve stevie stef steffen teban;
stuart/stewart: stu;
suzanne/susan/susanne/susanna/susannah/zuzanna/susana/suzanna: sue susie suzy susi sanne zuza sanna;
sven; svetlana: sveta lana; sylvia/silvia/sylvie: syl; tabitha: tabby; tanja;
tatiana/tatyana: tanya tania; teodora; terence/terrance/terrence: terry;
teresa/theresa/therese/theresia: terry tess tessa resi tracy tere resl; thaddeus/tadeusz: tad ted thad;
theodore/theodor/teodoro/fyodor/feodor: ted teddy theo teo doro fedya;
thomas/tomas/tommaso/tomasz: tom tommy thom tommi tomek; timothy/timotheus/timoteo: tim timmy;
tobias/toby: tobi; ulrich: uli ulli utz; ulrike: uli ulli rike; ursula: uschi ulla ursel; ute; uwe;
valentin: val vale; valentina/valentine: tina val vale; valerie/valeria: val vale; vera;
veronica/veronika: ronnie roni vroni vera nika;
vicente/vincent/vincenz/vincenzo: vince vinnie vin chente enzo zenz;
victor/viktor/vittorio: vic vik vito; victoria/viktoria: vicky tori vic vicki toria; viola;
vladimir/waldemar: vlad volodya vova waldi; walter/walther: walt wally wat; wanda: wandy; wayne;
wenceslaus/wenzel/vaclav: vasek; werner: wern; winifred: winnie fred freddie; winston: win winnie;
wolfgang: wolf wolfi wolfie; yolanda: yoli; yvonne: vonnie; zachary/zacharias/zachariah: zach zack zak
`;

/** In which entries of the table a token stands; two tokens agree where they share one. */
export interface NicknameForms {
  readonly full: readonly number[];
  readonly short: readonly number[];
}

interface MutableForms {
  readonly full: number[];
  readonly short: number[];
}

function readTable(table: string): ReadonlyMap<string, NicknameForms> {
  const forms = new Map<string, MutableForms>();
  const entry = (token: string): MutableForms => {
    const known = forms.get(token) ?? { full: [], short: [] };
    forms.set(token, known);
    return known;
  };
  for (const [index, text] of table.split(';').entries()) {
    const [full = '', short = ''] = text.split(':');
    for (const name of words(full, '/')) entry(name).full.push(index);
    for (const name of words(short, ' ')) entry(name).short.push(index);
  }
  return forms;
}

function words(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

const FORMS = readTable(TABLE);

export function nicknameForms(token: string): NicknameForms | undefined {
  return FORMS.get(token);
}
