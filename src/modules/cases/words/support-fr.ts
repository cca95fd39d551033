/* Refus sur l’hébergement, les aides économiques, le retour et la médiation de dette. */
export const supportFr = {
  'refusal.room-named-twice': 'Deux chambres portent le même nom. Donnez à chacune le sien.',
  'refusal.unknown-room': 'Cette chambre n’existe pas à cette date. Choisissez-en une dans la liste.',
  'refusal.room-full':
    'Il n’y a plus de lit libre dans cette chambre à partir de cette nuit. Choisissez une autre chambre, ou une autre maison.',
  'refusal.room-would-be-mixed':
    'Cette chambre ne convient pas au groupe choisi par la personne, ou une famille l’occupe. Choisissez une autre chambre.',
  'refusal.stay-day-not-possible': 'Cette date vient avant le début du séjour dans la chambre. Corrigez la date.',
  'refusal.shelter-stay-not-so-far': 'Ce séjour n’en est pas à cette étape. Rechargez la page.',
  'refusal.grant-not-so-far': 'L’aide n’en est pas à cette étape. Rechargez la page : seuls les actes possibles y sont proposés.',
  'refusal.cash-needs-safeguarding-note':
    'Remettre de l’argent demande une note qui dit pourquoi c’est sûr pour la personne concernée. Écrivez-la, ou choisissez une aide en nature.',
  'refusal.grant-committee-must-decide': 'Cette décision revient au comité des aides. Demandez à l’un de ses membres.',
  'refusal.grant-approved-by-another-person': 'Vous avez écrit ce plan d’activité : un autre membre du comité l’approuve.',
  'refusal.grant-more-than-planned': 'Le montant dépasse celui du plan d’activité. Baissez-le, ou renvoyez le plan pour qu’il soit revu.',
  'refusal.grant-round-already-visited': 'La visite de ce mois est déjà notée. Choisissez la suivante.',
  'refusal.grant-visits-missing': 'Il manque les visites des mois {months}. Faites-les, ou clôturez avec un autre motif.',
  'refusal.return-not-so-far': 'Le retour n’en est pas à cette étape. Rechargez la page : seuls les actes possibles y sont proposés.',
  'refusal.return-only-by-own-wish':
    'Le retour se fait au souhait de la personne concernée, et à lui seul. Si elle hésite, rien ne presse : annulez ou attendez.',
  'refusal.return-not-safe': 'Le voyage n’est pas jugé sûr. Préparez des mesures et évaluez à nouveau, ou cherchez une autre solution.',
  'refusal.best-interests-before-return':
    'Avant qu’un enfant rentre, son intérêt supérieur est évalué, et déterminé par un comité où il le faut. Ouvrez « Enfant » dans ce dossier : toutes les procédures y ont une réponse, et aucune n’est contre le retour. Terminez-les, puis notez le départ.',
  'refusal.grant-days-and-tranches-differ':
    'Il faut un jour pour chaque versement, dans l’ordre. Corrigez le nombre de versements ou les jours, puis envoyez de nouveau.',
  'refusal.family-assessment-first':
    'Un enfant ne part pas avant que sa famille ait été rencontrée et jugée apte à l’accueillir. Faites cette évaluation.',
  'refusal.debt-mediation-not-so-far':
    'La médiation n’en est pas à cette étape. Rechargez la page : seuls les actes possibles y sont proposés.',
  'refusal.mediation-only-by-own-wish':
    'La médiation se fait au souhait de la personne concernée. Si elle ne veut pas, arrêtez-la ; rien d’autre ne change.',
  'refusal.reintegration-answers-once-each':
    'Il faut au moins une réponse, et une seule par question. Laissez vide ce qui n’a pas été demandé.',
  'refusal.support-form-not-read': 'Une somme, un nombre ou une date ne se lit pas, ou un texte manque. Corrigez, puis renvoyez.',
  'refusal.mediation-not-safe': 'Parler au créancier n’est pas sûr. Arrêtez la médiation et revoyez le plan de sécurité.',
  'refusal.mediation-through-mediator-only': 'Une rencontre n’est pas sûre : l’offre passe par le médiateur, sans la personne concernée.',
  'refusal.mediation-above-fair-balance':
    'Le montant dépasse le solde équitable, calculé aux prix du marché. Baissez-le : payer plus rendrait la prochaine dette plus chère.',
} as const
