/* Custody to EPCIS and back, on histories made by chance: the published schema takes it, masses are exact, the same commands come back. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base, context, coop, fact, lots, site, trader, uuid } from '../../../../test/custody-facts-bed.ts'
import { fitsItsRoute } from '../../../../test/epcis-bodies.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { eventHash } from '../event-hash.ts'
import type { CustodyFact } from './custody-facts.ts'
import { readDocument } from './document.ts'
import { eventsFromCustody, exportContext, exportedKinds, lotOfFact } from './from-custody.ts'
import { type Json, type JsonObject, isObject, objectsOf } from './json.ts'
import { commandsFromEvent } from './to-custody.ts'
import { epcisDocument } from './write-document.ts'

const schemaFile = sharedFile('standards/epcis/schema/epcis-json-schema-2.0.1.json')
const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)
const published = schemaFile === null ? null : ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))

/** What the server does with identifiers: ours lead back to what they name. */
const byName = new Map([...lots.values()].map((lot) => [lot.number, lot.lot]))
function resolved(value: Json): Json {
  if (typeof value === 'string' && value.startsWith(`${base}/id/`)) {
    const name = decodeURIComponent((value.split('#')[0] ?? '').split('/').at(-1) ?? '')
    return byName.get(name) ?? name
  }
  if (Array.isArray(value)) return value.map(resolved)
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, resolved(part)])) : value
}

const grams = fc.integer({ min: 1, max: 30_000_000 })
const day = fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04')
const text = fc.constantFrom('a b', 'é/ü', 'Lettre n° 12', '100%', '4711')
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const draws = fc
  .array(fc.record({ lot: fc.constantFrom(uuid(1), uuid(2), uuid(3), uuid(4)), drawnGrams: grams }), { minLength: 1, maxLength: 4 })
  .map((list) => [...new Map(list.map((one) => [one.lot, one])).values()])
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value))

/** A fact of the log, and the command that made it. */
type Case = { readonly fact: CustodyFact; readonly type: string; readonly lot: string; readonly data: JsonObject }
const cases: fc.Arbitrary<Case> = fc.oneof(
  fc
    .record({
      massGrams: grams,
      tareGrams: maybe(grams),
      producedOn: day,
      weighedOn: day,
      pit: maybe(text),
      team: maybe(text),
      scale: maybe(text),
    })
    .map((data) => {
      const more = { site, mineral: 'Sn', holder: coop, tag: 'CD/00 1', tagIssuer: 'CEEC' }
      const payload = plain({
        ...data,
        ...more,
        number: 'CD/00 1',
        tagBatch: null,
        standing: { internal: 'green' },
        findings: [],
        alsoHeld: [],
      })
      return {
        fact: fact('lot.bag-registered.v1', uuid(1), payload),
        type: 'register-bag',
        lot: uuid(1),
        data: plain({ ...data, ...more }),
      }
    }),
  fc.record({ massGrams: grams, kind: fc.constantFrom('trader-lot', 'export-lot'), formedOn: day, inputs: draws }).map((data) => ({
    fact: fact('lot.combined.v1', uuid(5), plain({ ...data, number: 'L-5', mineral: 'Sn', holder: coop, findings: [] })),
    type: 'combine-lots',
    lot: uuid(5),
    data: plain({ ...data, number: 'L-5' }),
  })),
  fc.record({ massGrams: grams, sentOn: day, paper: maybe(text), despite: maybe(text) }).map((data) => {
    const more = {
      legs: [{ from: 'Rubaya', to: 'Goma', departedOn: '2026-03-02', mode: 'road', vehicle: '1234 AB' }],
      papers: [{ number: 'B/7', kind: 'transport', statedGrams: 12 }],
    }
    const payload = plain({ ...data, ...more, from: coop, to: trader, beforeGrams: 12, findings: [] })
    return {
      fact: fact('lot.sent.v1', uuid(2), payload),
      type: 'transfer-lot',
      lot: uuid(2),
      data: plain({ ...data, ...more, to: trader }),
    }
  }),
  fc.record({ massGrams: grams, receivedOn: day, function: maybe(text) }).map((data) => {
    const otherSide = { organisation: coop, function: 'driver', agrees: true }
    const payload = plain({ ...data, otherSide, from: coop, by: trader, sentGrams: 12, findings: [] })
    return { fact: fact('lot.received.v1', uuid(4), payload), type: 'receive-lot', lot: uuid(4), data: plain({ ...data, otherSide }) }
  }),
  fc
    .record({
      element: fc.constantFrom('Sn', 'Ta2O5', 'moisture'),
      value: fc.double({ min: 0, max: 100, noNaN: true }),
      unit: fc.constantFrom('percent', 'per-mille'),
      uncertainty: maybe(fc.constant(0.4)),
      sample: maybe(text),
    })
    .map((data) => {
      const more = { lab: 'CEEC Bukavu', method: 'xrf', assayedOn: '2026-03-04', others: [{ element: 'Fe', value: 2.5, unit: 'percent' }] }
      return {
        fact: fact('lot.assayed.v1', uuid(4), plain({ ...data, ...more, findings: [] })),
        type: 'record-assay',
        lot: uuid(4),
        data: plain({ ...data, ...more }),
      }
    }),
  fc
    .record({
      inputs: draws,
      outputs: fc.uniqueArray(grams, { minLength: 1, maxLength: 3 }),
      doneOn: day,
      remark: maybe(text),
      kind: fc.constantFrom('split', 'washing'),
    })
    .map(({ outputs, inputs, ...data }) => {
      const charge = { moistureHundredths: 450, element: 'Sn', percent: 61.5, dryGrams: 1, containedGrams: null }
      const said = { moistureHundredths: 450, grade: { element: 'Sn', percent: 61.5 } }
      const payload = {
        ...{ ...data, number: 'P/1', mineral: 'Sn', organisation: coop, balance: { lossGrams: -3 }, findings: [] },
        inputs: inputs.map((one) => ({ ...one, ...charge })),
        outputs: outputs.map((massGrams, at) => ({
          lot: uuid(700 + at),
          number: `O-${at}`,
          role: at === 0 ? 'main' : 'tailings',
          massGrams,
          drawnGrams: [1],
          ...charge,
        })),
      }
      const command = {
        ...{ ...data, number: 'P/1' },
        inputs: inputs.map((one) => ({ ...one, ...said })),
        outputs: outputs.map((massGrams, at) => ({ number: `O-${at}`, role: at === 0 ? 'main' : 'tailings', massGrams, ...said })),
      }
      const type = data.kind === 'split' ? 'split-lot' : 'process-lot'
      return { fact: fact('processing.recorded.v1', uuid(800), plain(payload)), type, lot: 'O-0', data: plain(command) }
    }),
  fc.record({ massGrams: grams, on: day, reason: text, which: fc.nat({ max: 6 }) }).map(({ massGrams, on, reason, which }): Case => {
    const lot = uuid(4)
    const leg = { from: 'Goma', to: 'Gisenyi', departedOn: on, mode: 'road', vehicle: '12 AB' }
    const pack = { packages: 20, packageType: 'drum', container: 'MSKU 1', seals: ['S1', 'S2'], sealedOn: on }
    const acts: readonly (readonly [string, string, JsonObject, JsonObject])[] = [
      ['lot.leg-recorded.v1', 'record-leg', leg, leg],
      [
        'lot.rejected.v1',
        'reject-lot',
        { by: trader, reason, sentGrams: 1, massGrams, rejectedOn: on, findings: [] },
        { reason, massGrams, rejectedOn: on },
      ],
      [
        'lot.taken-back.v1',
        'take-back-lot',
        { from: trader, reason, beforeGrams: 1, massGrams, takenBackOn: on },
        { reason, massGrams, takenBackOn: on },
      ],
      [
        'lot.stored.v1',
        'store-lot',
        { depot: trader, place: reason, beforeGrams: 1, massGrams, storedOn: on },
        { place: reason, depot: trader, massGrams, storedOn: on },
      ],
      ['lot.left-depot.v1', 'leave-depot', { depot: trader, inGrams: 1, massGrams, leftOn: on }, { massGrams, leftOn: on }],
      [
        'lot.seized.v1',
        'seize-lot',
        { authority: 'Parquet', paper: 'PV', reason, seizedOn: on },
        { authority: 'Parquet', paper: 'PV', reason, seizedOn: on },
      ],
      ['lot.packed.v1', 'pack-lot', { ...pack, buyer: 'X' }, pack],
    ]
    const [kind, type, payload, data] = acts[which] ?? ['', '', {}, {}]
    return { fact: fact(kind, lot, payload), type, lot, data }
  }),
  fc.constantFrom('quarantine', 'release', 'void').chain((act) =>
    text.map((reason) => ({
      fact: fact(`lot.${{ quarantine: 'quarantined', release: 'released', void: 'voided' }[act]}.v1`, uuid(4), { reason }),
      type: `${act}-lot`,
      lot: uuid(4),
      data: { reason },
    })),
  ),
)

function exported(facts: readonly CustodyFact[]): readonly JsonObject[] {
  const events = facts.flatMap((one) => eventsFromCustody(one, context(facts)))
  const document = epcisDocument(
    events.map((raw) => ({ raw, context: exportContext(base) })),
    { createdAt: '2026-03-05T00:00:00.000Z' },
  )
  const read = readDocument(JSON.parse(JSON.stringify(document)))
  expect(read.problems).toEqual([])
  if (published) expect(published(JSON.parse(JSON.stringify(document))), JSON.stringify(published.errors?.slice(0, 3))).toBe(true)
  return read.events.flatMap((event) => (event.normal ? [event.normal] : []))
}

test('what custody did comes back as the same command, to the gram', () => {
  fc.assert(
    fc.property(cases, ({ fact: one, type, lot, data }) => {
      const [event] = exported([one])
      const answer = commandsFromEvent(event ?? {}, { base })
      expect(answer.kept).toBeNull()
      expect(fitsItsRoute(type, resolved({ ...answer.commands[0]?.data }))).toBe(true)
      expect(answer.commands.map((command) => ({ type: command.type, lot: resolved(command.lot), data: resolved(command.data) }))).toEqual([
        { type, lot, data },
      ])
    }),
    { numRuns: 400 },
  )
})

const bag = fact('lot.bag-registered.v1', uuid(1), {
  ...{ number: 'CD/00 1', site, tag: 'CD/00 1', tagIssuer: 'CEEC', tagBatch: null, mineral: 'Sn', massGrams: 41_501, tareGrams: 99 },
  ...{
    producedOn: '2026-03-03',
    weighedOn: '2026-03-04',
    pit: 'P4',
    holder: coop,
    position: { latitude: -1.5, longitude: 28.9 },
    photo: 'x',
  },
  ...{ standing: { internal: 'green' }, findings: [{ rule: 'F01', severity: 'C', facts: {} }], alsoHeld: [uuid(2)] },
})

test('a bag from the pit: its tag, its mass in kilograms to the gram, its scale, its place, and no position', () => {
  const [event, ...holds] = eventsFromCustody(bag, context())
  expect(event).toMatchObject({
    type: 'ObjectEvent',
    action: 'ADD',
    bizStep: 'commissioning',
    eventTime: '2026-03-04T11:00:30.000+02:00',
    epcList: [`${base}/id/obj/CEEC/CD%2F00%201`],
    quantityList: [{ epcClass: `${base}/id/class/Sn/CD%2F00%201`, quantity: 41.501, uom: 'KGM' }],
    bizLocation: { id: `${base}/id/loc/${site}` },
    readPoint: { id: `${base}/id/loc/${site}#P4` },
    ilmd: { 'chanzo:mineral': 'Sn', 'chanzo:producedOn': '2026-03-03' },
  })
  expect(JSON.stringify(event)).not.toMatch(/latitude|28\.9|F01/)
  expect(holds.map((hold) => [hold['bizStep'], hold['epcList']])).toEqual([
    ['holding', [`${base}/id/obj/CEEC/CD%2F00%201`]],
    ['holding', [`${base}/id/obj/CEEC/CD%2F00%202`]],
  ])
  expect(commandsFromEvent(exported([bag])[1] ?? {}, { base }).kept).toEqual({ reason: 'not-a-custody-act', detail: 'held-by-rule' })
})

test('gold is said in grams, to the milligram', () => {
  const melted = fact('lot.combined.v1', uuid(6), {
    ...{ number: 'B-1', kind: 'gold-bar', mineral: 'Au', holder: coop, massGrams: 12, massMilligrams: 12_345, formedOn: '2026-03-04' },
    inputs: [{ lot: uuid(1), drawnGrams: 12, drawnMilligrams: 12_400 }],
  })
  const [event] = eventsFromCustody(melted, {
    ...context(),
    lotOf: () => ({ lot: uuid(1), number: 'S-1', kind: 'gold-sachet', mineral: 'Au', tag: null, holder: coop }),
  })
  expect(event).toMatchObject({
    inputQuantityList: [{ quantity: 12.4, uom: 'GRM' }],
    outputEPCList: [`${base}/id/obj/B-1`],
    outputQuantityList: [{ quantity: 12.345, uom: 'GRM' }],
  })
  expect(commandsFromEvent(exported([melted])[0] ?? {}, { base }).kept?.reason).toBe('finer-than-a-gram')
})

test('a sachet, its reopening and its melt are said in grams, without price and digger', () => {
  const known = {
    ...context(),
    lotOf: () => ({ lot: uuid(1), number: 'OR-00001', kind: 'gold-sachet', mineral: 'Au', tag: null, holder: coop }),
  }
  const gold = { mineral: 'Au', massGrams: 12, massMilligrams: 12_400 }
  const sealed = fact('gold.sachet-sealed.v1', uuid(1), {
    ...{ ...gold, number: 'OR-00001', kind: 'gold-sachet', serial: 'OR-00001', serialIssuer: 'CEEC', holder: coop, site: uuid(9) },
    ...{ producedOn: '2026-03-01', sealedOn: '2026-03-02', artisanCard: 'CE-0114', amountHundredths: 98_765, findings: [], alsoHeld: [] },
  })
  const reopened = fact('gold.reopened.v1', uuid(1), {
    ...{ ...gold, number: 'OR-00001', reason: 'contrôle', witnesses: [{ organisation: trader, function: 'expert' }] },
    ...{ sealFound: 'whole', newSerial: null },
  })
  const melted = fact('gold.melted.v1', uuid(77), {
    ...{ number: 'F-1', organisation: coop, meltedOn: '2026-03-03', inputs: [{ lot: uuid(1), drawnGrams: 12, drawnMilligrams: 12_400 }] },
    outputs: [{ lot: uuid(6), number: 'B-1', kind: 'gold-bar', role: 'bar', massGrams: 12, massMilligrams: 12_345 }],
  })
  const [first, second, third] = [sealed, reopened, melted].map((one) => eventsFromCustody(one, known)[0] ?? {})
  const sachet = `${base}/id/obj/CEEC/OR-00001`
  expect(first).toMatchObject({
    'chanzo:act': 'seal-sachet',
    action: 'ADD',
    epcList: [sachet],
    quantityList: [{ quantity: 12.4, uom: 'GRM' }],
  })
  expect(second).toMatchObject({ bizStep: 'inspecting', quantityList: [{ quantity: 12.4, uom: 'GRM' }] })
  expect(third).toMatchObject({
    ...{ type: 'TransformationEvent', inputQuantityList: [{ quantity: 12.4, uom: 'GRM' }] },
    ...{ outputEPCList: [`${base}/id/obj/B-1`], outputQuantityList: [{ quantity: 12.345, uom: 'GRM' }] },
  })
  expect(JSON.stringify([first, second, third])).not.toMatch(/98765|CE-0114/)
  expect([lotOfFact(sealed), lotOfFact(reopened), lotOfFact(melted)]).toEqual([uuid(1), uuid(1), uuid(6)])
})

test('a wrong mass: the same event again under its id, declared wrong, and the right one; twice over', () => {
  const corrections = [41_000, 40_500].map((massGrams) =>
    fact('lot.mass-corrected.v1', uuid(1), { beforeGrams: 1, massGrams, reason: 'scale', findings: [] }),
  )
  const facts = [{ ...bag, payload: { ...bag.payload, findings: [], alsoHeld: [] } }, ...corrections]
  const history = context(facts)
  const [first, ...rest] = facts.flatMap((one) => eventsFromCustody(one, history))
  const [declared, right, declaredAgain, rightAgain] = rest
  const id = (event: JsonObject | undefined): string => eventHash(event ?? {}, exportContext(base))
  expect(declared).toEqual({
    ...first,
    eventID: id(first),
    errorDeclaration: { declarationTime: '2026-03-04T12:00:00.000+02:00', reason: 'incorrect_data', correctiveEventIDs: [id(right)] },
  })
  expect(id(declared)).toBe(id(first))
  expect(right).toMatchObject({ quantityList: [{ quantity: 41 }], 'chanzo:corrects': id(first) })
  expect(declaredAgain).toMatchObject({ eventID: id(right), quantityList: [{ quantity: 41 }] })
  expect(rightAgain).toMatchObject({ quantityList: [{ quantity: 40.5 }] })
  const commands = exported(facts).map((event) => commandsFromEvent(event, { base }))
  expect(commands.map((answer) => answer.commands[0]?.type ?? answer.kept?.reason)).toEqual([
    'register-bag',
    'declares-an-error',
    'correct-mass',
    'declares-an-error',
    'correct-mass',
  ])
  expect(commands[4]?.commands[0]?.data).toEqual({ massGrams: 40_500, reason: 'scale' })
})

const others: readonly (readonly [string, string, JsonObject])[] = [
  ['lot.leg-recorded.v1', 'transporting', { from: 'Goma', to: 'Gisenyi', departedOn: '2026-03-02', mode: 'road' }],
  ['lot.rejected.v1', 'inspecting', { by: trader, reason: 'wet', sentGrams: 12, rejectedOn: '2026-03-02', findings: [] }],
  ['lot.taken-back.v1', 'void_shipping', { from: trader, beforeGrams: 12, massGrams: 12, reason: 'wet', takenBackOn: '2026-03-02' }],
  [
    'lot.handed-over.v1',
    'receiving',
    { from: coop, to: trader, purchase: uuid(44), beforeGrams: 1, massGrams: 7, handedOverOn: '2026-03-02' },
  ],
  ['lot.stored.v1', 'storing', { depot: trader, place: 'Depot 3', beforeGrams: 1, massGrams: 7, storedOn: '2026-03-02' }],
  ['lot.left-depot.v1', 'departing', { depot: trader, inGrams: 1, massGrams: 7, leftOn: '2026-03-02' }],
  [
    'lot.packed.v1',
    'packing',
    { packages: 20, packageType: 'drum', container: 'MSKU 1234567', seals: ['S1', 'S2'], sealedOn: '2026-03-02' },
  ],
  ['lot.seized.v1', 'holding', { authority: 'Parquet', paper: 'PV 12', reason: 'no papers', seizedOn: '2026-03-02' }],
  ['lot.seizure-lifted.v1', 'holding', { paper: 'PV 13', reason: 'papers shown', liftedOn: '2026-03-03' }],
  ['lot.mass-corrected.v1', 'inspecting', { beforeGrams: 1, massGrams: 7, reason: 'scale', findings: [] }],
  [
    'purchase.recorded.v1',
    '',
    {
      number: 'A-1',
      seller: coop,
      buyer: trader,
      lots: [{ lot: uuid(1), massGrams: 7, priceHundredthsPerKilogram: 98_765 }],
      boughtOn: '2026-03-02',
      otherSideFunction: null,
    },
  ],
  ['certificate.issued.v1', '', { number: 'CD-2026-1', lot: uuid(4), issuedOn: '2026-03-02', expiresOn: '2026-05-31' }],
]
test.each(others)('%s is exported, and no price with it', (kind, step, payload) => {
  const one = fact(kind, kind.startsWith('lot.') ? uuid(4) : uuid(55), payload)
  const events = exported([one])
  expect(events[0]?.['bizStep'] ?? '').toBe(step === '' ? '' : `https://ref.gs1.org/cbv/BizStep-${step}`)
  expect(JSON.stringify(events)).not.toMatch(/price|98765/)
  expect(lots.has(lotOfFact(one) ?? '')).toBe(true)
  if (kind === 'lot.packed.v1')
    expect(events[1]).toMatchObject({ type: 'AssociationEvent', childEPCs: [`${base}/id/obj/seal-S1`, `${base}/id/obj/seal-S2`] })
})
test('every kind that is exported stands in this file', () => {
  const tried = new Set([
    ...others.map(([kind]) => kind),
    ...['bag-registered', 'combined', 'sent', 'received', 'assayed', 'quarantined', 'released', 'voided'].map((name) => `lot.${name}.v1`),
    ...['processing.recorded.v1', 'certificate.revoked.v1'],
    ...['gold.sachet-sealed.v1', 'gold.reopened.v1', 'gold.melted.v1'],
  ])
  expect(exportedKinds.filter((kind) => !tried.has(kind))).toEqual([])
})
test('a certificate that is withdrawn takes the lot off that paper', () => {
  const issued = fact('certificate.issued.v1', uuid(55), { number: 'CD-2026-1', lot: uuid(4) })
  const revoked = fact('certificate.revoked.v1', uuid(55), { number: 'CD-2026-1', on: '2026-03-09', reason: 'r' })
  const events = exported([issued, revoked])
  expect(events.map((event) => [event['action'], objectsOf(event['bizTransactionList'])[0]?.['bizTransaction']])).toEqual([
    ['ADD', `${base}/id/bt/cert-CD-2026-1`],
    ['DELETE', `${base}/id/bt/cert-CD-2026-1`],
  ])
})
