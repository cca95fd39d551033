/* Ce que les comités posent sur la page d’accueil. */
export const coordinationHomeFr = {
  'coordination.home': '{n|action de comité à vous|actions de comités à vous}',
  'coordination.home.rule': 'dont {late} en retard',
  'coordination.home.keep': '{n|réunion de comité convoquée|réunions de comités convoquées}',
  'coordination.home.keep.rule': '{impaired} {impaired|comité entravé|comités entravés}, {late} {late|action|actions} en retard',
} as const
