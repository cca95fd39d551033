import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../../../test/empty-database.ts'
import { uuidV7 } from '../../../../kernel/ids.ts'
import type { Outcome } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import { type Database, connect } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { passingKeyRing } from '../../../../platform/keys/signer.ts'
import { type Log, openLog } from '../../../../platform/log/log.ts'
import { tablesOf } from '../../../../platform/log/rebuild.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import type { OrganisationBrief, PeopleDoor } from '../../../people/contract.ts'
import type { SiteBrief, SitesDoor, Standing } from '../../../sites/contract.ts'
import type { LotId } from '../../contract.ts'
import type { LotCommand } from '../../domain/lots/lot.ts'
import type { TagBatchCommand } from '../../domain/tags/tag-batch.ts'
import { createCustodyModule } from '../../module.ts'
import { tagBatchFacts } from '../tags/tag-facts.ts'
import { bagFacts, combinationFacts, lotFacts } from './facts.ts'
import type { CustodyDoors } from '../doors.ts'
import { lotAggregate } from './lot-commands.ts'
import { tagBatchAggregate } from '../tags/http-tags.ts'

// Nyabibwe is green, Rubaya red. The register on paper is all that custody asks of sites and people.
let clock = '2026-04-02T09:00:00.000Z'
const newId = (): string => uuidV7(Date.parse(clock), randomBytes(10))
const [nyabibwe, rubaya] = [asId('site', newId()), asId('site', newId())]
const [coop, trader, exporter] = [asId('organisation', newId()), asId('organisation', newId()), asId('organisation', newId())]
const siteOf = (id: SiteBrief['id'], name: string): SiteBrief => ({
  id,
  name,
  nationalId: name,
  icglrId: null,
  minerals: ['Sn', 'Ta'],
  provinceCode: 'CD62',
  territoireCode: null,
  position: null,
})
const briefs = [siteOf(nyabibwe, 'Nyabibwe'), siteOf(rubaya, 'Rubaya')]
const organisations = [coop, trader, exporter].map((id): OrganisationBrief => ({ id, name: id, kind: 'saemape', area: null }))
const sites: SitesDoor<Tx> = {
  derogations: () => Promise.resolve([]),
  briefs: (_tx, ids, of) => Promise.resolve(briefs.filter((brief) => of === 'cd' && ids.includes(brief.id))),
  within: () => Promise.resolve([nyabibwe, rubaya]),
  byIcglrId: () => Promise.resolve([]),
  overview: () => Promise.resolve([]),
  standings: () => Promise.reject(new Error('custody asks for one standing at a time')),
  standingsOn: () => Promise.reject(new Error('custody asks for one standing at a time')),
  standing: (_tx, site, asOf, knownAt, of): Promise<Standing> => {
    if (of !== 'cd') throw new Error('a site is asked for without its tenant')
    const may = site === nyabibwe ? 'yes' : 'no'
    return Promise.resolve({
      site,
      asOf,
      knownAt,
      internal: may === 'yes' ? 'GREEN' : 'RED',
      colour: may === 'yes' ? 'green' : 'red',
      wireCode: may === 'yes' ? 1 : 3,
      basis: 'order',
      since: '2026-01-10',
      validUntil: '2027-01-10',
      lapsed: false,
      lapse: null,
      daysLeft: 100,
      orderNumber: '12/2026',
      orderSignedOn: '2026-01-08',
      hold: null,
      allows: { allocateTags: may, produce: may, move: may, certify: may },
      rulebook: { id: 'CD_0677_2021', hash: 'hash' },
    })
  },
}
const people: PeopleDoor<Tx> = {
  organisations: (_tx, ids, of) => Promise.resolve(organisations.filter((one) => of === 'cd' && ids.includes(one.id))),
  listOrganisations: () => Promise.resolve(organisations),
}
const doors: CustodyDoors = { sites, people }
const custody = createCustodyModule(doors, 'http://127.0.0.1')
const tenant = 'cd'
const opened: Database[] = []
let [one, other]: Log[] = []
afterAll(() => Promise.all(opened.map((database) => database.close())))

beforeAll(async () => {
  const connectionString = await emptyDatabase()
  const open = () => {
    const database = connect({ connectionString, max: 6 })
    opened.push(database)
    return openLog({
      simulatedClock: true,
      database,
      signer: passingKeyRing().signer('log'),
      projections: custody.projections,
      clock: () => clock,
      deviceKey: () => Promise.resolve(null),
    })
  }
  ;[one, other] = [await open(), await open()]
})

const logOf = (log: Log | undefined): Log => {
  if (!log) throw new Error('the log is not open')
  return log
}
function aboutLot(
  command: LotCommand,
  { lot = newId(), by = coop, log = one }: { lot?: string; by?: string; log?: Log | undefined } = {},
): Promise<Outcome<Receipt>> {
  return logOf(log).execute({
    tenant,
    aggregate: lotAggregate,
    subject: lot,
    command,
    envelope: { id: asId('command', newId()) },
    actor: { account: newId(), organisation: by, role: null },
    context: (tx, _state, moment) => {
      const asking = { tx, tenant, doors, moment, territory: 'everywhere', oversees: true } as const
      if (command.type === 'register-bag') return bagFacts(asking, lot, command)
      return command.type === 'combine-lots'
        ? combinationFacts(asking, command, lot)
        : lotFacts(asking, lot, command.type === 'transfer-lot' ? [command.to] : [])
    },
  })
}
async function aboutBatch(command: TagBatchCommand, batch: string): Promise<string> {
  const outcome = await logOf(one).execute({
    tenant,
    aggregate: tagBatchAggregate,
    subject: batch,
    command,
    envelope: { id: asId('command', newId()) },
    actor: { account: newId(), organisation: null, role: null },
    context: (tx, _state, moment) => tagBatchFacts({ tx, tenant, doors, moment, territory: 'everywhere' }, batch, command),
  })
  return outcome.ok ? 'accepted' : outcome.refusal.code
}
const codeOf = (outcome: Outcome<Receipt>): string => (outcome.ok ? 'accepted' : outcome.refusal.code)
const traceOf = (lot: LotId) => logOf(one).read((tx) => custody.door.trace(tx, lot))

/** A bag with a free tag of the batch given to Nyabibwe, unless the change says otherwise. */
let nextTag = 1_000
async function weigh(change: Partial<Extract<LotCommand, { type: 'register-bag' }>> = {}): Promise<LotId> {
  const lot = asId('lot', newId())
  const tag = `NYA-${String(nextTag++).padStart(7, '0')}`
  const outcome = await aboutLot(
    { type: 'register-bag', site: nyabibwe, tag, mineral: 'Sn', massGrams: 40_000, producedOn: '2026-04-01', holder: coop, ...change },
    { lot },
  )
  expect(codeOf(outcome)).toBe('accepted')
  return lot
}
async function combine(
  inputs: readonly (readonly [LotId, number])[],
  massGrams: number,
  by = coop,
  kind: 'trader-lot' | 'export-lot' = 'trader-lot',
): Promise<LotId> {
  const lot = asId('lot', newId())
  const command = {
    type: 'combine-lots',
    number: `L-${lot.slice(-8)}`,
    kind,
    massGrams,
    inputs: inputs.map(([from, drawnGrams]) => ({ lot: from, drawnGrams })),
  } as const
  expect(codeOf(await aboutLot({ ...command, inputs: [...command.inputs] }, { lot, by }))).toBe('accepted')
  return lot
}
async function hand(lot: LotId, from: string, to: typeof trader, massGrams: number): Promise<void> {
  expect(codeOf(await aboutLot({ type: 'transfer-lot', to, massGrams }, { lot, by: from }))).toBe('accepted')
  expect(codeOf(await aboutLot({ type: 'receive-lot', massGrams }, { lot, by: to }))).toBe('accepted')
}

const batch = newId()
test('a batch of tags goes to a site with the right to produce, and to no other', async () => {
  const register: TagBatchCommand = {
    type: 'register-batch',
    issuer: 'ITSCI',
    tagType: 'mine',
    series: 'NYA-',
    digits: 7,
    from: 1_000,
    to: 1_999,
    checkDigit: 'none',
    receivedOn: '2026-03-01',
  }
  expect(await aboutBatch(register, batch)).toBe('accepted')
  expect(await aboutBatch(register, newId())).toBe('tags-already-registered')
  expect(await aboutBatch({ type: 'allocate-batch', site: rubaya, allocatedOn: '2026-03-02' }, batch)).toBe('site-may-not-receive-tags')
  expect(await aboutBatch({ type: 'allocate-batch', site: nyabibwe, allocatedOn: '2026-03-02' }, batch)).toBe('accepted')
})

test('from four bags over two hands to an export lot: the trace knows every bag, gram, site and hand', async () => {
  const bags = [await weigh(), await weigh({ massGrams: 35_000 }), await weigh({ massGrams: 30_001 }), await weigh({ massGrams: 20_000 })]
  const [a, b, c, d] = bags
  if (!a || !b || !c || !d) throw new Error('four bags')
  for (const [bag, mass] of [
    [a, 40_000],
    [b, 35_000],
    [c, 30_001],
    [d, 20_000],
  ] as const)
    await hand(bag, coop, trader, mass)
  const first = await combine(
    [
      [a, 40_000],
      [b, 35_000],
    ],
    74_500,
    trader,
  )
  const second = await combine(
    [
      [c, 30_001],
      [d, 10_000],
    ],
    40_001,
    trader,
  )
  await hand(first, trader, exporter, 74_500)
  await hand(second, trader, exporter, 40_001)
  const lot = await combine(
    [
      [first, 50_000],
      [second, 40_001],
    ],
    90_001,
    exporter,
    'export-lot',
  )

  const trace = await traceOf(lot)
  expect(trace).toMatchObject({ kind: 'export-lot', mineral: 'Sn', massGrams: 90_001, holder: exporter, state: 'held', findings: [] })
  expect(new Map(trace?.roots.map((root) => [root.lot, root.drawnGrams]))).toEqual(
    new Map([
      [a, 26_667],
      [b, 23_333],
      [c, 30_001],
      [d, 10_000],
    ]),
  )
  expect(trace?.roots.every((root) => root.site === nyabibwe && root.tag?.startsWith('NYA-'))).toBe(true)
  expect(trace?.holders.map((holding) => holding.organisation)).toEqual([coop, trader, exporter])
  expect(await traceOf(a)).toMatchObject({ state: 'consumed' })

  const byNumber = await logOf(one).read((tx) => custody.traceLot(tx, tenant, trace?.number ?? ''))
  expect(byNumber?.shares).toEqual([{ site: nyabibwe, siteName: 'Nyabibwe', grams: 90_001, hundredthsOfPercent: 10_000, bags: 4 }])
  expect(await logOf(one).read((tx) => custody.door.findLotByNumber(tx, trace?.number ?? ''))).toBe(lot)
  expect(await logOf(one).read((tx) => custody.door.findLotByNumber(tx, trace?.number ?? '', 'bi'))).toBeNull()
})

test('two processes cannot spend the same bag twice', async () => {
  for (let round = 0; round < 5; round++) {
    const bag = await weigh()
    const spend = (log: Log | undefined) =>
      aboutLot(
        {
          type: 'combine-lots',
          number: `RACE-${newId().slice(-12)}`,
          kind: 'trader-lot',
          massGrams: 30_000,
          inputs: [{ lot: bag, drawnGrams: 30_000 }],
        },
        { log },
      )
    const codes = (await Promise.all([spend(one), spend(other), spend(one), spend(other)])).map(codeOf).sort()
    expect(codes).toEqual(['accepted', 'double-spend', 'double-spend', 'double-spend'])
  }
})

test('golden 9: a tag on a second bag holds both, and what was made of the first, until each is released', async () => {
  const first = await weigh({ tag: 'NYA-0001900' })
  const made = await combine([[first, 40_000]], 40_000)
  const second = await weigh({ tag: 'nya-000 1900', site: rubaya, producedOn: '2026-04-01' })
  const [traceOfFirst, traceOfSecond, traceOfMade] = [await traceOf(first), await traceOf(second), await traceOf(made)]
  expect(traceOfFirst?.findings.map((finding) => finding.rule)).toEqual(['F01'])
  expect(traceOfSecond?.findings.map((finding) => finding.rule)).toEqual(['F01', 'F02', 'F04'])
  expect(traceOfSecond?.number).toBe('NYA-0001900-D2')
  expect([traceOfFirst?.state, traceOfSecond?.state, traceOfMade?.state]).toEqual(['quarantined', 'quarantined', 'quarantined'])
  expect(codeOf(await aboutLot({ type: 'transfer-lot', to: trader, massGrams: 40_000 }, { lot: made }))).toBe('quarantined')
  expect(codeOf(await aboutLot({ type: 'release-lot', reason: 'r' }, { lot: made }))).toBe('held-by-source')
  expect(codeOf(await aboutLot({ type: 'release-lot', reason: 'the second sheet misread the tag' }, { lot: first }))).toBe('accepted')
  expect(await traceOf(made)).toMatchObject({ state: 'held', findings: [{ rule: 'F01', facts: { released: true } }] })
  expect(await traceOf(second)).toMatchObject({ state: 'quarantined' })
})

test('golden 8: a lot heavier than its inputs is kept, held, and cannot go into an export lot', async () => {
  const lot = await combine(
    [
      [await weigh(), 40_000],
      [await weigh({ massGrams: 35_000 }), 35_000],
    ],
    78_000,
  )
  expect(await traceOf(lot)).toMatchObject({ state: 'quarantined', findings: [{ rule: 'F23', severity: 'C' }] })
  const outcome = await aboutLot({
    type: 'combine-lots',
    number: 'EXP-78',
    kind: 'export-lot',
    massGrams: 78_000,
    inputs: [{ lot, drawnGrams: 78_000 }],
  })
  expect(codeOf(outcome)).toBe('quarantined')
})

test('a voided lot gives back what it drew, and its tag does not count as used twice', async () => {
  const bag = await weigh({ tag: 'NYA-0001950' })
  const lot = await combine([[bag, 40_000]], 40_000)
  expect(codeOf(await aboutLot({ type: 'void-lot', reason: 'wrong depot' }, { lot: bag }))).toBe('already-drawn-from')
  expect(codeOf(await aboutLot({ type: 'void-lot', reason: 'wrong depot' }, { lot }))).toBe('accepted')
  expect(await traceOf(bag)).toMatchObject({ state: 'held' })
  expect(codeOf(await aboutLot({ type: 'void-lot', reason: 'wrong mineral' }, { lot: bag }))).toBe('accepted')
  expect(await traceOf(await weigh({ tag: 'NYA-0001950', mineral: 'Ta' }))).toMatchObject({ state: 'held', findings: [] })
})

test('a tag that was declared lost is found when it closes a bag, and a used tag cannot be declared lost', async () => {
  expect(
    await aboutBatch({ type: 'declare-tags', from: 1_990, to: 1_995, as: 'lost', declaredOn: '2026-03-20', reason: 'river' }, batch),
  ).toBe('accepted')
  expect(await traceOf(await weigh({ tag: 'NYA-0001992' }))).toMatchObject({
    state: 'quarantined',
    findings: [{ rule: 'F03', facts: { declared: 'lost' } }],
  })
  expect(await traceOf(await weigh({ tag: 'NYA-0000007' }))).toMatchObject({
    findings: [{ rule: 'F02', facts: { why: 'unknown-number' } }],
  })
  expect(await aboutBatch({ type: 'declare-tags', from: 1_000, to: 1_001, as: 'void', reason: 'r' }, batch)).toBe('tag-already-used')
})

test('a bag without site or tag is kept, and its origin is unknown', async () => {
  const lot = await weigh({ site: null, tag: null })
  const trace = await traceOf(lot)
  expect(trace).toMatchObject({ state: 'quarantined', roots: [{ site: null, tag: null }] })
  expect(trace?.number).toMatch(/^NT-[0-9A-F]{12}$/)
})

test('an assay and a corrected mass stand beside the lot', async () => {
  clock = '2026-04-03T09:00:00.000Z'
  const lot = await weigh()
  expect(
    codeOf(
      await aboutLot(
        { type: 'record-assay', lab: 'OCC', method: 'xrf', element: 'Sn', value: 65.25, unit: 'percent', uncertainty: 0.5 },
        { lot },
      ),
    ),
  ).toBe('accepted')
  expect(codeOf(await aboutLot({ type: 'correct-mass', massGrams: 39_000, reason: 'tare was counted' }, { lot }))).toBe('accepted')
  expect(await traceOf(lot)).toMatchObject({ massGrams: 39_000, roots: [{ drawnGrams: 39_000 }] })
})

test('a rebuild from the log gives the same tables', async () => {
  const check = await logOf(one).checkRebuild()
  expect(check).toEqual({ tables: tablesOf(custody.projections).length, differences: 0, differing: [] })
})
