/* Les phrases des refus du travail de terrain : ce qui empêche, et ce qu’il faut faire. */
export const fr = {
  'refusal.device-removed':
    'Ce téléphone a été retiré du service. Rien n’est perdu : faites un fichier de secours et remettez-le à votre responsable.',
  'refusal.too-much-to-carry':
    'Cela fait {sites} sites : trop pour un téléphone, qui porte {most} sites et visites au plus. Choisissez un territoire plutôt qu’une province, ou moins de missions.',
  'refusal.no-such-draft': 'Cette fiche en cours n’existe pas ici, ou vous ne parlez pas pour le service qui la remplit.',
} as const
