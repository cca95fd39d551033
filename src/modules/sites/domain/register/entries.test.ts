import { expect, test } from 'vitest'
import type { EntryContent } from '../../contract-register.ts'
import { type EntryRow, activityCodeOf, describedBy, hsCodesOf, licencesOn, partiesOf, standingEntries } from './entries.ts'

let serial = 0
const row = (content: EntryContent, acts_on: string, more: Partial<EntryRow> = {}): EntryRow => ({
  site_id: 's',
  id: `019a0000-0000-7000-8000-${String(++serial).padStart(12, '0')}`,
  acts_on,
  content,
  source: { name: 'test' },
  attachments: [],
  reason: null,
  learned_at: `${acts_on}T08:00:00.000Z`,
  ended_on: null,
  end_reason: null,
  end_learned_at: null,
  replaced_by: null,
  replaced_at: null,
  ...more,
})
const now = { asOf: '2026-06-01', knownAt: '2026-06-02T00:00:00.000Z' }
const people = (men: number): EntryContent => ({ group: 'workforce', men })

test('of counts the newest holds, of titles all that have not ended', () => {
  const licence = (number: string): EntryContent => ({
    group: 'licence',
    licence: { licenceType: 'other', number, coveredCommodities: ['2609.00.00'] },
  })
  const rows = [
    row(people(40), '2026-01-01'),
    row(people(60), '2026-03-01'),
    row(licence('A'), '2025-01-01'),
    row(licence('B'), '2026-02-01'),
  ]
  expect(standingEntries(rows, now).map((one) => one.content)).toEqual([people(60), licence('B'), licence('A')])
  expect(standingEntries(rows, { ...now, asOf: '2026-02-15' }).map((one) => one.content)).toContainEqual(people(40))
})

test('an end counts from its day and from when it was known; what was replaced is gone from then on', () => {
  const ended = row(people(40), '2026-01-01', { ended_on: '2026-05-01', end_learned_at: '2026-05-20T08:00:00.000Z' })
  expect(standingEntries([ended], now)).toEqual([])
  expect(standingEntries([ended], { ...now, knownAt: '2026-05-19T00:00:00.000Z' })).toMatchObject([{ until: null }])
  expect(standingEntries([ended], { ...now, asOf: '2026-04-30' })).toMatchObject([{ until: '2026-05-01' }])
  const wrong = row(people(400), '2026-01-01', { replaced_by: 'x', replaced_at: '2026-02-01T00:00:00.000Z' })
  expect(standingEntries([wrong], now)).toEqual([])
  expect(standingEntries([wrong], { ...now, knownAt: '2026-01-31T00:00:00.000Z' })).toHaveLength(1)
})

test('of a description each field has its own newest word', () => {
  const rows = [
    row({ group: 'description', altitudeMetres: 1500, areaHectares: 12 }, '2025-01-01'),
    row({ group: 'description', altitudeMetres: 1510 }, '2026-01-01'),
  ]
  expect(describedBy(standingEntries(rows, now))).toEqual({ altitudeMetres: 1510, areaHectares: 12 })
})

test('every site has a licence, even none; an expired one is no longer in force; codes are those of the minerals and more', () => {
  expect(licencesOn([], now.asOf, ['2609.00.00'])).toEqual([{ licenceType: 'unlicensed', coveredCommodities: ['2609.00.00'] }])
  const expired = row(
    { group: 'licence', licence: { licenceType: 'other', expiresOn: '2026-06-01', coveredCommodities: ['2609.00.00'] } },
    '2025-01-01',
  )
  expect(licencesOn(standingEntries([expired], now), now.asOf, [])).toMatchObject([{ inForce: false }])
  expect(hsCodesOf(['Sn', 'other'], ['2604.00.00', '2609.00.00'])).toEqual(['2609.00.00', '2604.00.00'])
  expect(activityCodeOf([], 'abandoned')).toBe(0)
  expect(activityCodeOf(standingEntries([row({ group: 'activity', activity: 'non-active' }, '2026-01-01')], now), 'active')).toBe(2)
  expect(partiesOf([], 'owner')).toEqual([])
})
