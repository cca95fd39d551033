/* Ce que disent les refus et les constats des fiches de papier. */
export const sheetsFr = {
  'refusal.unknown-sheet': 'Cette fiche n’est pas ouverte, ou elle n’est pas à vous. Ouvrez-la par son carnet et son numéro.',
  'refusal.unknown-sheet-book': 'Ce carnet n’est pas enregistré, ou il n’est pas à vous. Choisissez-le dans la liste des carnets.',
  'refusal.sheet-book-already-printed': 'Ce carnet est déjà imprimé. Rien à refaire.',
  'refusal.sheet-range-not-valid': 'Les numéros de {from} à {to} ne vont pas : de bas en haut, au plus {most} fiches par carnet.',
  'refusal.sheet-book-whose':
    'Un carnet de mine est d’un site ; un carnet de négociant ou de comptoir est d’une organisation. Choisissez-la.',
  'refusal.sheet-numbers-taken': 'Un autre carnet contient déjà la fiche {label}. Prenez d’autres numéros ou un autre préfixe.',
  'refusal.sheet-not-in-book': 'Ce numéro n’est pas dans le carnet (de {from} à {to}). Relisez la fiche.',
  'refusal.sheet-first-entry-missing': 'La première saisie manque. Faites-la d’abord, puis demandez la seconde à une autre personne.',
  'refusal.sheet-not-agreed':
    'Les deux saisies ne disent pas la même chose ({cells} cases). Relisez le papier et corrigez la saisie fausse.',
  'refusal.sheet-already-posted': 'La fiche {number} est déjà au registre. Pour un sac, corrigez le sac avec un motif.',
  'refusal.sheet-holder-missing': 'La fiche ne dit pas à qui sont les sacs. Ajoutez le détenteur dans les deux saisies.',
  'refusal.sheet-photo-missing': 'La photo n’est pas arrivée. Choisissez-la de nouveau.',
  'refusal.not-your-bag': 'Le sac {number} a été pesé par un autre compte. Demandez au bureau de l’annuler, ou mettez-le à part.',
  'refusal.bag-changed-hands':
    'Le sac {number} a été reçu par une autre organisation. Demandez au bureau de l’annuler, ou mettez-le à part.',
  'refusal.not-for-this-book': 'Votre rôle ne pèse pas de sacs au site. Demandez à l’agent de l’État de passer cette fiche au registre.',

  'finding.S01': 'Ligne {line}, {tag} : la fiche dit {sheetGrams} g, le registre {bagGrams} g (écart {differenceGrams} g).',
  'finding.S02':
    'Le total écrit ({totalGrams} g) n’est pas le report ({carriedGrams} g) plus les lignes ({linesGrams} g) : écart {differenceGrams} g.',
  'finding.S03': 'Le report écrit ({carriedGrams} g) n’est pas le total de la fiche d’avant ({beforeGrams} g) : écart {differenceGrams} g.',
  'finding.S04': 'Ligne {line} : aucun sac ni lot ne porte le numéro {tag}.',
  'finding.S08':
    'L’étiquette {tag} (ligne {line}) est déjà sur la fiche {sheet}. Au registre, cette ligne devient un autre sac, et les deux sont retenus.',
  'finding.S05': 'L’étiquette {tag} est écrite deux fois, lignes {otherLine} et {line}.',
  'finding.S06': 'Les deux saisies sont du même compte : une seconde personne aurait lu autrement.',
  'finding.S07': 'Le lot {number} n’a pas pu être formé de ces sacs (raison : {because}). La fiche est gardée ; formez le lot à la main.',
} as const
