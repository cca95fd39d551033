/* Ce qu’on sait de la personne, en codes. */
export const screenProfileFr = {
  'profile.title': 'Âge, genre, langues, lieu',
  'profile.none': 'Rien n’est encore noté : sans âge, la personne est traitée comme un jeune enfant.',
  'profile.correct': 'Corriger ou compléter',
  'profile.explain':
    'Tout est envoyé à nouveau, en entier ; ce qui était dit avant reste dans l’histoire du dossier. L’âge décide de qui consent et de la durée de conservation.',
  'profile.age.years': '{n} ans',
  'profile.age.between': 'entre {from} et {to} ans',
  'profile.not-said': 'Pas noté',
  'profile.roles': 'Sa place dans le dossier',
  'profile.mature': 'Comprend ce que consentir veut dire',
  'profile.mature.yes': 'Oui',
  'profile.mature.no': 'Pas dit',
  'profile.mature.why': 'Pourquoi on le dit',
  'profile.mature.say': 'La personne comprend ce que consentir veut dire, et ce qui peut en suivre',
  'profile.mature.hint': 'Elle peut alors consentir elle-même, aussi sans tuteur si le demander n’est pas sûr.',
  'profile.mature.reason': 'Ce que vous lui avez demandé, et ce qu’elle a compris',
  'profile.mature.reason.hint': 'Scellé sur cet appareil avant de partir ; proposition de notre part (D).',
  'profile.missing': 'Il manque l’âge, ou la place de la personne dans le dossier.',
  'profile.save': 'Enregistrer',
  'profile.cancel': 'Ne rien changer',
} as const
