/* Ce que le serveur refuse au sujet des risques et des plans. */
export const fr = {
  'refusal.unknown-risk': 'Ce risque n’existe pas, ou ne touche pas votre chaîne. Partez de la liste des risques.',
  'refusal.unknown-risk-subject':
    'Ce fournisseur, ce site ou cette route n’est pas dans votre chaîne. Inscrivez d’abord le fournisseur, ou choisissez parmi ceux de la liste.',
  'refusal.risk-recorded-already': 'Ce risque est déjà enregistré.',
  'refusal.risk-conflict-of-interest':
    'Votre organisation est en cause : elle ne peut ni juger, ni lever, ni clore. Vos faits et vos relevés restent reçus ; la décision est à une autre organisation.',
  'refusal.risk-closed-already': 'Ce dossier est clos depuis le {on}. Enregistrez un nouveau risque s’il revient.',
  'refusal.risk-suspended-already': 'Le commerce est déjà suspendu depuis le {since}.',
  'refusal.risk-not-suspended': 'Rien n’est suspendu ici.',
  'refusal.risk-day-in-the-future': 'Le {on} n’est pas encore venu. Donnez un jour passé ou aujourd’hui.',
  'refusal.risk-takes-no-plan': 'Ce risque ne s’atténue pas par un plan : il suspend aussitôt, ou demande une enquête renforcée.',
  'refusal.grade-is-the-same': 'La preuve est déjà à ce niveau. Choisissez-en un autre.',
  'refusal.second-person-for-lift': 'Vous avez suspendu vous-même : une autre personne doit lever la suspension.',
  'refusal.lift-before-closing': 'Le commerce est suspendu. Levez d’abord la suspension, par une autre personne et avec ses raisons.',
  'refusal.plan-runs': 'Un plan est en cours. Attendez sa fin, ou dites qu’il a réussi ou échoué.',
  'refusal.plan-not-measurable': 'Un plan se mesure : donnez au moins un indicateur dont la cible n’est pas le point de départ.',
  'refusal.no-plan': 'Il n’y a pas de plan en cours. Proposez-en un.',
  'refusal.plan-adopted-already': 'Ce plan est adopté depuis le {on}.',
  'refusal.plan-not-adopted': 'Ce plan n’est pas encore adopté. Inscrivez d’abord le jour de son adoption.',
  'refusal.plan-clock-too-long':
    'Le délai d’un plan est de {months} mois au plus : jusqu’au {until}. Choisissez un jour entre l’adoption et celui-là.',
  'refusal.plan-clock-over':
    'Le délai du plan a pris fin le {until} : le commerce est suspendu. Une autre personne peut lever la suspension, puis un nouveau plan commence.',
  'refusal.plan-targets-not-reached':
    'Pas de dernier relevé à la cible, fait depuis l’adoption et au moins raisonnablement établi, pour : {indicators}. Relevez-les, ou dites que le plan a échoué.',
  'refusal.reading-without-evidence': 'Un relevé montre d’où vient sa valeur : écrivez ce qui l’établit, ou joignez le papier ou la photo.',
  'refusal.reading-file-not-sent': 'Le fichier du relevé n’est pas arrivé. Joignez-le de nouveau, puis enregistrez.',
  'refusal.second-person-for-success':
    'Vous avez fait le dernier relevé d’un indicateur : une autre personne doit dire que le plan a réussi.',
  'refusal.no-such-indicator': 'Le plan n’a pas cet indicateur. Rechargez la page.',
  'refusal.not-a-flag': 'Seul un signal d’alerte a des questions et un répondant.',
  'refusal.ask-not-of-this-case': 'Cette question n’est pas de ce dossier. Rechargez la page.',
  'refusal.case-not-answered': '{n} {n|question attend|questions attendent} encore une réponse. Répondez avant de clore.',
  'refusal.declared-already': 'Cette déclaration est déjà enregistrée.',
  'refusal.unknown-declaration': 'Cette déclaration n’existe pas ou est déjà retirée. Rechargez la page.',
  'refusal.declaration-not-yours': 'Cette déclaration est d’une autre organisation, qui seule la retire.',
  'refusal.screening-finds-nothing': 'Rien à ouvrir : aucun signal d’alerte dans cette chaîne aujourd’hui.',
  'refusal.screening-has-cases': 'Chaque signal a déjà son dossier. Répondez aux questions ouvertes.',
} as const
