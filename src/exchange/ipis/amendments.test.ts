import { expect, test } from 'vitest'
import type { ImportDoor, ImportReport } from './import-ipis.ts'
import { importIpis } from './import-ipis.ts'
import type { Spelling } from './spellings.ts'
import { type MemoryDoor, type TypedRow, asBytes, memoryDoor, typedFile, typedRow } from './typed-file.ts'

const rows: readonly TypedRow[] = [
  typedRow({ vid: '1', mineral1: 'Niobium', state_service1: 'La DGI', armed_group1: 'Les Autres' }),
  typedRow({ vid: '3', pcode: 'codmine90002', mineral1: 'Coltan' }),
  typedRow({ vid: '2', pcode: 'codmine90002', mineral1: 'Niobium' }),
  typedRow({ vid: '4', pcode: 'codmine90003', project: 'Qualification status', qualification: 'Vert', state_service1: 'La DGI' }),
  typedRow({ vid: '5', pcode: 'codmine90003', traceability: 'iTSCI', location_origin: 'Approximation', latitude: '-2.5' }),
]
const word = (kind: Spelling['kind'], asWritten: string, meaning: string): Spelling => ({ kind, asWritten, isBeginning: false, meaning })
const niobium = word('mineral', 'Niobium', 'other')

async function importWith(corrections: readonly Spelling[], door: ImportDoor, options: { dryRun?: boolean; file?: string } = {}) {
  const outcome = await importIpis({
    open: () => asBytes(options.file ?? typedFile(rows)),
    door,
    dryRun: options.dryRun ?? false,
    today: '2024-02-29',
    corrections,
    elapsed: () => 0,
    rowsPerChunk: 2,
  })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const shortly = ({ amended, observationsAdded, alreadyKnown }: ImportReport) => ({ amended, observationsAdded, alreadyKnown })
const eventsAfter = ({ recorded }: MemoryDoor, count: number) => [...recorded.values()].slice(count)
async function imported(): Promise<MemoryDoor> {
  const door = memoryDoor()
  await importWith([], door)
  return door
}

test('a corrected mineral amends exactly the visits that use the word, and their sites; after that nothing', async () => {
  const door = await imported()
  const before = door.recorded.size
  expect(shortly(await importWith([], door))).toEqual({ amended: 0, observationsAdded: 0, alreadyKnown: 5 })
  expect(shortly(await importWith([niobium], door, { dryRun: true }))).toEqual({ amended: 2, observationsAdded: 0, alreadyKnown: 5 })
  expect(door.recorded.size).toBe(before)
  expect(shortly(await importWith([niobium], door))).toEqual({ amended: 2, observationsAdded: 6, alreadyKnown: 5 })
  const visit = [...door.recorded.values()].find((one) => one.kind === 'site.visited.v1')
  const reason = 'Graphie corrigée / spelling corrected: « Niobium » = other (Ta)'
  expect(eventsAfter(door, before).filter((one) => one.subject === visit?.subject)).toMatchObject([
    { kind: 'site.fact-voided.v1', happenedAt: '2024-02-29T00:00:00.000Z', payload: { fact: visit?.id, reason } },
    {
      kind: 'site.visited.v1',
      happenedAt: visit?.happenedAt,
      payload: { observed: { minerals: [{ mineral: 'other', asWritten: 'Niobium' }] } },
    },
    { kind: 'site.corrected.v1', payload: { minerals: ['other'], reason } },
  ])
  // The second site's other row says coltan, so the letter stays beside the new one.
  expect(eventsAfter(door, before).filter((one) => one.kind === 'site.corrected.v1')).toMatchObject([
    {},
    { payload: { minerals: ['Ta', 'other'] } },
  ])
  expect(shortly(await importWith([niobium], door))).toEqual({ amended: 0, observationsAdded: 0, alreadyKnown: 5 })
})

test('a correction that is taken back amends once more, and history keeps all three readings', async () => {
  const door = await imported()
  await importWith([niobium], door)
  const before = door.recorded.size
  expect(await importWith([], door)).toMatchObject({ amended: 2, observationsAdded: 6 })
  expect(eventsAfter(door, before)[1]).toMatchObject({ payload: { observed: { minerals: [{ mineral: 'Ta' }] } } })
  expect(eventsAfter(door, before).findLast((one) => one.kind === 'site.corrected.v1')).toMatchObject({ payload: { minerals: ['Ta'] } })
  expect(await importWith([], door)).toMatchObject({ amended: 0, observationsAdded: 0 })
})

test.each([
  [
    'an armed group',
    word('armed-group', 'Les Autres', 'NDC'),
    1,
    { observed: { armed: [{ actor: 'NDC', actorAsWritten: 'Les Autres' }] } },
  ],
  ['a service', word('service', 'La DGI', 'DGRMA'), 2, { observed: { services: ['DGRMA'] } }],
  ['a colour', word('qualification', 'Vert', 'unclassified'), 1, { reported: 'unclassified', asWritten: 'Vert' }],
  ['a scheme', word('traceability', 'iTSCI', 'ITOA'), 1, { scheme: 'ITOA', asWritten: 'iTSCI' }],
  ['a kind of position', word('location-origin', 'Approximation', 'village'), 1, { position: { origin: 'village' } }],
] as const)('%s is amended like a mineral', async (_what, correction, amended, payload) => {
  const door = await imported()
  const before = door.recorded.size
  expect(await importWith([correction], door)).toMatchObject({ amended, alreadyKnown: 5 })
  expect(eventsAfter(door, before).find((one) => !/voided|corrected/.test(one.kind))).toMatchObject({ payload })
  expect(await importWith([correction], door)).toMatchObject({ amended: 0, observationsAdded: 0 })
})

test('the register takes the kind of position from the row that it was made of, and from no other', async () => {
  const door = await imported()
  const before = door.recorded.size
  await importWith([word('location-origin', 'Approximation', 'village'), word('location-origin', 'GPS', 'map')], door)
  const mended = eventsAfter(door, before).filter((one) => one.kind === 'site.corrected.v1')
  expect(mended.map((one) => one.payload)).toMatchObject(Array(3).fill({ position: { at: { latitude: -2.25 }, origin: 'map' } }))
})

test('a spelling that was unknown and gets the meaning that it was kept with changes nothing', async () => {
  const door = await imported()
  expect(await importWith([word('armed-group', 'Les Autres', 'Les Autres')], door)).toMatchObject({ amended: 0, observationsAdded: 0 })
})

test('what a person voided is not revived, and what a person corrected stands', async () => {
  const door = await imported()
  const [one] = [...door.recorded.values()].filter((each) => each.kind === 'site.visited.v1')
  const other = [...door.recorded.values()].find((each) => each.subject !== one?.subject)
  const said = { happenedAt: '2024-01-01T00:00:00.000Z' }
  await door.record([
    { ...said, id: 'a', subject: one?.subject ?? '', kind: 'site.fact-voided.v1', payload: { fact: one?.id, reason: 'autre site' } },
    { ...said, id: 'b', subject: other?.subject ?? '', kind: 'site.corrected.v1', payload: { minerals: ['W'], reason: 'vu' } },
  ])
  const before = door.recorded.size
  expect(await importWith([niobium], door)).toMatchObject({ amended: 1 })
  expect(eventsAfter(door, before).map((each) => [each.subject, each.kind])).toEqual([
    [other?.subject, 'site.fact-voided.v1'],
    [other?.subject, 'site.visited.v1'],
  ])
})

test('an import that dies at any step of its amendments and is done again, also with the correction taken back, ends in the same facts', async () => {
  const whole = await imported()
  await importWith([niobium], whole)
  for (const diesAt of [1, 2]) {
    for (const step of ['doubt', 'record', 'remember'] as const) {
      for (const isAfter of [false, true]) {
        const door = await imported()
        await expect(importWith([niobium], dyingAt(door, step, { call: diesAt, isAfter }))).rejects.toThrow('killed')
        const taken = await copyOf(door)
        await importWith([niobium], door)
        expect(standing(door)).toEqual(standing(whole))
        expect(new Map(door.recorded)).toEqual(new Map(whole.recorded))
        await importWith([], taken)
        expect(standing(taken).visits).toEqual(standing(await imported()).visits)
      }
    }
  }
})

/** Dies before or after the given call of a step, as a killed process does. */
function dyingAt(
  door: MemoryDoor,
  step: 'doubt' | 'record' | 'remember',
  { call, isAfter }: { call: number; isAfter: boolean },
): ImportDoor {
  let calls = 0
  const orDie =
    <Items>(work: (items: Items) => Promise<void>) =>
    async (items: Items): Promise<void> => {
      calls += 1
      if (calls !== call) return work(items)
      if (isAfter) await work(items)
      throw new Error('killed')
    }
  return {
    ...door,
    doubt: step === 'doubt' ? orDie(door.doubt) : door.doubt,
    record: step === 'record' ? orDie(door.record) : door.record,
    remember: step === 'remember' ? orDie(door.remember) : door.remember,
  }
}
/** The same log with the same ledger. */
async function copyOf(door: MemoryDoor): Promise<MemoryDoor> {
  const copy = memoryDoor()
  await copy.record([...door.recorded.values()])
  const vids = rows.flatMap((row) => row.vid ?? [])
  for (const [vid, { content, mapping }] of await door.remembered(vids)) {
    await copy.remember([{ vid, content, mapping: mapping ?? '' }])
    if (mapping === null) await copy.doubt([vid])
  }
  return copy
}
/** What nobody voided, without ids, and the last word of the register on minerals. */
function standing({ recorded }: MemoryDoor) {
  const all = [...recorded.values()]
  const voided = all.filter((one) => one.kind === 'site.fact-voided.v1').map((one) => JSON.stringify(one.payload))
  const visits = all.filter((one) => !/voided|corrected/.test(one.kind) && !voided.some((text) => text.includes(one.id)))
  const texts = visits.map((one) => JSON.stringify([one.subject, one.kind, one.payload])).sort()
  return { visits: texts, corrected: all.filter((one) => one.kind === 'site.corrected.v1').length }
}
