/*
Cases without network: opened and worked with steps that are signed and sent later. What lies in the outbox is sealed under the PIN like all of it, and
the words in it a second time for the team. The shelf says that something waits, and never of whom or what.
*/
import type { OfflinePart } from '../../../../app/field/offline-part.ts'

const STEPS = /^\/api\/cases\/([0-9a-f-]{36})\/steps$/
export const casesOffline: OfflinePart = {
  // A case that is opened has the id of its command, so that its steps wait for it.
  subjectOf: (path, commandId) => {
    if (path === '/api/cases') return `case:${commandId}`
    const found = STEPS.exec(path)
    return found?.[1] === undefined ? null : `case:${found[1]}`
  },
  titleOf: () => Promise.resolve({ key: 'case.shelf', facts: {} }),
  corrects: () => false,
  correction: () => Promise.resolve(null),
  afterRefusal: () => 'case.shelf.refused',
  overlay: () => Promise.resolve(undefined),
}
