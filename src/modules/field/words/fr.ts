/* Les phrases des refus du travail de terrain : ce qui empêche, et ce qu’il faut faire. */
export const fr = {
  'refusal.device-removed':
    'Ce téléphone a été retiré du service. Rien n’est perdu : faites un fichier de secours et remettez-le à votre responsable.',
} as const
