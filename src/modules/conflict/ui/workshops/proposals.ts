/* What a workshop begins with before anybody changes it (D): two days, six groups, three dots for each seat, an agenda from the welcome to the frozen version. Pure. */
import { addDays } from '../../../../kernel/calendar.ts'
import type { Translate } from '../../../../app/words.ts'
import type { AgendaItem } from '../../contract-workshops.ts'

export const PROPOSED_GROUPS = 6
export const PROPOSED_DOTS = 3

const agenda = [
  { day: '1', at: '08:30', part: 'welcome', step: 'pause' },
  { day: '1', at: '09:15', part: 'former', step: 'pause' },
  { day: '1', at: '10:00', part: 'places', step: 'places' },
  { day: '1', at: '12:30', part: 'meal', step: 'pause' },
  { day: '1', at: '13:30', part: 'facets', step: 'places' },
  { day: '1', at: '15:00', part: 'plenary', step: 'stances' },
  { day: '1', at: '16:30', part: 'evening', step: 'pause' },
  { day: '2', at: '08:30', part: 'reread', step: 'stances' },
  { day: '2', at: '09:30', part: 'causes', step: 'causes' },
  { day: '2', at: '12:30', part: 'meal', step: 'pause' },
  { day: '2', at: '13:30', part: 'votes', step: 'votes' },
  { day: '2', at: '14:30', part: 'answers', step: 'pause' },
  { day: '2', at: '15:30', part: 'closing', step: 'pause' },
] as const

export const proposedAgenda = (t: Translate): readonly AgendaItem[] =>
  agenda.map(({ day, at, part, step }) => ({ day, at, title: t(`workshop.agenda.${part}`), step }))
export const proposedGroups = (t: Translate): readonly string[] =>
  Array.from({ length: PROPOSED_GROUPS }, (_, index) => t('workshop.group.n', { n: index + 1 }))
/** A week to invite, then two days. */
export const proposedDays = (today: string): { readonly firstDay: string; readonly lastDay: string } => ({
  firstDay: addDays(today, 7),
  lastDay: addDays(today, 8),
})
/** In the order in which the hall lives them. */
export const inOrder = (items: readonly AgendaItem[]): readonly AgendaItem[] =>
  items.toSorted((a, b) => a.day.localeCompare(b.day) || a.at.localeCompare(b.at))
