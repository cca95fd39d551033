/* Les sources des critères en français ; une source qui n'est pas ici se montre telle qu'elle est écrite. */
export const sourcesFr: { readonly [source: string]: string } = {
  'IPIS open-data notes on arrêté 0677/2021': 'notes d’IPIS sur l’arrêté 0677/2021',
  'ICGLR manual, first pages': 'manuel de la CIRGL, premières pages',
  'Certified Trading Chains, five principles (Rwandan set); the twenty standards were not available':
    'Certified Trading Chains, cinq principes (version rwandaise) ; les vingt standards n’étaient pas disponibles',
  'collected in IPIS field forms': 'relevé dans les fiches de terrain d’IPIS',
  'IPIS notes on arrêté 0677/2021': 'notes d’IPIS sur l’arrêté 0677/2021',
  'IPIS notes on arrêté 0677/2021; the CEEC page says 6': 'notes d’IPIS sur l’arrêté 0677/2021 ; la page du CEEC dit 6',
  'order of 3 November 2025, art. 11 b of arrêté 0677/2021': 'arrêté du 3 novembre 2025, art. 11 b de l’arrêté 0677/2021',
  'configurable; the texts read do not say from which day the 36 months run':
    'réglable ; les textes lus ne disent pas de quel jour partent les 36 mois',
  'default when the order is silent; one Shabunda order gave 6 months to every colour':
    'valeur par défaut quand l’arrêté ne dit rien ; un arrêté de Shabunda donnait 6 mois à toutes les couleurs',
  'default when the order is silent': 'valeur par défaut quand l’arrêté ne dit rien',
  'CEEC page on the certification mechanism': 'page du CEEC sur le mécanisme de certification',
  'ICGLR manual 1st ed., as cited by IPIS open-data notes': 'manuel de la CIRGL, 1re éd., cité par les notes d’IPIS',
  'IPIS notes and Rwandan regulation 002/2012; the CEEC page says 3': 'notes d’IPIS et règlement rwandais 002/2012 ; la page du CEEC dit 3',
  'progress criteria were removed in the 2nd edition': 'les critères de progrès ont disparu dans la 2e édition',
  'ICGLR manual 2nd ed., as cited by IPIS': 'manuel de la CIRGL, 2e éd., cité par IPIS',
  'IPIS notes': 'notes d’IPIS',
  'ICGLR pages on the 2nd edition and IPIS notes': 'pages de la CIRGL sur la 2e édition et notes d’IPIS',
  'IPIS notes on arrêté 0677/2021, taken over': 'notes d’IPIS sur l’arrêté 0677/2021, reprises ici',
  'removed in the 2nd edition': 'supprimé dans la 2e édition',
  'ICGLR manual 1st ed. was in force': 'le manuel de la CIRGL, 1re éd., était en vigueur',
  'ICGLR manual 2nd ed.': 'manuel de la CIRGL, 2e éd.',
  'ICGLR manual 1st ed.': 'manuel de la CIRGL, 1re éd.',
  'ICGLR default; the regulation was not read whole': 'valeur de la CIRGL ; le règlement n’a pas été lu en entier',
  'regulation 002/2012': 'règlement 002/2012',
  'the regulation says suspended, without a length that could be read': 'le règlement dit « suspendu », sans durée que l’on ait pu lire',
  'not in this text': 'pas dans ce texte',
}
