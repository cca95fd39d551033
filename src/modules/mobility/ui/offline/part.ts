/* Counts at a flow monitoring point without network: kept, signed and sent later like everything that a telephone carries. Nothing is written into answers. */
import type { OfflinePart } from '../../../../app/field/offline-part.ts'

const dayOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'day' in data && typeof data.day === 'string' ? data.day : ''

export const mobilityOffline: OfflinePart = {
  subjectOf: (path, commandId) => (path === '/api/flow-counts' ? `flow-count:${commandId}` : null),
  titleOf: ({ data }) => Promise.resolve({ key: 'flow-kept.title', facts: { day: dayOf(data) } }),
  corrects: () => false,
  correction: () => Promise.resolve(null),
  afterRefusal: () => 'flow-kept.refused',
  overlay: () => Promise.resolve(undefined),
}
