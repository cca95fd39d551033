import { expect, test } from 'vitest'
import { personKinds } from '../file/file-words.ts'
import type { Label } from '../label.ts'
import { caseMachine } from './case-machine.ts'
import { happenedLabels, movedLabels } from './event-labels.ts'

const forbidden = /esclave|coupable|slave|guilty|victim/i
const sentences = (labels: object): readonly [string, Label][] => Object.entries(labels)

test('acceptance 18: every event of a case and every step of it has a sentence in French and English, and none says what somebody is', () => {
  expect(Object.keys(happenedLabels).toSorted()).toEqual(Object.keys(personKinds).toSorted())
  expect(Object.keys(movedLabels).toSorted()).toEqual(caseMachine.names.toSorted())
  for (const [kind, { fr, en }] of [...sentences(happenedLabels), ...sentences(movedLabels)]) {
    expect(fr.length > 3 && en.length > 3, kind).toBe(true)
    expect(`${fr} ${en}`, kind).not.toMatch(forbidden)
    expect(fr, kind).not.toContain("'")
  }
})
