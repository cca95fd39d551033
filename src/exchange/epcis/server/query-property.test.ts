/*
Random events and random queries: what SQL answers over HTTP is what a plain filter over the events in memory answers. The filter is
written from the text of the standard and shares no code with the server.
*/
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Json, type Machine, documentOf, eventsIn, openMachine } from '../../../../test/epcis-bed.ts'

const world = await freshDatabase()
let app: FastifyInstance
let client: Machine
const faults: unknown[] = []
beforeAll(async () => {
  app = await world.program.createHttp(({ error }) => void faults.push(error))
  client = await openMachine(world, app)
})
afterAll(async () => {
  await app.close()
  expect(faults).toEqual([])
})

const ASM = 'https://asm.example/voc/'
const CONTEXT = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { asm: ASM }]
/** Things that are few, so that queries find something. Where two spellings stand, they are of one thing. */
const EPCS = [
  ['urn:epc:id:sgtin:0614141.107346.1', 'https://id.gs1.org/01/10614141073464/21/1'],
  ['https://example.com/obj/2'],
  ['urn:epc:id:sscc:0614141.1234567890', 'https://id.gs1.org/00/106141412345678908'],
  ['https://example.com/obj/4'],
]
const CLASSES = [
  ['urn:epc:class:lgtin:4012345.012345.998877', 'https://id.gs1.org/01/04012345123456/10/998877'],
  ['https://example.com/class/b'],
]
const STEPS = [['shipping', 'https://ref.gs1.org/cbv/BizStep-shipping'], ['receiving'], ['storing']]
const STATES = [['in_transit', 'https://ref.gs1.org/cbv/Disp-in_transit'], ['active'], ['conformant']]
const PLACES = [['urn:epc:id:sgln:0614141.07346.1234', 'https://id.gs1.org/414/0614141073467/254/1234'], ['https://example.com/loc/b']]
const PAPERS = [['https://example.com/bt/1'], ['https://example.com/bt/2']]
const PARTIES = [['https://example.com/party/1'], ['https://example.com/party/2']]
const TIMES = ['2026-11-01T10:00:00.000Z', '2026-11-01T12:00:00.000+02:00', '2026-11-02T00:30:00.000+01:00', '2026-11-03T08:00:00.000Z']
const MINERALS = ['cassiterite', 'coltan']
const names = [...EPCS, ...CLASSES, ...STEPS, ...STATES, ...PLACES, ...PAPERS, ...PARTIES]
/** The first spelling of a thing. */
const same = (text: unknown): unknown => names.find((spellings) => spellings.some((one) => one === text))?.[0] ?? text

const oneOf = <T>(list: readonly (readonly T[])[]) => fc.constantFrom(...list).chain((spellings) => fc.constantFrom(...spellings))
const someOf = <T>(list: readonly (readonly T[])[], least = 0) =>
  fc
    .uniqueArray(fc.nat(list.length - 1), { minLength: least, maxLength: 3 })
    .chain((at) => fc.tuple(...at.map((n) => fc.constantFrom(...(list[n] ?? [])))))
const grams = fc.constantFrom(
  { quantity: 1, uom: 'KGM' },
  { quantity: 1000, uom: 'GRM' },
  { quantity: 2.5, uom: 'KGM' },
  { quantity: 400, uom: 'GRM' },
)
const amounts = fc.array(
  fc.tuple(oneOf(CLASSES), grams).map(([epcClass, one]) => ({ epcClass, ...one })),
  { minLength: 1, maxLength: 2 },
)
const sensors = fc.option(
  fc
    .record({ value: fc.constantFrom(10, 20, 30), type: fc.constantFrom('Temperature', 'Mass'), uom: fc.constantFrom('CEL', 'KGM') })
    .map((report) => [{ sensorMetadata: { time: TIMES[0], deviceID: 'https://example.com/obj/scale' }, sensorReport: [report] }]),
  { nil: undefined },
)
const shared = fc.record({
  eventTime: fc.constantFrom(...TIMES),
  eventTimeZoneOffset: fc.constant('+02:00'),
  bizStep: fc.option(oneOf(STEPS), { nil: undefined }),
  disposition: fc.option(oneOf(STATES), { nil: undefined }),
  persistentDisposition: fc.option(
    oneOf(STATES).map((one) => ({ set: [one] })),
    { nil: undefined },
  ),
  readPoint: fc.option(
    oneOf(PLACES).map((id) => ({ id })),
    { nil: undefined },
  ),
  bizLocation: fc.option(
    oneOf(PLACES).map((id) => ({ id })),
    { nil: undefined },
  ),
  bizTransactionList: fc.option(
    oneOf(PAPERS).map((bizTransaction) => [{ type: 'po', bizTransaction }]),
    { nil: undefined },
  ),
  sourceList: fc.option(
    oneOf(PARTIES).map((source) => [{ type: 'owning_party', source }]),
    { nil: undefined },
  ),
  sensorElementList: sensors,
  'asm:note': fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  'asm:grade': fc.option(fc.constantFrom(1, 2, 30.5), { nil: undefined }),
  'asm:nested': fc.option(
    fc.constantFrom('x', 'y').map((one) => ({ 'asm:deep': one })),
    { nil: undefined },
  ),
})
const action = fc.constantFrom('ADD', 'OBSERVE', 'DELETE')
const event = fc
  .tuple(
    shared,
    fc.oneof(
      fc.record({
        type: fc.constant('ObjectEvent'),
        action: fc.constant('ADD'),
        epcList: someOf(EPCS, 1),
        quantityList: amounts,
        ilmd: fc.constantFrom(...MINERALS).map((one) => ({ 'asm:mineral': one })),
      }),
      fc.record({ type: fc.constant('AggregationEvent'), action: fc.constant('ADD'), parentID: oneOf(EPCS), childEPCs: someOf(EPCS, 1) }),
      fc.record({
        type: fc.constant('TransactionEvent'),
        action,
        epcList: someOf(EPCS, 1),
        bizTransactionList: oneOf(PAPERS).map((one) => [{ type: 'inv', bizTransaction: one }]),
      }),
      fc.record({
        type: fc.constant('TransformationEvent'),
        transformationID: fc.constantFrom('https://example.com/tr/1', 'https://example.com/tr/2'),
        inputEPCList: someOf(EPCS, 1),
        outputEPCList: someOf(EPCS, 1),
        outputQuantityList: amounts,
      }),
    ),
  )
  .map(([one, other]): Json => JSON.parse(JSON.stringify({ ...one, ...other })))

type Test = (event: Json) => boolean
interface Asked {
  readonly text: string
  readonly fits: Test
}
const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const listed = (name: string, pool: readonly (readonly string[])[], valuesIn: (event: Json) => readonly Json[]) =>
  someOf(pool, 1).map((values): Asked => ({
    text: `${name}=${values.map(encodeURIComponent).join('|')}`,
    fits: (one) => valuesIn(one).some((value) => values.some((asked) => same(asked) === same(value))),
  }))
const OPERATORS: { readonly [name: string]: (a: number, b: number) => boolean } = {
  EQ: (a, b) => a === b,
  GT: (a, b) => a > b,
  GE: (a, b) => a >= b,
  LT: (a, b) => a < b,
  LE: (a, b) => a <= b,
}
const compared = (name: string, pool: readonly number[], numbersIn: (event: Json) => readonly number[]) =>
  fc.tuple(fc.constantFrom(...Object.keys(OPERATORS)), fc.constantFrom(...pool)).map(([operator, asked]): Asked => ({
    text: `${operator}_${name}=${asked}`,
    fits: (one) => numbersIn(one).some((value) => OPERATORS[operator]?.(value, asked) ?? false),
  }))
const everyQuantity = (one: Json): readonly Json[] =>
  ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'].flatMap((name) => list(one[name]))
const inGrams = ({ quantity, uom }: Json): number => (uom === 'KGM' ? quantity * 1000 : quantity)
const reports = (one: Json): readonly Json[] => list(one.sensorElementList).flatMap((element) => list(element.sensorReport))
const papers = (type: string) => (one: Json) =>
  list(one.bizTransactionList).flatMap((paper) => (paper.type === type ? [paper.bizTransaction] : []))
const within = (name: 'GE' | 'LT') =>
  fc.constantFrom(...TIMES).map((at): Asked => ({
    text: `${name}_eventTime=${encodeURIComponent(at)}`,
    fits: (one) => (name === 'GE' ? Date.parse(one.eventTime) >= Date.parse(at) : Date.parse(one.eventTime) < Date.parse(at)),
  }))

const asked = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom('ObjectEvent', 'AggregationEvent', 'TransactionEvent', 'TransformationEvent'), {
      minLength: 1,
      maxLength: 2,
    })
    .map((types): Asked => ({ text: `eventType=${types.join('|')}`, fits: (one) => types.includes(one.type) })),
  within('GE'),
  within('LT'),
  action.map((one): Asked => ({ text: `EQ_action=${one}`, fits: (event) => event.action === one })),
  listed('EQ_bizStep', STEPS, (one) => list(one.bizStep)),
  listed('EQ_disposition', STATES, (one) => list(one.disposition)),
  listed('EQ_persistentDisposition_set', STATES, (one) => list(one.persistentDisposition?.set)),
  listed('EQ_readPoint', PLACES, (one) => list(one.readPoint?.id)),
  listed('EQ_bizLocation', PLACES, (one) => list(one.bizLocation?.id)),
  listed('MATCH_epc', EPCS, (one) => [...list(one.epcList), ...list(one.childEPCs)]),
  listed('MATCH_parentID', EPCS, (one) => list(one.parentID)),
  listed('MATCH_inputEPC', EPCS, (one) => list(one.inputEPCList)),
  listed('MATCH_outputEPC', EPCS, (one) => list(one.outputEPCList)),
  listed('MATCH_anyEPC', EPCS, (one) =>
    ['epcList', 'childEPCs', 'parentID', 'inputEPCList', 'outputEPCList'].flatMap((name) => list(one[name])),
  ),
  listed('MATCH_epcClass', CLASSES, (one) => [...list(one.quantityList), ...list(one.childQuantityList)].map((part) => part.epcClass)),
  listed('MATCH_outputEPCClass', CLASSES, (one) => list(one.outputQuantityList).map((part) => part.epcClass)),
  listed('MATCH_anyEPCClass', CLASSES, (one) => everyQuantity(one).map((part) => part.epcClass)),
  listed('EQ_bizTransaction_po', PAPERS, papers('po')),
  listed('EQ_bizTransaction_inv', PAPERS, papers('inv')),
  listed('EQ_source_owning_party', PARTIES, (one) => list(one.sourceList).map((part) => part.source)),
  listed('EQ_transformationID', [['https://example.com/tr/1'], ['https://example.com/tr/2']], (one) => list(one.transformationID)),
  compared('quantity_GRM', [400, 1000, 2500], (one) => everyQuantity(one).map(inGrams)),
  compared('quantity', [1, 400, 1000], (one) => everyQuantity(one).map((part) => part.quantity)),
  compared('value_CEL', [10, 20], (one) => reports(one).flatMap((part) => (part.uom === 'CEL' ? [part.value] : []))),
  compared('asm:grade', [1, 2, 30.5], (one) => list(one['asm:grade'])),
  listed('EQ_type', [['Temperature'], ['Mass']], (one) => reports(one).map((part) => part.type)),
  listed('EQ_asm:note', [['a'], ['b']], (one) => list(one['asm:note'])),
  listed('EQ_ILMD_asm:mineral', [['cassiterite'], ['coltan']], (one) => list(one.ilmd?.['asm:mineral'])),
  listed('EQ_INNER_asm:deep', [['x'], ['y']], (one) => list(one['asm:nested']?.['asm:deep'])),
  fc.constant<Asked>({ text: 'EXISTS_sensorElementList', fits: (one) => one.sensorElementList !== undefined }),
  fc.constant<Asked>({ text: 'EXISTS_asm:note', fits: (one) => one['asm:note'] !== undefined }),
)

test('SQL finds what a plain filter finds, page by page, in the order that was asked for', async () => {
  const events: Json[] = fc
    .sample(event, { numRuns: 150, seed: 5 })
    .map((one: Json, at) => ({ ...one, eventID: `https://example.com/event/${at}` }))
  const taken = await client.send('POST', '/epcis/capture', documentOf(events, CONTEXT))
  expect(taken.status, JSON.stringify(taken.body)).toBe(202)
  await world.program.modules.epcis.idle()
  const job = await client.get(new URL(taken.headers['location'] ?? '').pathname)
  expect(job.body).toMatchObject({ success: true, errors: [] })
  const extensions = { 'gs1-extensions': `asm=${ASM}` }
  const question = fc.record({
    asked: fc.uniqueArray(asked, { minLength: 1, maxLength: 3, selector: (one) => one.text.split('=')[0] }),
    direction: fc.constantFrom('ASC', 'DESC'),
    perPage: fc.constantFrom(7, 30, 200),
  })
  let found = 0
  await fc.assert(
    fc.asyncProperty(question, async (one) => {
      const wanted = events.filter((event) => one.asked.every(({ fits }) => fits(event))).map((event) => event.eventID)
      const got: Json[] = []
      let url = `/epcis/events?${[...one.asked.map(({ text }) => text), `orderDirection=${one.direction}`, `perPage=${one.perPage}`].join('&')}`
      for (;;) {
        const said = await client.get(url, extensions)
        expect(said.status, `${url} ${JSON.stringify(said.body)}`).toBe(200)
        const page = eventsIn(said)
        expect(page.length).toBeLessThanOrEqual(one.perPage)
        got.push(...page)
        const link = /<([^>]+)>/.exec(said.headers['link'] ?? '')?.[1]
        if (link === undefined) break
        url = new URL(link).pathname + new URL(link).search
      }
      expect(got.map((event) => event.eventID).toSorted(), url).toEqual(wanted.toSorted())
      const times = got.map((event) => Date.parse(event.eventTime))
      expect(times).toEqual(times.toSorted((a, b) => (one.direction === 'ASC' ? a - b : b - a)))
      found += got.length
    }),
    { numRuns: 80, seed: 7 },
  )
  expect(found).toBeGreaterThan(500)
})
