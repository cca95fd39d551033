/* The four shelves and how much lies on each. */
import type { Phone } from '../../../app/field/phone.ts'
import { shelfOf } from '../domain/sync-mark.ts'
import { useNewVisits } from './new-visits.ts'
import { keptDrafts } from './kept-drafts.ts'
import { useOutbox } from './use-phone.ts'

export const SHELVES = ['new', 'drafts', 'ready', 'sent'] as const
export type Shelf = (typeof SHELVES)[number]

/** A number that is not known yet is left out. */
export function useShelfCounts(phone: Phone): { readonly [S in Shelf]?: number } {
  const visits = useNewVisits(phone)
  const { items } = useOutbox(phone)
  return {
    ...(visits.data ? { new: visits.data.visits.length } : {}),
    drafts: keptDrafts().length,
    ...(items
      ? {
          ready: items.filter((item) => shelfOf(item) === 'ready').length,
          sent: items.filter((item) => shelfOf(item) === 'sent').length,
        }
      : {}),
  }
}
