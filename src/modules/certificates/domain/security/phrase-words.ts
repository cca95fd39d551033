/*
256 things that people on both ends of a telephone line know, in French and in English, word for word the same things in the same order: one
byte is one word. Within a language no two differ by a single letter (a test holds it). The order is for ever: paper carries these words.
*/
const french =
  'soleil lune etoile nuage pluie orage vent neige riviere lac plage montagne colline vallee foret arbre feuille racine fleur herbe ' +
  'jardin champ route pont village maison porte fenetre mur cuisine table chaise lampe bougie miroir tapis rideau panier bouteille ' +
  'tasse assiette cuillere couteau fourchette marmite pain riz manioc haricot tomate oignon mangue banane citron ananas avocat papaye ' +
  'miel sucre sel poivre huile lait fromage beurre oeuf poisson poulet chevre mouton vache chien lapin lion elephant girafe zebre ' +
  'singe gorille buffle crocodile tortue serpent grenouille abeille papillon fourmi araignee oiseau aigle perroquet canard epaule ' +
  'genou oreille bouche doigt coeur dos enfant cousin medecin facteur pilote pecheur boulanger musicien soldat roi reine livre crayon ' +
  'lettre journal photo image musique chanson guitare tambour piano flute drapeau corde ficelle aiguille chemise pantalon robe ' +
  'chapeau ceinture chaussure sandale parapluie valise velo moto camion autobus pirogue moteur essence pneu cle serrure marteau clou ' +
  'scie pelle echelle brique ciment pierre argile fer cuivre argent diamant bois charbon fumee cendre vapeur savon serviette brosse ' +
  'peigne montre radio telephone antenne batterie ecole eglise hopital marche usine bureau hotel prison stade musee theatre gare ' +
  'aeroport frontiere capitale ocean desert volcan grotte cascade matin soir nuit lundi mardi samedi dimanche janvier mars juillet ' +
  'octobre siecle jaune bleu blanc violet gris cercle carre triangle ligne sept onze douze vingt trente mille moitie facture monnaie ' +
  'cadeau fete mariage danse jeu victoire courage silence reve rire question reponse secret promesse conseil voyage semence recolte ' +
  'tracteur charrue grange coton tabac cafe cacao vanille arachide palmier bambou cactus champignon epine ivoire coquille'
const english =
  'sun moon star cloud rain storm wind snow river lake beach mountain hill valley forest tree leaf root flower grass garden field ' +
  'road bridge village house door window wall kitchen table chair lamp candle mirror carpet curtain basket bottle cup plate spoon ' +
  'knife fork pot bread rice cassava bean tomato onion mango banana lemon pineapple avocado papaya honey sugar salt pepper oil milk ' +
  'cheese butter egg fish chicken goat sheep cow dog rabbit lion elephant giraffe zebra monkey gorilla buffalo crocodile turtle snake ' +
  'frog bee butterfly ant spider bird eagle parrot duck shoulder knee ear mouth finger heart back child cousin doctor postman pilot ' +
  'fisher baker musician soldier king queen book pencil letter newspaper photo picture music song guitar drum piano flute flag rope ' +
  'string needle shirt trousers dress hat belt shoe sandal umbrella suitcase bicycle motorbike truck bus canoe engine petrol tyre key ' +
  'lock hammer nail saw shovel ladder brick cement stone clay iron copper silver diamond wood coal smoke ash steam soap towel brush ' +
  'comb watch radio telephone antenna battery school church hospital market factory office hotel prison stadium museum theatre ' +
  'station airport border capital ocean desert volcano cave waterfall morning evening night monday tuesday saturday sunday january ' +
  'march july october century yellow blue white purple grey circle square triangle line seven eleven twelve twenty thirty thousand ' +
  'half invoice coin gift party wedding dance game victory courage silence dream laughter question answer secret promise advice ' +
  'journey seed harvest tractor plough barn cotton tobacco coffee cocoa vanilla peanut palm bamboo cactus mushroom thorn ivory shell'

export const phraseWords = { fr: french.split(' '), en: english.split(' ') } as const
