/* Les mots des lignes d’un import : le verdict, la raison, ce qu’elle est devenue. Portés par l’écran, le rapport et la ligne de commande. */
export const problemsFr = {
  'chain-row-weight': 'Le poids n’est pas lisible. Écrivez un nombre, par exemple 28,5.',
  'chain-row-day': 'La date n’est pas lisible. Écrivez par exemple 21/11/2019.',
  'chain-row-future': 'La date est dans l’avenir. Vérifiez le jour et l’ordre jour-mois.',
  'chain-row-tag-long': 'Le numéro d’étiquette est trop long (40 signes au plus).',
  'chain-row-no-tag': 'La ligne n’a pas d’étiquette. Prise quand même, elle sera un sac sans étiquette, en quarantaine.',
  'chain-row-mineral': 'Le minerai n’est pas connu. Écrivez cassitérite, coltan, wolframite ou or, ou choisissez-le pour toute la liste.',
  'chain-row-holder':
    'Le détenteur n’est pas au registre, ou plusieurs portent ce nom. Corrigez le nom ou choisissez-le pour toute la liste.',
  'chain-row-site': 'Aucun site du registre ne porte ce code ni ce nom. Pris quand même, le sac sera sans site connu, en quarantaine.',
  'chain-row-site-several': 'Plusieurs sites portent ce nom. Ajoutez le code ou le territoire.',
  'chain-row-no-site': 'La ligne ne dit pas le site.',
  'chain-row-tag-twice': 'La même étiquette est déjà plus haut dans ce fichier.',
  'chain-row-tag-in-register':
    'Cette étiquette est déjà au registre avec un autre poids, jour ou site. Pris quand même, les deux sacs seront retenus.',
  'chain-row-needed': 'Cette case est vide et la ligne n’a pas de sens sans elle.',
  'chain-row-no-such-bag': 'Aucun sac du registre ne porte cette étiquette. Importez d’abord la feuille de la mine.',
  'chain-row-range': 'Le premier ou le dernier numéro n’est pas lisible, ou les deux ne vont pas ensemble.',
  'chain-row-tag-type': 'Le type d’étiquette n’est pas connu : mine, négociant ou exportation.',
} as const
export const wordsFr: {
  readonly headings: readonly string[]
  readonly verdicts: { readonly [verdict: string]: string }
  readonly outcomes: { readonly [outcome: string]: string }
  readonly problems: { readonly [problem: string]: string }
} = {
  headings: ['Ligne', 'Étiquette', 'Verdict', 'Raison', 'Trouvé', 'Devenu', 'Refus', 'Fiche'],
  verdicts: { ok: 'bonne', doubtful: 'douteuse', unreadable: 'illisible', known: 'déjà au registre' },
  outcomes: {
    made: 'inscrite',
    held: 'inscrite, en quarantaine',
    known: 'déjà là',
    refused: 'refusée',
    left: 'laissée',
    undone: 'annulée',
    kept: 'non annulée',
  },
  problems: problemsFr,
}
