/* Signals without network: signed and sent later like everything that a telephone carries. The shelf says that one waits and not of what kind. */
import type { OfflinePart } from '../../../../app/field/offline-part.ts'

const TAKEN = '/api/signals'
export const signalsOffline: OfflinePart = {
  subjectOf: (path, commandId) => (path === TAKEN ? `signal:${commandId}` : null),
  titleOf: () => Promise.resolve({ key: 'signal.shelf', facts: {} }),
  corrects: () => false,
  correction: () => Promise.resolve(null),
  afterRefusal: () => 'signal.shelf.refused',
  overlay: () => Promise.resolve(undefined),
}
