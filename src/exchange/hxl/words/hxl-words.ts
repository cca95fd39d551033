/* What the lines of a 5W file say in French and English. */
const fr = {
  headings:
    'Organisation|Mise en œuvre|Financement|Secteur|Activité|Province|P-code de la province|Territoire|P-code du territoire|Début|Fin|État|Bénéficiaires|Visés|Atteints|Atteints, femmes|Atteints, hommes|Atteints, enfants',
  ...{ protection: 'protection', mining: 'mines', livelihoods: 'moyens d’existence', coordination: 'coordination', education: 'éducation' },
  ...{
    health: 'santé',
    peace: 'paix',
    service: 'service',
    training: 'formation',
    goods: 'biens',
    cash: 'argent',
    information: 'information',
  },
  ...{ planned: 'prévue', ongoing: 'en cours', done: 'achevée', suspended: 'suspendue', miners: 'creuseurs', survivors: 'survivants' },
  ...{ migrants: 'migrants', children: 'enfants', women: 'femmes', officials: 'agents', communities: 'communautés' },
} as const
const en: { readonly [Key in keyof typeof fr]: string } = {
  headings:
    'Organisation|Implementing|Funding|Sector|Activity|Province|Province P-code|Territory|Territory P-code|Start|End|Status|Beneficiaries|Targeted|Reached|Reached, women|Reached, men|Reached, children',
  ...{ protection: 'protection', mining: 'mining', livelihoods: 'livelihoods', coordination: 'coordination', education: 'education' },
  ...{
    health: 'health',
    peace: 'peace',
    service: 'service',
    training: 'training',
    goods: 'goods',
    cash: 'cash',
    information: 'information',
  },
  ...{ planned: 'planned', ongoing: 'ongoing', done: 'done', suspended: 'suspended', miners: 'miners', survivors: 'survivors' },
  ...{ migrants: 'migrants', children: 'children', women: 'women', officials: 'officials', communities: 'communities' },
}
export const hxlWords: { readonly fr: { readonly [key in keyof typeof fr]: string }; readonly en: typeof en } = { fr, en }
