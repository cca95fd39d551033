/*
The small province, played once in a whole run of the tests and given to each file as a copy of its own: `const world = await
freshProvince()`. Whoever needs it first plays it into a template database and lays its keys and ids beside it; the others wait for that.
A copy is a database on which the program was started again, with the keys of the one before: nothing of it lies in a memory.
*/
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { listOf, looseRecord, mustParse, text } from '../src/kernel/schema.ts'
import { openKeyRing } from '../src/platform/keys/signer.ts'
import { TEST_NOW, type TestDatabase, openCopy } from './database.ts'
import { withServer } from './start-postgres.ts'
import { demoAccounts } from './world/accounts.ts'
import { bodies } from './world/lukanda.ts'
import { type Province, buildWorld } from './world/province.ts'

const Ids = listOf(looseRecord({ key: text(), id: text() }))
type IdsByKey = readonly { readonly key: string; readonly id: string }[]
const Kept = looseRecord({
  secret: text(),
  now: text(),
  today: text(),
  accounts: Ids,
  organisations: Ids,
  sites: Ids,
  certifiedLot: text(),
  heldLot: text(),
  certificateNumber: text(),
})

export interface PlayedProvince extends TestDatabase {
  readonly province: Province
}

export async function freshProvince(): Promise<PlayedProvince> {
  const template = inject('played')
  const folder = inject('playedFolder')
  await playOnce(template, folder)
  const { secret, now, today, accounts, organisations, sites, ...kept } = mustParse(
    Kept,
    JSON.parse(readFileSync(join(folder, 'province.json'), 'utf8')),
  )
  const own = mkdtempSync(join(folder, 'keys-'))
  cpSync(join(folder, 'keys'), own, { recursive: true })
  const world = await openCopy({ template, keys: openKeyRing(own), secret, now })
  afterAll(async () => {
    await world.drop()
    rmSync(own, { recursive: true, force: true })
  })
  const stage = { today, account: idIn(accounts), organisation: idIn(organisations) }
  return { ...world, province: { ...kept, stage, sites: Object.fromEntries(sites.map(({ key, id }) => [key, id])) } }
}

const idIn =
  (ids: IdsByKey) =>
  (key: string): string => {
    const id = ids.find((one) => one.key === key)?.id
    if (id === undefined) throw new Error(`the province knows no ${key}`)
    return id
  }

/** Any number that no other lock of ours has: two workers ask at once, one plays. */
const ASKED_FOR_THE_PROVINCE = 4_870_079

async function playOnce(template: string, folder: string): Promise<void> {
  const done = join(folder, 'province.json')
  if (existsSync(done)) return
  await withServer(inject('server'), async (client) => {
    await client.query('select pg_advisory_lock($1)', [ASKED_FOR_THE_PROVINCE])
    if (existsSync(done)) return
    await client.query(`drop database if exists ${template} with (force)`)
    rmSync(join(folder, 'keys'), { recursive: true, force: true })
    await play(template, folder)
  })
}

async function play(template: string, folder: string): Promise<void> {
  const secret = randomUUID()
  const keys = openKeyRing(join(folder, 'keys'))
  const world = await openCopy({ template: inject('template'), name: template, keys, secret, now: TEST_NOW })
  try {
    const { stage, sites, ...kept } = await buildWorld(world)
    const told = {
      ...{ ...kept, secret, now: world.program.clock(), today: stage.today },
      accounts: demoAccounts.map(({ key }) => ({ key, id: stage.account(key) })),
      organisations: bodies.map(({ key }) => ({ key, id: stage.organisation(key) })),
      sites: Object.entries(sites).map(([key, id]) => ({ key, id })),
    }
    // Nobody may be in a database that is copied: whoever sees the file may copy.
    await world.program.close()
    writeFileSync(join(folder, 'province.json'), JSON.stringify(told))
  } catch (error) {
    await world.drop()
    throw error
  }
}
