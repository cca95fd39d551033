import { expect, test } from 'vitest'
import { adult } from '../../../../../test/world/case-scenes.ts'
import { bestInterestsDecider } from '../children/best-interests.ts'
import * as story from '../case/case-story.ts'
import type { Row } from '../identification/findings.ts'
import type { Screening } from '../screening/screening.ts'
import { noWhole } from './file.ts'
import { waitsOf } from './waits.ts'

const heldAt = '2026-11-01T08:00:00.000Z'
const open = { ...noWhole, profile: adult, file: story.stateOf(story.tell([...story.active])) }
const screened = (rows: readonly Row[], more: Partial<Screening> = {}): Screening => ({
  ...{
    assessment: story.idOf('assessment', 70),
    facts: [],
    fieldAnswers: [],
    opinion: null,
    version: 'adult',
    isComplete: true,
    minutes: 30,
  },
  ...{ heldAt, rows: [...rows], instrument: '', instrumentSha256: '', by: story.worker, at: heldAt, ...more },
})
const after = (rows: readonly Row[], more: Partial<Screening> = {}, now = '2026-11-05T08:00:00.000Z') =>
  waitsOf({ ...open, screenings: new Map([['one', screened(rows, more)]]) }, now).filter((one) => !before.includes(one))
const before = waitsOf(open, '2026-11-05T08:00:00.000Z')

test.each<readonly [Row, readonly string[]]>([
  ['A0', ['second-interview']],
  ['A1', []],
  ['A2', ['finding-review']],
  ['A7', []],
  ['C1', ['best-interests']],
  ['C2', ['best-interests']],
  ['C3', ['best-interests']],
  ['C4', []],
])('after a finding %s there waits: %s', (row, waits) =>
  expect(after([row], { version: row.startsWith('C') ? 'child' : 'adult' })).toEqual(waits),
)

test('a finding of deception is asked again after thirty days, not before', () => {
  expect(after(['A4'], {}, '2026-12-01T07:59:59.000Z')).toEqual([])
  expect(after(['A4'], {}, '2026-12-01T08:00:00.000Z')).toEqual(['screen-again'])
})
test('an interview that was stopped asks for nothing, nor does one whose supervisor looked since, nor a newer one', () => {
  expect(after(['A2'], { isComplete: false })).toEqual([])
  const looked = { ...open.file, happened: [...open.file.happened, { what: 'supervise', at: '2026-11-02T08:00:00.000Z' } as const] }
  const both = new Map([['one', screened(['A2'])]])
  expect(waitsOf({ ...open, file: looked, screenings: both }, heldAt)).not.toContain('finding-review')
  const newer = new Map([...both, ['two', screened(['A7'], { heldAt: '2026-11-03T08:00:00.000Z' })]])
  expect(waitsOf({ ...open, screenings: newer }, '2026-11-05T08:00:00.000Z')).not.toContain('finding-review')
})
test('a child that was assessed waits for another person, who says what follows', () => {
  const assessed = { ...bestInterestsDecider.initial, state: 'bia-done' } as const
  const known = { ...open, things: { ...open.things, bestInterests: new Map([['one', assessed]]) } }
  expect(waitsOf(known, heldAt)).toContain('best-interests')
})
test('a wish to be forgotten waits until it is carried out', () => {
  const wished = { ...open, retention: { ...open.retention, choice: 'erase', choiceBy: 'a' } as const }
  expect(waitsOf(wished, heldAt)).toContain('erasure')
  expect(waitsOf({ ...wished, retention: { ...wished.retention, isShredded: true } }, heldAt)).not.toContain('erasure')
})
test('a case that was taken over waits while one account alone opens it, and no longer once a colleague does', () => {
  const member = (n: number, as: 'owner' | 'worker') =>
    ({ account: story.idOf('account', n), organisation: story.shelter, as, vaults: ['identity'], joinedAt: heldAt, until: null }) as const
  const taken = { ...open.file, happened: [...open.file.happened, { what: 'accept-transfer', at: heldAt } as const] }
  const alone = { ...open, file: taken, access: { ...open.access, members: [member(50, 'owner')] } }
  expect(waitsOf(alone, heldAt)).toContain('one-reader')
  expect(waitsOf({ ...alone, file: open.file }, heldAt)).not.toContain('one-reader')
  const two = { ...alone.access, members: [member(50, 'owner'), member(51, 'worker')] }
  expect(waitsOf({ ...alone, access: two }, heldAt)).not.toContain('one-reader')
})
