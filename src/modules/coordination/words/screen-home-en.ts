/* What committees lay on the home page. */
export const coordinationHomeEn = {
  'coordination.home': '{n|committee action of yours|committee actions of yours}',
  'coordination.home.rule': '{late} of them overdue',
  'coordination.home.keep': '{n|committee meeting convened|committee meetings convened}',
  'coordination.home.keep.rule': '{impaired} {impaired|committee|committees} impaired, {late} {late|action|actions} overdue',
  'kept.title': 'Committee actions kept, by the quarter of their day',
  'kept.step': 'Quarter',
  'kept.kept': 'done by their day',
  'kept.late': 'done late',
  'kept.overdue': 'overdue',
  'kept.open': 'open',
  'kept.source': 'Minutes and reports of {n} {n|committee|committees}, as of {day}',
} as const
