/* What the resource-centre desk refuses, in French. */
export const deskFr = {
  'refusal.centre-open-already': 'Ce centre est déjà ouvert.',
  'refusal.centre-place-not-known': 'La zone ou l’organisme indiqué n’est pas au registre. Choisissez-le dans la liste.',
  'refusal.unknown-centre': 'Ce centre n’existe pas, ou il est hors de votre territoire.',
  'refusal.unknown-desk-visit': 'Cette visite n’existe pas, ou elle a déjà été retirée.',
  'refusal.desk-visit-taken-back': 'Cette visite a déjà été retirée.',
  'refusal.desk-visit-there': 'Ceci est déjà enregistré.',
  'refusal.desk-day-in-the-future': 'Ce jour n’est pas encore venu, au centre. Corrigez la date.',
  'refusal.desk-visit-without-topic': 'Dites au moins un sujet de la visite.',
  'refusal.desk-stretch-too-long': 'La période dépasse {days} jours. Demandez-en une plus courte.',
  'refusal.recruiter-there': 'Ce recruteur est déjà au registre. Ouvrez sa fiche.',
  'refusal.unknown-recruiter': 'Ce recruteur n’est pas au registre.',
  'refusal.licence-needs-number': 'Une licence valable a un numéro. Écrivez-le, ou choisissez « non vérifiée ».',
  'refusal.recruiter-warned-already': 'Il y a déjà une mise en garde contre ce recruteur.',
  'refusal.recruiter-not-warned': 'Il n’y a pas de mise en garde contre ce recruteur.',
} as const
