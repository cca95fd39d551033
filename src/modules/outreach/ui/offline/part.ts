/* Sheets of a test handed in without network: kept, signed and sent later like everything that a telephone carries. Nothing is written into answers. */
import type { OfflinePart } from '../../../../app/field/offline-part.ts'

const SHEETS = /^\/api\/training\/sessions\/([0-9a-f-]{36})\/sheets$/
const badgeOf = (data: unknown): number =>
  typeof data === 'object' && data !== null && 'badge' in data && typeof data.badge === 'number' ? data.badge : 0

export const sheetsOffline: OfflinePart = {
  // One after the other, in the order in which the telephone went round: the last sheet of a badge counts.
  subjectOf: (path) => {
    const session = SHEETS.exec(path)?.[1]
    return session === undefined ? null : `training-session:${session}`
  },
  titleOf: ({ data }) => Promise.resolve({ key: 'sheet-kept.title', facts: { badge: badgeOf(data) } }),
  corrects: () => false,
  correction: () => Promise.resolve(null),
  afterRefusal: () => 'sheet-kept.refused',
  overlay: () => Promise.resolve(undefined),
}
