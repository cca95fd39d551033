import { expect, test } from 'vitest'
import {
  emptyDraft,
  findingsOf,
  type InspectionDraft,
  readDraft,
  sentAnswers,
  shownAnswers,
  unsentCount,
  withAnswer,
  withoutSent,
  writeDraft,
} from './draft.ts'

const memory = () => {
  const held = new Map<string, string>()
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    size: () => held.size,
  }
}
const violated = {
  answer: 'violated',
  narrative: 'Barrière à l’entrée',
  evidence: [{ reference: 'carnet p. 14', kind: 'document' }],
} as const
const draft: InspectionDraft = {
  by: 'saemape',
  answers: { R1: violated },
  dissents: [{ by: 'civil-society', criterion: 'R2', reason: 'vu deux enfants' }],
}

test('a draft survives a reload of the page, word for word', () => {
  const storage = memory()
  expect(writeDraft(storage, 'i1', draft)).toBe(true)
  expect(readDraft(storage, 'i1')).toEqual(draft)
  expect(readDraft(storage, 'i2')).toEqual(emptyDraft)
})

test('a device that cannot keep says so', () => {
  const full = {
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => undefined,
  }
  expect(writeDraft(full, 'i1', draft)).toBe(false)
})

test.each(['', '{', '[]', '{"by":1,"answers":{},"dissents":[]}', '{"by":"","answers":{"R1":4},"dissents":[]}'])(
  'a damaged draft counts as none: %s',
  (text) => {
    expect(readDraft({ getItem: () => text }, 'i1')).toEqual(emptyDraft)
  },
)

const sent = sentAnswers([
  { criterion: 'R1', answer: 'met', narrative: null, evidence: [], late: false },
  { criterion: 'Y1', answer: 'violated', narrative: 'n', evidence: [], late: true },
])
test('the form shows the device over the server, and late answers are not the form', () => {
  expect(Object.keys(sent)).toEqual(['R1'])
  expect(shownAnswers(draft, sent)['R1']).toEqual(violated)
})

test('an answer that is again what the server has leaves the draft', () => {
  const back = withAnswer(draft, { criterion: 'R1', answer: { answer: 'met', narrative: ' ', evidence: [] }, sent: sent['R1'] })
  expect(back.answers).toEqual({})
  expect(unsentCount(back)).toBe(1)
})

test('what was typed while sending stays', () => {
  const later = withAnswer(draft, { criterion: 'R2', answer: { answer: 'met', narrative: '', evidence: [] }, sent: undefined })
  const left = withoutSent(later, draft)
  expect(Object.keys(left.answers)).toEqual(['R2'])
  expect(left.dissents).toEqual([])
  const retyped = withAnswer(draft, { criterion: 'R1', answer: { ...violated, narrative: 'autre' }, sent: undefined })
  expect(Object.keys(withoutSent(retyped, draft).answers)).toEqual(['R1'])
})

test('blank words are left out of what is sent, and an empty draft leaves nothing on the device', () => {
  expect(findingsOf({ Y1: { answer: 'met', narrative: '  ', evidence: [] } })).toEqual([{ criterion: 'Y1', answer: 'met' }])
  const storage = memory()
  writeDraft(storage, 'i1', draft)
  writeDraft(storage, 'i1', emptyDraft)
  expect(storage.size()).toBe(0)
})
