import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ImportDoor, type ImportReport, type Progress, importIpis } from './import-ipis.ts'
import { type MemoryDoor, type TypedRow, asBytes, memoryDoor, typedFile, typedRow } from './typed-file.ts'

async function importInto(
  door: ImportDoor,
  file: string | Uint8Array,
  options: { dryRun?: boolean; onProgress?: (progress: Progress) => void } = {},
) {
  let clock = 0
  const outcome = await importIpis({
    open: () => asBytes(file, 4096),
    door,
    dryRun: options.dryRun ?? false,
    today: '2024-02-29',
    corrections: [],
    elapsed: () => (clock += 500),
    rowsPerChunk: 3,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  })
  return outcome
}
async function reportOf(
  door: ImportDoor,
  file: string | Uint8Array,
  options: { dryRun?: boolean; onProgress?: (progress: Progress) => void } = {},
): Promise<ImportReport> {
  const outcome = await importInto(door, file, options)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

const rows: readonly TypedRow[] = [
  typedRow({ vid: '104729', visit_date: '2019-03-04' }),
  typedRow({ vid: '224737', visit_date: '2015-01-02', mineral1: 'Cassitérite' }),
  typedRow({ vid: '350377', pcode: 'codmine90002', name: 'Colline B', project: 'Qualification status', qualification: 'Vert' }),
  typedRow({ vid: '479909', pcode: 'codmine90002', name: 'Colline B', project: 'iTSCi status', visit_onsite: '0', traceability: 'iTSCI' }),
  typedRow({ vid: '611953', pcode: 'codmine90003', name: 'Colline C', visit_onsite: '0', armed_group1: 'Les Autres' }),
  typedRow({ vid: '746773', pcode: 'codmine90003', name: 'Colline C', groupement: 'Bas\nHaut', womenwork: 'Lavage, Vendre' }),
  typedRow({ vid: '882377', pcode: 'codmine90003', name: 'Colline C', village: 'Mwenga "centre"' }),
]
const file = typedFile(rows)

test('rows become visits, sites and observations, and each class is counted apart', async () => {
  const door = memoryDoor()
  expect(await reportOf(door, file)).toMatchObject({
    visits: 7,
    sites: 3,
    rowsRejected: 0,
    alreadyKnown: 0,
    byClass: { field: 4, 'off-site': 1, 'desk-qualification': 1, 'desk-traceability': 1 },
    observationsAdded: 10,
    unknownSpellings: [{ kind: 'armed-group', asWritten: 'Les Autres', times: 1 }],
  })
  expect(door.recorded.size).toBe(10)
})

test('a site is registered on the day of its first visit, with the minerals of all its visits', async () => {
  const door = memoryDoor()
  await reportOf(door, file)
  const registered = [...door.recorded.values()].filter((one) => one.kind === 'site.registered.v1')
  expect(registered[0]).toMatchObject({
    happenedAt: '2015-01-02T00:00:00.000Z',
    payload: { nationalId: 'codmine90001', minerals: ['Au', 'Sn'] },
  })
})

test('a second import adds nothing and knows every visit', async () => {
  const door = memoryDoor()
  await reportOf(door, file)
  const before = [...door.recorded]
  expect(await reportOf(door, file.replaceAll('fid--', 'fid--again-'))).toMatchObject({
    visits: 7,
    alreadyKnown: 7,
    observationsAdded: 0,
    rowsRejected: 0,
  })
  expect([...door.recorded]).toEqual(before)
})

test('a dry run reports the same and records nothing', async () => {
  const door = memoryDoor()
  const dry = await reportOf(door, file, { dryRun: true })
  expect(door.recorded.size).toBe(0)
  const { observationsAdded: _added, dryRun: _dry, seconds: _s, ...wet } = await reportOf(door, file)
  expect(dry).toMatchObject({ ...wet, observationsAdded: 0, dryRun: true })
})

test('an import that dies in any chunk and is done again gives what one import gives', async () => {
  const whole = memoryDoor()
  await reportOf(whole, file)
  for (const diesAt of [1, 2, 3]) {
    for (const step of ['record', 'remember'] as const) {
      const door = memoryDoor()
      await expect(importInto(dyingAt(door, step, diesAt), file)).rejects.toThrow('killed')
      expect(await reportOf(door, file)).toMatchObject({ visits: 7, sites: 3, rowsRejected: 0 })
      expect(new Map(door.recorded)).toEqual(new Map(whole.recorded))
    }
  }
})
function dyingAt(door: MemoryDoor, step: 'record' | 'remember', call: number): ImportDoor {
  let calls = 0
  const orDie =
    <Items>(work: (items: Items) => Promise<void>) =>
    async (items: Items): Promise<void> => {
      calls += 1
      if (calls === call) throw new Error('killed')
      await work(items)
    }
  return step === 'record' ? { ...door, record: orDie(door.record) } : { ...door, remember: orDie(door.remember) }
}

test('a visit number that comes twice with other content is reported with both lines, the first stands', async () => {
  const door = memoryDoor()
  const report = await reportOf(door, typedFile([typedRow({ vid: '5', workers_numb: '10' }), typedRow({ vid: '5', workers_numb: '99' })]))
  expect(report).toMatchObject({
    visits: 1,
    rowsRejected: 1,
    rejected: [{ line: 3, column: 'vid', problem: 'visit-number-twice', found: 2 }],
  })
})

test('the same row twice in a file is one visit', async () => {
  expect(await reportOf(memoryDoor(), typedFile([typedRow(), typedRow()]))).toMatchObject({ visits: 1, doublesInFile: 1, rowsRejected: 0 })
})

test('a visit that the source has changed since is reported, and what was recorded stands', async () => {
  const door = memoryDoor()
  await reportOf(door, file)
  const before = door.recorded.size
  const later = typedFile([typedRow({ vid: '104729', visit_date: '2019-03-05' }), ...rows.slice(1), typedRow({ vid: '999983' })])
  expect(await reportOf(door, later)).toMatchObject({
    visits: 7,
    alreadyKnown: 6,
    rowsRejected: 1,
    observationsAdded: 1,
    rejected: [{ line: 2, column: 'vid', problem: 'visit-changed-since-import' }],
  })
  expect(door.recorded.size).toBe(before + 1)
})

test('a damaged row is reported with line, column and problem, and the rest goes on', async () => {
  const damaged = typedFile([
    ...rows.slice(0, 2),
    typedRow({ vid: '3', visit_date: '2019-02-31' }),
    typedRow({ vid: '4', latitude: '99' }),
    ...rows.slice(2),
  ])
  const report = await reportOf(memoryDoor(), damaged)
  expect(report).toMatchObject({ visits: 7, rowsRejected: 2 })
  expect(report.rejected).toEqual([
    { line: 4, column: 'visit_date', problem: 'not-a-date' },
    { line: 5, column: 'latitude', problem: 'coordinate-out-of-range' },
  ])
})

test('a text that is too long is damage of its row', async () => {
  const report = await reportOf(
    memoryDoor(),
    typedFile([typedRow({ vid: '1', name: 'x'.repeat(170) }), typedRow({ vid: '2', armed_group1: 'y'.repeat(500) })]),
  )
  expect(report).toMatchObject({
    visits: 0,
    sites: 0,
    rejected: [
      { line: 2, column: 'name', problem: 'too-long' },
      { line: 3, problem: 'too-long' },
    ],
  })
})

test('progress grows to the number of rows in the file', async () => {
  const seen: Progress[] = []
  await reportOf(memoryDoor(), file, { onProgress: (progress) => seen.push(progress) })
  expect(seen.map((one) => one.done)).toEqual([3, 6, 7])
  expect(seen.every((one) => one.total === 7 && one.perSecond > 0)).toBe(true)
})

test('a file of another kind is refused before anything is recorded', async () => {
  expect(await importInto(memoryDoor(), 'a,b\n1,2\n')).toMatchObject({ ok: false, refusal: { code: 'ipis-no-header' } })
})

test('damaged bytes anywhere never break the import nor lose another row', async () => {
  const whole = memoryDoor()
  await reportOf(whole, file)
  const bytes = new TextEncoder().encode(file)
  const ranges = rowRanges(bytes)
  const headerEnd = ranges[0]?.start ?? 0
  const oneDamage = fc.record({
    at: fc.nat(bytes.length - 1),
    how: fc.constantFrom('replace', 'insert', 'delete'),
    byte: fc.oneof(fc.nat(255), fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d)),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(oneDamage, { minLength: 1, maxLength: 3 }), async (damages) => {
      const door = memoryDoor()
      const outcome = await importInto(door, damage(bytes, damages))
      if (!outcome.ok) {
        expect(damages.some(({ at }) => at <= headerEnd)).toBe(true)
        return
      }
      // A damaged header may make every row unfit; what is promised is for rows.
      if (damages.some(({ at }) => at <= headerEnd)) return
      const sound = rows.filter((_, index) => !damages.some(({ at }) => isIn(at, ranges[index])))
      for (const row of sound) {
        for (const one of whole.recorded.values()) {
          if (one.kind !== 'site.registered.v1' && referenceOf(one.payload) === row.vid) expect(door.recorded.get(one.id)).toEqual(one)
        }
      }
    }),
    { numRuns: 400 },
  )
})

interface Range {
  readonly start: number
  readonly end: number
}
/** Each row with its line end and the last byte of the line end before it: damage there touches both rows. */
function rowRanges(bytes: Uint8Array): readonly Range[] {
  const ends: number[] = []
  let isQuoted = false
  bytes.forEach((byte, at) => {
    if (byte === 0x22) isQuoted = !isQuoted
    if (byte === 0x0a && !isQuoted) ends.push(at)
  })
  return ends.slice(0, -1).map((end, index) => ({ start: end, end: (ends[index + 1] ?? bytes.length) + 1 }))
}
const isIn = (at: number, range: Range | undefined): boolean => range !== undefined && at >= range.start && at <= range.end

function damage(bytes: Uint8Array, damages: readonly { at: number; how: string; byte: number }[]): Uint8Array {
  const out = [...bytes]
  for (const { at, how, byte } of damages.toSorted((a, b) => b.at - a.at)) {
    if (how === 'replace') out.splice(at, 1, byte)
    if (how === 'insert') out.splice(at, 0, byte)
    if (how === 'delete') out.splice(at, 1)
  }
  return new Uint8Array(out)
}
function referenceOf(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('source' in payload)) return undefined
  const { source } = payload
  return typeof source === 'object' && source !== null && 'reference' in source ? source.reference : undefined
}
