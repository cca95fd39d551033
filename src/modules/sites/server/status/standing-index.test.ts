import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { standingOf } from '../../domain/status/status.ts'
import type { StatusFact } from '../../domain/status/status-fact.ts'
import { type FactContent, insertFact, rowToFact, voidFact } from '../register/store-observations.ts'
import { publishedRulebookOn } from './published-rulebooks.ts'
import { standingsOf } from './standings.ts'
import { listDayRows, listOwnFactRows, listSurvivors } from './store-standing-index.ts'

const { program } = await freshDatabase()
const { database } = program
const TENANTS = ['cd', 'rw'] as const
const SITES = 6
const idOf = (kind: number, number: number): string => `0000000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`

await database.transaction(async (tx) => {
  for (const tenant of TENANTS)
    for (let site = 0; site < SITES; site++)
      await sql`insert into site (tenant_id, id, national_id, name, aliases, country, minerals, stated, place_basis, source, registered_on, registered_at)
        values (${tenant}, ${idOf(1, site)}, ${`k${site}`}, ${`Site ${site}`}, '[]', ${tenant.toUpperCase()}, '["Sn"]', '{}', 'none', '{"name":"x"}',
          '2020-01-01', '2020-01-01T00:00:00Z')`.execute(tx)
})

const number = (from: number, to: number) => fc.integer({ min: from, max: to })
const day = fc
  .tuple(number(2020, 2027), number(1, 12), number(1, 28))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
const instant = day.map((date) => `${date}T12:00:00.000Z`)
const content = fc.oneof(
  fc.record({
    kind: fc.constant('order' as const),
    order: number(1, 4).map((order) => idOf(5, order)),
    number: fc.constant('1'),
    orderKind: fc.constantFrom('validation' as const, 'extension' as const, 'withdrawal' as const),
    colour: fc.constantFrom('green' as const, 'yellow' as const, 'red' as const),
    signedOn: day,
    effectiveFrom: day,
    until: fc.option(day),
    supersedes: fc.option(number(1, 4).map((order) => idOf(5, order))),
    published: fc.option(fc.record({ on: day, recordedAt: instant })),
  }),
  fc.record({
    kind: fc.constant('hold' as const),
    by: fc.constant('scheme'),
    reason: fc.constant('x'),
    from: day,
    lifted: fc.option(fc.record({ on: day, recordedAt: instant })),
  }),
  fc.record({
    kind: fc.constant('reported' as const),
    colour: fc.constantFrom('green' as const, 'red' as const, 'unclassified' as const),
    on: day,
    source: fc.constant('x'),
  }),
  fc.record({
    kind: fc.constant('blue' as const),
    application: fc.constant(idOf(6, 1)),
    receipts: fc.array(
      fc.record({ level: fc.constantFrom('local' as const, 'provincial' as const, 'national' as const), on: day, recordedAt: instant }),
      { maxLength: 4 },
    ),
    objections: fc.array(fc.record({ criterion: fc.constant('Y1'), by: fc.constant('committee'), on: day, recordedAt: instant }), {
      maxLength: 1,
    }),
  }),
)
const tenant = fc.constantFrom(...TENANTS)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      tenant,
      site: number(0, SITES - 1),
      content,
      at: instant,
      undone: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('void' as const), tenant, site: number(0, SITES - 1), fact: number(1, 40), at: instant }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('visit' as const),
      tenant,
      site: number(0, SITES - 1),
      on: day,
      at: instant,
      onSite: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('merge' as const), tenant, site: number(1, SITES - 1), into: fc.constantFrom(0, null) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('empty' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('ask' as const), tenant, asOf: day, knownAt: instant, writing: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

let told = 0
const facts: string[] = []
class Undone extends Error {}

async function act(tx: Tx, one: Exclude<Step, { readonly do: 'ask' }>): Promise<void> {
  if (one.do === 'empty') await sql`truncate site_status_fact`.execute(tx)
  if (one.do === 'tell') {
    const id = idOf(2, ++told)
    facts.push(id)
    const given: FactContent = one.content
    await insertFact(tx, one.tenant, { site: idOf(1, one.site), id, recordedAt: one.at, actsOn: '2020-01-01', content: given, detail: {} })
  }
  if (one.do === 'void') {
    const fact = facts.at(-one.fact)
    if (fact) await voidFact(tx, one.tenant, { site: idOf(1, one.site), id: fact, at: one.at, reason: 'x' })
  }
  if (one.do === 'visit')
    await sql`insert into site_visit (tenant_id, site_id, id, visited_on, on_site, content, learned_at)
      values (${one.tenant}, ${idOf(1, one.site)}, ${idOf(3, ++told)}, ${one.on}, ${one.onSite}, '{}', ${one.at})`.execute(tx)
  if (one.do === 'merge')
    await sql`update site set merged_into = ${one.into === null ? null : idOf(1, one.into)} where tenant_id = ${one.tenant} and id = ${idOf(1, one.site)}`.execute(
      tx,
    )
}

/** The long way: every fact read now, filed by hand. */
async function slowly(tx: Tx, { tenant: of, asOf, knownAt }: { tenant: string; asOf: string; knownAt: string }) {
  const survivors = new Map((await listSurvivors(tx, of, null)).map((row) => [row.id, row.merged_into ?? row.id]))
  const bySurvivor = new Map<string, StatusFact[]>([...survivors.values()].map((site) => [site, []]))
  for (const row of await listOwnFactRows(tx, of, null)) bySurvivor.get(survivors.get(row.site_id) ?? '')?.push(rowToFact(row))
  const days = await listDayRows(tx, of, null)
  return [...bySurvivor].sort().map(([site, known]) => ({
    standing: standingOf(known, { site: asId('site', site), asOf, knownAt, rulebook: publishedRulebookOn(of.toUpperCase(), asOf) }),
    lastVisitOn:
      days
        .filter((row) => survivors.get(row.site_id) === site && row.on_site && row.visited_on <= asOf && row.learned_at <= knownAt)
        .map((row) => row.visited_on)
        .toSorted()
        .at(-1) ?? null,
  }))
}
const quickly = async (tx: Tx, { tenant: of, ...question }: { tenant: string; asOf: string; knownAt: string }) =>
  (await standingsOf(tx, of, question))
    .map(({ standing, lastVisitOn }) => ({ standing, lastVisitOn }))
    .toSorted((one, other) => (one.standing.site < other.standing.site ? -1 : 1))

test('whatever happened and whatever is asked, the index answers as the long way does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      for (const one of steps) {
        if (one.do === 'ask') {
          const { do: _do, writing, ...asked } = one
          const [quick, slow] = await (writing ? database.transaction : database.read)(async (tx) => [
            await quickly(tx, asked),
            await slowly(tx, asked),
          ])
          expect(quick).toEqual(slow)
          continue
        }
        const undone = one.do === 'tell' && one.undone
        await database
          .transaction(async (tx) => {
            await act(tx, one)
            if (one.do === 'empty') return
            const asked = { tenant: one.tenant, asOf: '2025-06-01', knownAt: '2027-12-31T00:00:00.000Z' }
            expect(await quickly(tx, asked)).toEqual(await slowly(tx, asked))
            if (undone) throw new Undone()
          })
          .catch((error: unknown) => (error instanceof Undone ? undefined : Promise.reject(error)))
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('a transaction that began before the newest change does not see it, although the index already knows it', async () => {
  const asked = { tenant: 'cd', asOf: '2027-06-01', knownAt: '2027-12-31T00:00:00.000Z' }
  const report: FactContent = { kind: 'reported', colour: 'yellow', on: '2027-05-30', source: 'late' }
  await database.read(async (old) => {
    const before = await slowly(old, asked)
    await database.transaction((tx) =>
      insertFact(tx, 'cd', {
        site: idOf(1, 0),
        id: idOf(2, 900_000),
        recordedAt: '2027-05-31T00:00:00.000Z',
        actsOn: '2027-05-30',
        content: report,
        detail: {},
      }),
    )
    await database.read(async (tx) => expect(await quickly(tx, asked)).toEqual(await slowly(tx, asked)))
    expect(await quickly(old, asked)).toEqual(before)
  })
})

test('an answer for many sites reads nothing again while nothing changed', async () => {
  const asked = { asOf: '2026-11-21', knownAt: '2027-12-31T00:00:00.000Z' }
  const first = await database.read((tx) => standingsOf(tx, 'cd', asked))
  const second = await database.read((tx) => standingsOf(tx, 'cd', asked))
  expect(second[0]?.standing).toBe(first[0]?.standing)
})

test('the door answers many questions as it answers each, duplicates and unknown sites included', async () => {
  const door = program.modules.sites.door
  const knownAt = '2027-12-31T00:00:00.000Z'
  const site = (number: number) => asId('site', idOf(1, number))
  await database.transaction((tx) => act(tx, { do: 'merge', tenant: 'cd', site: 3, into: 0 }))
  await database.transaction((tx) => act(tx, { do: 'merge', tenant: 'cd', site: 0, into: null }))
  await database.read(async (tx) => {
    const asked = ['2020-05-01', '2023-01-01', '2027-06-01'].flatMap((asOf) => [0, 3, 4, 99].map((one) => ({ site: site(one), asOf })))
    const many = await door.standingsOn(tx, 'cd', { asked, knownAt })
    expect(many.map((one) => one.site)).toEqual(asked.map((one) => one.site))
    for (const [index, one] of asked.entries()) expect(many[index]).toEqual(await door.standing(tx, one.site, one.asOf, knownAt, 'cd'))
    const [own, duplicate] = await door.standings(tx, 'cd', { sites: [site(0), site(3)], asOf: '2027-06-01', knownAt })
    expect({ ...duplicate, site: own?.site }).toEqual(own)
    const listed = (await standingsOf(tx, 'cd', { asOf: '2027-06-01', knownAt })).map(({ row, standing }) => ({ id: row.id, standing }))
    expect(listed.find((one) => one.id === site(0))?.standing).toEqual(own)
    expect(listed.some((one) => one.id === site(3))).toBe(false)
  })
})
