/* Ce que les comités posent sur la page d’accueil. */
export const coordinationHomeFr = {
  'coordination.home': '{n|action de comité à vous|actions de comités à vous}',
  'coordination.home.rule': 'dont {late} en retard',
  'coordination.home.keep': '{n|réunion de comité convoquée|réunions de comités convoquées}',
  'coordination.home.keep.rule': '{impaired} {impaired|comité entravé|comités entravés}, {late} {late|action|actions} en retard',
  'kept.title': 'Actions de comités tenues, par trimestre de l’échéance',
  'kept.step': 'Trimestre',
  'kept.kept': 'faites à temps',
  'kept.late': 'faites trop tard',
  'kept.overdue': 'en retard',
  'kept.open': 'ouvertes',
  'kept.source': 'Procès-verbaux et comptes rendus de {n} {n|comité|comités}, au {day}',
} as const
