/* Warnings without network: kept sealed, signed and sent later like everything that a telephone carries. Nothing is written into answers. */
import type { OfflinePart } from '../../../../app/field/offline-part.ts'

const TAKEN = '/api/conflict/warnings'

export const warningsOffline: OfflinePart = {
  subjectOf: (path, commandId) => (path === TAKEN ? `warning:${commandId}` : null),
  // Not of which type: who looks over a shoulder at the shelf of what waits need not read it.
  titleOf: () => Promise.resolve({ key: 'warning-new.title.short', facts: {} }),
  corrects: () => false,
  correction: () => Promise.resolve(null),
  afterRefusal: () => 'incident-new.refused',
  overlay: () => Promise.resolve(undefined),
}
