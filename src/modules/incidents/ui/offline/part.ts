/* Reports of incidents without network: kept, signed and sent later like everything that a telephone carries. Nothing is written into answers. */
import type { OfflinePart } from '../../../../app/field/offline-part.ts'
import { wordOr } from '../../../../app/words.ts'

const TAKEN = '/api/incidents'
const categoryOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'category' in data && typeof data.category === 'string' ? data.category : 'other'

export const incidentsOffline: OfflinePart = {
  subjectOf: (path, commandId) => (path === TAKEN ? `incident:${commandId}` : null),
  titleOf: ({ data }) => {
    const category = categoryOf(data)
    return Promise.resolve({ key: 'incident-new.title.short', facts: { category: wordOr(`incident.category.${category}`, category) } })
  },
  corrects: () => false,
  correction: () => Promise.resolve(null),
  afterRefusal: () => 'incident-new.refused',
  overlay: () => Promise.resolve(undefined),
}
