/* Ce que disent les refus des étiquettes, en français. Entre accolades : les faits du refus. */
export const tagsFr = {
  'refusal.tag-code-empty': 'Aucun code lu. Visez de nouveau le code de l’étiquette, ou tapez son numéro.',
  'refusal.tag-code-of-something-else':
    'Ce code n’est pas celui d’une étiquette ({read}). Visez le code imprimé sur l’étiquette du sac, ou tapez son numéro.',
  'refusal.tag-check-digit-wrong':
    'Numéro mal lu : {tag} devrait finir par {expected}, pas par {read}. Relisez chaque chiffre sur l’étiquette.',
  'refusal.tag-key-digit-wrong':
    'Code GS1 mal lu : la clé {key} devrait finir par {expected}, pas par {read}. Lisez-le de nouveau, ou tapez le numéro de l’étiquette.',
} as const
