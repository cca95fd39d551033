/* The directory without a database: what is decided about a point and a house, and what a spreadsheet says. */
import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { ServicePointFacts, type ShelterFacts } from '../../contract-directory.ts'
import { readDirectory } from './directory-rows.ts'
import { type ServicePointCommand, type ServicePointContext, servicePointDecider } from './listed-point.ts'
import { type ServicePointEvent, servicePointKinds } from './service-point-events.ts'
import { type ShelterRegisterCommand, type ShelterRegisterEvent, shelterRegisterDecider, shelterRegisterKinds } from './shelter-register.ts'

const ids = [1, 2, 3].map((at) => `019aa5db-c580-7fff-bfff-00000000000${at}`)
const [own = '', other = ''] = ids
const context: ServicePointContext = {
  ...{ today: '2026-11-22', account: 'a', organisation: own, area: { province: 'XL1', isMine: true }, isOrganisationKnown: true },
  ...{ keeps: 'all', mayOpen: false },
}
const facts = mustParse(ServicePointFacts, {
  ...{ name: 'Poste', type: 'medical', organisation: own, area: 'XL101', contactRole: 'nurse', phone: null, hours: null, languages: [] },
  ...{ genders: [], ageBands: [], cost: 'free', isAccessible: true, capacity: null, safeToRefer: 'yes', safetyReason: null },
})
const list: ServicePointCommand = { type: 'list', facts, verifiedOn: '2026-11-22' }
const after = (...commands: readonly ServicePointCommand[]) => {
  let events: readonly ServicePointEvent[] = []
  for (const command of commands) {
    const outcome = servicePointDecider.decide(foldEvents(servicePointDecider, events), command, context)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    for (const { kind, payload } of outcome.value) mustParse(servicePointKinds[kind], payload)
    events = [...events, ...outcome.value]
  }
  return foldEvents(servicePointDecider, events)
}
const refusal = (before: readonly ServicePointCommand[], command: ServicePointCommand, more: Partial<ServicePointContext> = {}) => {
  const outcome = servicePointDecider.decide(after(...before), command, { ...context, ...more })
  return outcome.ok ? null : outcome.refusal.code
}
const elsewhere = { area: { province: 'XL1', isMine: false } }

test.each<readonly [string | null, readonly ServicePointCommand[], ServicePointCommand, Partial<ServicePointContext>]>([
  [null, [], list, {}],
  ['service-point-listed-already', [list], list, {}],
  ['unknown-area', [], list, { area: null }],
  ['area-not-yours', [], list, elsewhere],
  ['unknown-organisation', [], list, { isOrganisationKnown: false }],
  [null, [], list, { keeps: 'own' }],
  ['service-point-of-another-body', [], list, { keeps: 'own', organisation: other }],
  ['service-point-of-another-body', [list], { type: 'close', reason: 'double' }, { keeps: 'own', organisation: other }],
  // Neither may somebody else's point be made one's own.
  [
    'service-point-of-another-body',
    [list],
    { type: 'describe', facts: { ...facts, organisation: asId('organisation', other) } },
    { keeps: 'own', organisation: other },
  ],
  ['safety-needs-reason', [list], { type: 'describe', facts: { ...facts, safeToRefer: 'no' } }, {}],
  ['unknown-service-point', [], { type: 'verify' }, {}],
  ['area-not-yours', [list], { type: 'verify' }, elsewhere],
  ['service-point-closed', [list, { type: 'close', reason: 'moved' }], { type: 'verify' }, {}],
  // Who has no box is told what who asks for nothing is told.
  ['unknown-service-point', [list], { type: 'open-place' }, {}],
  [null, [list], { type: 'open-place' }, { mayOpen: true }],
  ['reader-named-twice', [list], { type: 'seal-place', readers: [asId('account', own), asId('account', own)] }, {}],
])('%s', (code, before, command, more) => expect(refusal(before, command, more)).toBe(code))

test('a reason that stands for nothing is not kept', () => {
  expect(after({ ...list, facts: { ...facts, safetyReason: 'other' } })?.facts.safetyReason).toBeNull()
})

const house: ShelterFacts = { name: 'Acacia', province: 'XL1', facility: 'shelter', security: 'secret', rules: [] }
const asked = {
  ...{ today: '2026-11-22', account: 'a', organisation: own, areaNames: ['Lukanda-Nord', 'Goma'], isProvinceKnown: true },
  ...{ isProvinceMine: true, mayOpen: false },
}
const houseRefusal = (command: ShelterRegisterCommand, more: object = {}, isThere = false) => {
  const outcome = shelterRegisterDecider.decide(isThere ? { organisation: own, facts: house, isClosed: false } : null, command, {
    ...asked,
    ...more,
  })
  if (outcome.ok) for (const event of outcome.value) mustParse(shelterRegisterKinds[event.kind], event.payload)
  return outcome.ok ? null : outcome.refusal.code
}
test('the name of a house tells no place, however it is written, and a word that only begins like one is none', () => {
  const named = (name: string) => houseRefusal({ type: 'register', facts: { ...house, name } })
  expect([named('Acacia'), named('Maison LUKANDA nord'), named('gomà'), named('Gomariste')]).toEqual([
    ...[null, 'shelter-name-tells-place', 'shelter-name-tells-place', null],
  ])
})
test('a house belongs to its body: for every other body it does not exist', () => {
  const close: ShelterRegisterCommand = { type: 'close', reason: 'unsafe' }
  expect([houseRefusal(close), houseRefusal(close, { organisation: other }, true), houseRefusal(close, {}, true)]).toEqual([
    ...['unknown-shelter', 'unknown-shelter', null],
  ])
  expect(houseRefusal({ type: 'register', facts: house }, { organisation: null })).toBe('shelter-needs-a-body')
  const closed: ShelterRegisterEvent = { kind: 'shelter.closed.v1', payload: { reason: 'moved', on: '2026-11-22', by: 'a', body: own } }
  expect(shelterRegisterDecider.evolve({ organisation: own, facts: house, isClosed: false }, closed)?.isClosed).toBe(true)
})

const world = {
  ...{ areas: [{ code: 'XL101', name: 'Lukanda-Nord' }], organisations: [{ id: own, name: 'Clinique Tumaini' }], today: '2026-11-22' },
  points: [{ name: 'Poste du pont', type: 'medical', area: 'XL101' }],
}
const readRow = (...cells: readonly string[]) =>
  readDirectory(
    [['Nom', 'TYPE', 'Territoire', 'Organisme', 'Langues', 'Genre', 'Âges', 'Sûr', 'Raison', 'Vérifié le', 'Capacité'], cells],
    world,
  ).rows[0]

test('a cell is understood as people write it', () => {
  const read = readRow(
    'Hôpital',
    'Hôpital',
    'lukanda nord',
    'clinique tumaini',
    'Français / Kiswahili',
    'filles',
    '0-5;6-10',
    'Oui',
    '',
    '3/11/2026',
    '12',
  )
  expect(read).toMatchObject({
    ...{ row: 2, problems: [], verifiedOn: '2026-11-03', same: null },
    facts: {
      ...{ type: 'medical', area: 'XL101', organisation: own, languages: ['fr', 'sw'], genders: ['Feminine'], ageBands: ['0-5', '6-10'] },
      ...{ safeToRefer: 'yes', safetyReason: null, capacity: 12 },
    },
  })
})
test('what nobody said to be safe is listed with care', () => {
  expect(readRow('Poste', 'santé', 'XL101')?.facts).toMatchObject({ safeToRefer: 'caution', safetyReason: 'other', cost: 'unknown' })
})
test.each([
  [['', 'santé', 'XL101'], ['Nom:row-needed']],
  [
    ['Poste', 'cabaret', 'Mars'],
    ['TYPE:row-not-understood', 'Territoire:row-unknown-area'],
  ],
  [['Poste', 'santé', 'XL101', 'Croix Bleue'], ['Organisme:row-unknown-body']],
  [['Poste', 'santé', 'XL101', '', '', '', '', 'non'], ['Raison:row-safety-needs-reason']],
  [
    ['Poste', 'santé', 'XL101', '', '', '', '', 'oui', '', '31/02/2026', 'dix'],
    ['Capacité:row-not-a-count', 'Vérifié le:row-not-a-day'],
  ],
  [['Poste', 'santé', 'XL101', '', '', '', '', 'oui', '', '2026-11-23'], ['Vérifié le:row-day-to-come']],
])('%j is named by its column', (cells, problems) => {
  const read = readRow(...cells)
  expect([read?.facts, read?.problems.map((one) => `${one.column}:${one.code}`)]).toEqual([null, problems])
})
test('the same point is found in the directory and in the file, whatever the letters', () => {
  const table = [
    ['name', 'type', 'territory'],
    ['POSTE DU PONT', 'health', 'XL101'],
    [''],
    ['Neuf', 'police', 'XL101'],
    ['neuf.', 'Police', 'Lukanda-Nord'],
  ]
  expect(readDirectory(table, world).rows.map((one) => [one.row, one.same])).toEqual([
    ...[
      [2, 'Poste du pont'],
      [4, null],
      [5, 'Neuf (4)'],
    ],
  ])
  expect(
    readDirectory(
      [
        ['Nom', 'Truc'],
        ['a', 'b'],
      ],
      world,
    ),
  ).toMatchObject({ missingColumns: ['type', 'area'], unknownColumns: ['Truc'], rows: [] })
})
