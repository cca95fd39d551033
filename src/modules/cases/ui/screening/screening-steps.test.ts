import { expect, test } from 'vitest'
import { interview } from '../../../../../test/interview-draft.ts'
import { asId } from '../../../../kernel/schema.ts'
import { type AgeBand, bandsFrom } from '../../domain/consent/age-bands.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { resultOf } from './draft-result.ts'
import type { ScreeningDraft } from './screening-draft.ts'
import { profileStep, recordStep, violenceIn, wordsOf } from './screening-steps.ts'

const ending = { account: asId('account', '01979b9e-0000-7000-8000-000000000001'), today: '2026-11-21' }
const coded = (more: Partial<ScreeningDraft>) => {
  const result = resultOf(interview(more), { ...ending, now: '2026-11-21T09:30:00.000Z', zone: 'Africa/Lubumbashi' })
  if (result.coded === null) throw new Error('the interview is kept')
  return result.coded
}
const sixteen: ScreeningDraft['age'] = { kind: 'years', years: '16', fromYears: '', toYears: '', disputed: false }
const known: Profile = {
  ...{ age: { kind: 'COMPLETED_MONTHS', months: 15 * 12, disputed: false }, isMature: true, gender: 'Feminine', citizenship: [] },
  ...{ languages: [], displacement: 'none', disability: 'none', roles: ['witness'], exploitedIn: 'CD61', country: 'COD' },
}
const profile = (more: Partial<ScreeningDraft>, before: Profile | null) => {
  const step = profileStep(coded(more), before)
  return step.about === 'profile' ? step.ask.profile : null
}

test('a new interview keeps what was said of a young person’s understanding, of the place and of the role', () => {
  expect(profile({ age: sixteen }, known)).toMatchObject({ isMature: true, roles: ['witness'], exploitedIn: 'CD61', country: 'COD' })
  expect(profile({ age: sixteen }, { ...known, isMature: false })).toMatchObject({ isMature: false })
  // Who was taken for an adult was never asked.
  const taken: Profile = { ...known, age: { kind: 'COMPLETED_MONTHS', months: 240, disputed: false } }
  expect(profile({ age: sixteen }, taken)).toMatchObject({ isMature: false })
})
test('whose understanding counts is read by the ages of the body: one that begins at 17 takes a word of 16 for nothing', () => {
  const mature = (bands?: readonly AgeBand[]) => {
    const step = profileStep(
      coded({ age: sixteen }),
      { ...known, age: { kind: 'COMPLETED_MONTHS', months: 16 * 12, disputed: false } },
      bands,
    )
    return step.about === 'profile' && step.ask.profile.isMature
  }
  expect([mature(), mature(bandsFrom({ heard: 6, assents: 11, mature: 17 }, 'D'))]).toEqual([true, false])
})
test('a place that the interview says replaces the one before; one that it does not say is none of a new file', () => {
  expect(profile({ harmPlace: { province: 'CD62', country: 'COD' } }, known)).toMatchObject({ exploitedIn: 'CD62', country: 'COD' })
  expect(profile({}, null)).toMatchObject({ exploitedIn: null, country: null })
})
test('tasks and who proposed the work stand among the codes', () => {
  const lists = { 'task-and-mineral': { answer: 'YES', which: ['digging', 'a word'] } } as const
  const step = recordStep(coded({ lists }), { assessment: asId('assessment', '01979b9e-0000-7000-8000-000000000002'), reason: null })
  expect(step.ask).toMatchObject({ tasks: ['digging'], proposedBy: [] })
})

test('when it happened is found again in the sealed words of the newest interview, and nowhere else', () => {
  const notes = (violenceAt: string) =>
    wordsOf({ ...coded({}), violenceAt }, {}).flatMap(({ slot, text }) => (slot === 'note' ? [{ plain: text }] : []))
  const texts = [...notes('2026-11-18T08:00:00.000Z'), ...notes('2026-11-20T08:00:00.000Z'), { plain: 'Une note' }, { plain: null }]
  expect(violenceIn(texts)).toBe('2026-11-20T08:00:00.000Z')
  expect(violenceIn([{ plain: 'chanzo-screening-v1 {' }])).toBeNull()
  expect(violenceIn(wordsOf(coded({}), {}).map(({ text }) => ({ plain: text })))).toBeNull()
})
