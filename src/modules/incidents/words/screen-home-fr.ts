/* Ce que les incidents posent sur la page d’accueil. */
export const incidentsHomeFr = {
  'incidents.home': '{n|incident vous attend|incidents vous attendent}',
  'incidents.home.rule': '{fresh} à prendre en charge, {late} en retard, {actions} {actions|action|actions} de votre organisme',
  'responses.title': 'Incidents : temps de vérification',
  'responses.step': 'Trimestre d’ouverture',
  'responses.in-time': 'Vérifiés à temps',
  'responses.late': 'Vérifiés en retard',
  'responses.waiting-late': 'Non vérifiés, délai passé',
  'responses.waiting': 'Délai en cours',
  'responses.source':
    'Registre des incidents que vous voyez ; délais proposés (D) : {one}, {two}, {three} jours selon la gravité ; au {day}',
} as const
