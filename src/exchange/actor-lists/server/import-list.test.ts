import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { OPERATOR } from '../../../bin/program.ts'
import type { ActorListReport } from '../plan-list.ts'
import { importActorList } from './import-list.ts'

const { program } = await freshDatabase()
const { database, log, tenant, clock, modules } = program
const house = { database, log, tenant, clock, actor: OPERATOR, actors: modules.conflict.actors }
async function run(content: string, dryRun = false): Promise<ActorListReport> {
  const outcome = await importActorList(house, { content, dryRun })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
async function stands() {
  const rows = await database.read((tx) =>
    sql<{ events: number; actors: number; spellings: number; waiting: number }>`
      select (select count(*)::int from log_event) as events, (select count(*)::int from conflict_actor) as actors,
        (select count(*)::int from conflict_actor_spelling) as spellings, (select count(*)::int from conflict_actor_waiting) as waiting`.execute(
      tx,
    ),
  )
  return rows.rows[0]
}
const list = JSON.stringify([
  { name: 'Raïa wa Luka', mentions: 5, types: { 'Groupe armé local': 5 } },
  { name: 'Raïa wa Luka Nord', mentions: 5, types: { 'Groupe armé local': 5 } },
  { name: 'Un tel', mentions: 1, types: { 'Groupe armé local': 1 } },
])

test('a dry run reports and writes nothing; the import writes; a second one adds nothing', async () => {
  const before = await stands()
  const told = { rows: 3, added: 1, near: 1, waiting: 2, exact: 0 }
  expect(await run(list, true)).toMatchObject({ ...told, dryRun: true })
  expect(await stands()).toEqual(before)
  expect(await run(list)).toMatchObject(told)
  const after = await stands()
  expect(after).toMatchObject({ actors: 1, spellings: 1, waiting: 2 })
  expect(await run(list)).toMatchObject({ added: 0, aliases: 0, exact: 1, waiting: 2 })
  expect(await stands()).toEqual(after)
})

test('the same letters in a list of UCDP lead to that actor, with the full name as a further spelling', async () => {
  const table = 'ActorId,NameData,NameOrigFull,NameChange,Org,Version\n1,RAIA WA LUKA,Forces du lac,0,1,22.1\n2,Gens du lac,n/a,0,3,22.1\n'
  expect(await run(table)).toMatchObject({ exact: 1, aliases: 1, added: 0, leftOut: ['Gens du lac'] })
  expect(await stands()).toMatchObject({ actors: 1, spellings: 2 })
  expect(await run(table)).toMatchObject({ exact: 1, aliases: 0 })
})

test('actors that were imported follow from the log', async () => {
  expect(await log.checkRebuild()).toMatchObject({ differences: 0 })
})

const real = [sharedFile('data/lists/armed_groups_ipis.json'), sharedFile('data/conflict/ucdp_actors_drc_v22_1.csv')]
test.skipIf(real.includes(null))('both shared lists: nobody twice, no people among the actors', async () => {
  const contents = real.map((path) => readFileSync(path ?? '', 'utf8'))
  const [ipis, ucdp] = [await run(contents[0] ?? ''), await run(contents[1] ?? '')]
  expect(ipis.exact + ipis.added + ipis.waiting).toBe(81)
  expect(ucdp.exact + ucdp.added + ucdp.waiting + ucdp.leftOut.length).toBe(126)
  expect(ucdp.leftOut).toHaveLength(27)
  const after = await stands()
  for (const content of contents) expect(await run(content)).toMatchObject({ added: 0, aliases: 0 })
  expect(await stands()).toEqual(after)
})
