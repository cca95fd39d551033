/* Les sources des critères en français ; une source qui n'est pas ici se montre telle qu'elle est écrite. */
export const sourcesFr: { readonly [source: string]: string } = {
  'IPIS open-data notes on arrêté 0677/2021': 'notes d’IPIS sur l’arrêté 0677/2021',
  'ICGLR manual, first pages': 'manuel de la CIRGL, premières pages',
  'Certified Trading Chains, five principles (Rwandan set); the twenty standards were not available':
    'Certified Trading Chains, cinq principes (version rwandaise) ; les vingt standards n’étaient pas disponibles',
  'collected in IPIS field forms': 'relevé dans les fiches de terrain d’IPIS',
}
