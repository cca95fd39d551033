/* What is refused of a workbook, in French. */
export const fr = {
  'refusal.rmi-not-a-workbook':
    'Ce fichier n’est pas un classeur Excel (.xlsx) intact. Téléchargez de nouveau le modèle de la RMI et envoyez-le tel quel.',
  'refusal.rmi-too-large': 'Ce classeur se déplie à plus de {most} Mo : ce n’est pas un modèle de la RMI. Envoyez le fichier d’origine.',
  'refusal.rmi-has-macros': 'Ce classeur contient des macros. Les modèles de la RMI n’en ont pas : envoyez le fichier .xlsx d’origine.',
  'refusal.rmi-not-a-template': 'Ce classeur n’est ni un CMRT, ni un EMRT, ni un AMRT. Feuilles trouvées : {sheets}.',
  'refusal.rmi-version-unknown':
    '{kind} version {version} : ses cellules ne sont pas connues. Versions remplies : {known}. Rien n’a été écrit.',
  'refusal.rmi-layout-unknown':
    '{kind} {version} : la feuille « {sheet} » n’a pas les libellés attendus. Mettez le classeur en anglais et enregistrez-le, ou prenez le CMRT 6.5. Rien n’a été écrit.',
  'refusal.rmi-no-sources': 'Le registre n’a pas répondu pour votre compte. Demandez le droit d’écrire des rapports.',
} as const
