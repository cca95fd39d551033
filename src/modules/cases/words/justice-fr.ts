/* Refus sur la justice et la protection des témoins. Ne souhaiter aucune plainte ne coûte rien à personne. */
export const justiceFr = {
  'refusal.justice-after-acceptance':
    'La procédure se suit une fois le référencement accepté. Acceptez-le d’abord, puis rouvrez cette page.',
  'refusal.unknown-justice-track': 'Aucune procédure de ce numéro ne vous est ouverte. Revenez au dossier.',
  'refusal.justice-track-not-so-far':
    'La procédure n’en est pas à cette étape. Rechargez la page : seules les étapes possibles y sont proposées.',
  'refusal.hearing-in-the-past': 'Le {on} est déjà passé. Choisissez le jour d’une audience à venir.',
  'refusal.justice-day-in-the-future':
    'Le {on} n’est pas encore venu. Choisissez le jour où l’acte a eu lieu ; une audience à venir se note à part.',
  'refusal.justice-day-before-last-step': 'L’étape précédente est du {on}. Choisissez ce jour ou un jour plus tard.',
  'refusal.final-judgment-confirmed-by-the-team':
    'Qu’un jugement noté de l’extérieur est définitif se confirme par l’équipe du dossier ou par qui lit le coffre du témoin. Demandez-le-leur.',
  'refusal.final-judgment-already-confirmed': 'Ce jugement définitif est déjà confirmé. Il n’y a rien à faire.',
  'refusal.complaint-without-consent':
    'Une plainte au nom de la personne concernée demande son consentement. Posez-lui la question ; si elle ne le souhaite pas, notez-le : l’aide continue.',
  'refusal.sentence-without-conviction':
    'Aucune condamnation n’est notée : il n’y a pas de peine à inscrire. Corrigez d’abord le jugement.',
  'refusal.sentence-comes-first': 'Après une condamnation, la peine s’inscrit d’abord. Notez-la, puis l’appel ou la décision définitive.',
  'refusal.unknown-witness': 'Aucune protection de témoin ne vous est ouverte sous ce code. Adressez-vous à la personne qui la suit.',
  'refusal.witness-already-open': 'Cette protection est déjà ouverte. Rechargez la page.',
  'refusal.witness-in-a-vault-of-its-own':
    'L’identité d’un témoin se scelle dans le coffre des témoins, jamais ailleurs. Enregistrez-la là.',
  'refusal.witness-readers-not-yours-to-name':
    'Vous ne pouvez pas dire qui lit ce coffre. Demandez à la personne responsable de la protection.',
  'refusal.witness-reader-already': 'Cette personne lit déjà ce coffre. Il n’y a rien à faire.',
  'refusal.witness-readers-full': 'Ce coffre a déjà {most} lecteurs, le maximum. Retirez-en un avant d’en nommer un autre.',
  'refusal.not-a-witness-reader': 'Cette personne ne lit pas ce coffre. Rechargez la page.',
  'refusal.witness-needs-a-reader': 'C’est la dernière personne qui lit ce coffre. Nommez-en une autre d’abord.',
  'refusal.protection-measure-not-so-far':
    'La mesure n’en est pas à cette étape. Rechargez la page : seuls les actes possibles y sont proposés.',
  'refusal.threat-not-assessed': 'La menace n’est pas encore évaluée. Évaluez-la, puis proposez une mesure.',
  'refusal.measure-without-consent':
    'Une mesure commence avec l’accord du témoin. Parlez-en avec lui par le contact sûr, puis notez sa réponse.',
  'refusal.threat-still-high':
    'La menace est encore élevée : la mesure ne prend pas fin ainsi. Remplacez-la, évaluez la menace à nouveau, ou notez que le témoin le souhaite.',
} as const
