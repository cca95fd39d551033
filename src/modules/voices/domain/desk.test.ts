import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import { type DeskCommand, deskDecider } from './desk.ts'

const note = asId('voice-text', '0192f0c4-0000-7000-8000-000000000001')
const incident = asId('incident', '0192f0c4-0000-7000-8000-000000000002')
const { decide, evolve, initial } = deskDecider
const triage = (result: 'taken-up' | 'unfounded' | 'reopened') =>
  ({ type: 'triage', result, note, ...(result === 'taken-up' ? { incident } : {}) }) as const

test('who may not see a report is told that there is none, whatever is asked', () => {
  const commands: readonly DeskCommand[] = [
    triage('unfounded'),
    { type: 'answer', text: note },
    { type: 'name', organisations: [], kinds: ['ceec'] },
  ]
  for (const command of commands)
    expect(decide(initial, command, { maySee: false })).toMatchObject({ ok: false, refusal: { code: 'unknown-voice' } })
})
test('a report is settled once, and again only after it was reopened', () => {
  const settled = decide(initial, triage('unfounded'), { maySee: true })
  if (!settled.ok) throw new Error('not taken')
  const after = settled.value.reduce(evolve, initial)
  expect(after.state).toBe('unfounded')
  expect(decide(after, triage('taken-up'), { maySee: true })).toMatchObject({ refusal: { code: 'voice-already-settled' } })
  const reopened = decide(after, triage('reopened'), { maySee: true })
  if (!reopened.ok) throw new Error('not taken')
  expect(reopened.value.reduce(evolve, after).state).toBe('waiting')
  expect(decide(initial, triage('reopened'), { maySee: true })).toMatchObject({ refusal: { code: 'voice-not-settled' } })
})
