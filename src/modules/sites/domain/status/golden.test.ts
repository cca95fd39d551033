/* Golden tests 1 to 6, 12 and 13 of the domain text, each named by its number, in its own figures. */
import { expect, test } from 'vitest'
import { ask, blue, order } from '../../../../../test/status-facts.ts'
import { decidingCriteria } from '../missions/criteria.ts'
import { type Answer, proposeColour } from '../missions/propose-colour.ts'
import { issueIcglrId, readIcglrId } from '../../contract-icglr-id.ts'
import { colourFromIpisCode } from './wire-code.ts'

const propose = (changed: { readonly [criterion: string]: Answer }) =>
  proposeColour({
    findings: decidingCriteria.map((one) => ({ criterion: one.id, answer: changed[one.id] ?? ('met' as const), narrative: undefined })),
    previousYellow: [],
    dissents: [],
  }).result

test('golden test 1: Y2 only is yellow; a yellow of 1 March 2024 ends on 1 September; production on 31 August allowed, on 2 September blocked, colour still yellow', () => {
  expect(propose({ Y2: 'violated' })).toBe('yellow')
  const facts = [order('yellow', '2024-03-01')]
  expect(ask(facts, '2024-08-31')).toMatchObject({ validUntil: '2024-09-01', allows: { produce: 'yes' } })
  expect(ask(facts, '2024-09-02')).toMatchObject({ internal: 'YELLOW', colour: 'yellow', lapsed: true, allows: { produce: 'no' } })
})

test('golden test 2: R1 violated and Y1 violated is red', () => {
  expect(propose({ R1: 'violated', Y1: 'violated' })).toBe('red')
})

test('golden test 3: one criterion not assessed gives no proposal, whichever it is', () => {
  for (const one of decidingCriteria) expect([one.id, propose({ [one.id]: 'not_assessed' })]).toEqual([one.id, 'incomplete'])
})

test('golden test 4: green from 10 January 2023, nothing after: lapsed on 10 January 2024 with wire code 0, red on 10 January 2027', () => {
  const facts = [order('green', '2023-01-10')]
  expect(ask(facts, '2024-01-09').internal).toBe('GREEN')
  expect(ask(facts, '2024-01-10')).toMatchObject({ internal: 'BLUE_LAPSED_GREEN', wireCode: 0 })
  expect(ask(facts, '2027-01-09').internal).toBe('BLUE_LAPSED_GREEN')
  expect(ask(facts, '2027-01-10')).toMatchObject({ internal: 'RED', wireCode: 3 })
})

test('golden test 5: blue request received on 1, 3, 5 June is active on 15 June; an objection of the committee on day 9 citing Y1 makes it none', () => {
  const june = ['2024-06-01', '2024-06-03', '2024-06-05']
  expect(ask([blue(june)], '2024-06-14').internal).toBe('BLUE_PENDING')
  expect(ask([blue(june)], '2024-06-15').internal).toBe('BLUE_ACTIVE')
  expect(ask([blue(june, { criterion: 'Y1', by: 'committee', on: '2024-06-14' })], '2024-06-15').internal).toBe('NONE')
})

test('golden test 6: red of 12 February 2025 for 6 months; asked on 1 September 2025 the red period ended; as known on 20 November it is red until 12 February 2026', () => {
  const red = order('red', '2025-02-12', { orderKind: 'red_listing', until: '2025-08-12' })
  const extension = order('red', '2025-08-12', {
    orderKind: 'extension',
    until: '2026-02-12',
    signedOn: '2025-11-03',
    recordedAt: '2025-11-03T10:00:00.000Z',
  })
  const then = ask([red, extension], '2025-09-01', '2025-09-01T23:59:59.999Z')
  expect(then).toMatchObject({ internal: 'RED', lapsed: true, validUntil: '2025-08-12', orderNumber: red.number })
  const now = ask([red, extension], '2025-09-01', '2025-11-20T23:59:59.999Z')
  expect(now).toMatchObject({ internal: 'RED', lapsed: false, validUntil: '2026-02-12', orderNumber: extension.number })
})

test('golden test 12: CD-1.5000+29.0000-00007 with latitude −1.5 in the record keeps south and is written CD--1.5000+29.0000-00007', () => {
  const read = readIcglrId('CD-1.5000+29.0000-00007', { latitude: -1.5, longitude: 29 })
  expect(read).toMatchObject({ ok: true, value: { latitude: -1.5, canonical: 'CD--1.5000+29.0000-00007' } })
  expect(issueIcglrId('CD', { latitude: -1.5, longitude: 29 }, 7)).toBe('CD--1.5000+29.0000-00007')
})

test('golden test 13: the IPIS value 4 is blue, 0 is none (the reader of the file has its own test of this name)', () => {
  expect([colourFromIpisCode(4), colourFromIpisCode(0)]).toEqual(['blue', 'none'])
})
