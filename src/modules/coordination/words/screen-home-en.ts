/* What committees lay on the home page. */
export const coordinationHomeEn = {
  'coordination.home': '{n|committee action of yours|committee actions of yours}',
  'coordination.home.rule': '{late} of them overdue',
  'coordination.home.keep': '{n|committee meeting convened|committee meetings convened}',
  'coordination.home.keep.rule': '{impaired} {impaired|committee|committees} impaired, {late} {late|action|actions} overdue',
} as const
