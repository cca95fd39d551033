/*
Words from which a passphrase is drawn: ordinary French nouns of the house, the road, the field and the market, short, without accents, so that they are typed alike on every
keyboard and remembered by people who do not write much. Six of them are more than 50 bits, and each guess costs what Argon2id costs.
*/
export const DRAWN_WORDS: readonly string[] = `
abeille abri accord acier agneau aigle aiguille ail air album algue allumette ami ampoule ancre ange anneau antenne appel arbre arc argile armoire arrosoir
artiste assiette atelier atlas aube auberge avion avocat avril bagage bague baie balai balcon baleine balle bambou banane banc bande banjo baobab barbe
barrette barrage basilic bassin bateau baume bazar berceau berger beurre bidon bijou billet biscuit bison blague bleu blouse bocal bois bol bonbon
bonnet bord bosse botte bouche bouclier bougie boulanger bouquet bourse bouteille bouton branche bras brebis brique brise brosse brouette bruit brume buffle
bulle bureau cabane cacao cactus cadeau cadre cahier caillou caisse calebasse calme camion canal canard canne canot capitaine carotte carreau carte
casque castor cave ceinture cercle cerf cerise chaise chaleur chameau champ chanson chapeau charbon chariot chat chaudron chemin cheval chien chiffre chocolat chou
cigale cigogne ciment cinq cirque ciseau citron clairon classe clef client cloche clou coffre coiffeur colis colline colonne compas concert conte copain
coq corail corbeille corde corne coton couleur coupe courage cousin couteau couvent crabe craie crayon creux cri crochet crocodile croix cube cuir cuisine
cuivre cuve cygne cylindre dame danse datte dauphin demain dent dessin dette deux diamant diner dindon dix docteur doigt domino dos douane doux
drap drapeau droit dune eau eclair ecole ecorce ecran ecureuil eglise elan encre enfant engin epaule epice epine eponge escalier espoir etage etang
etoile etude eventail facteur famille fanfare farine faucon faute femme ferme fete feuille feu fibre ficelle figue fil filet fille film filtre
flamme fleur fleuve flotte flute foin foire fontaine force foret forge forme forteresse fosse foudre foule four fourmi frein frigo froid fromage front
fruit fumoir fusain gala gant garage gare gateau gazelle geant genou gerbe gilet girafe girofle givre glace globe gomme gorge gorille goudron gourde graine
grange grappe gravier grenier griffe grillon grue guide guitare habit hache haie halle hamac hamster haricot harpe hasard herbe heron heure hibou hier hiver homard
homme horloge hotel houe huile huit humour ibis igname image inconnu insecte ivoire jaguar jambe janvier jardin jarre jasmin jeton jeudi jeune joie jongleur
joue jour jumeau jument jungle jupe juste kaki kayak kiosque kiwi lac lagune laine lait lampe lance langue lapin lavande lecteur legume lentille
lettre levier lezard liane libre licorne lien lierre lilas lime linge lion liste livre loisir losange loup lourd loutre lueur lumiere lundi lune lutin
lycee machine madame magasin maillot main maire maison manche mangue manioc manteau marais marbre marche mardi mare marin marmite marteau masque matelas matin meche
melon membre menthe menuisier mer mesure metal meuble miel mil mille mine minuit miroir moineau mois monde montagne moteur mouche moulin mousse mouton moustique mur
museau muscle musique myrte nacre nappe natte navire neige nerf neuf nez niche noix nombre nord notaire nuage nuit objet ocean oeil oeuf oignon oiseau okapi
olive ombre oncle ongle onze orage orange orchestre ordre oreille orge orgue orteil otarie ouest ours outil ouvrier page paille pain palmier panier panneau
papaye papier papillon paquet parasol parc parfum parole patate patron pays peau peigne peinture pelle pendule pente perche perle perroquet persil petit peuple phare
piano pied pierre pigeon pile piment pince pinson pioche pipe pirogue piste place plage plaine planche plante plat plomb pluie plume poche poeme poil pois
poisson poivre pomme pompe pont porche port poste potage poteau potier poudre poule poumon poupe prairie premier prince prix profil prune puits pupitre pyramide
quai quatre quille quinze racine radeau radio raisin rame rameau raquette rayon recolte refrain regard regle reine renard repas reseau reveil rideau riviere
riz robe robinet roche roi roman ronde rosee roseau roue rouge route ruban ruche rue ruelle ruisseau sable sabot sac safran salade salle salon samedi
sandale sapin sardine savane savon scie seau secret seigle sel selle semaine sentier sept serpent serrure singe six sirop soie soir soleil sommet son
sorgho soupe source souris statue sucre sud sueur surprise table tabouret tache talon tambour tante tapis tasse taureau taxi temple tente terre tete theatre
tigre timbre tiroir tisane toile toit tomate tonneau tonnerre torche tortue tour toux train travail treize tresse tribu tricot trois trompette tronc trou truite
tuile tulipe tunnel tuyau univers usine vache vague valise vallon vanille vapeur vase veau veille velo vendredi vent ventre verger verre vers veste viande vide
vigne village violon virage visage vitre voile voisin volcan volet voyage wagon yaourt zebre zinc zone
`
  .trim()
  .split(/\s+/)
