/* What the server hears of an import: fingerprints and codes, known again in the own organisation alone; a request that holds more is refused and nothing is kept. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Client, signIn } from '../../../../test/world/client.ts'
import { addAccount, addOrganisation } from '../../../modules/people/module.ts'
import { checkBodyOf, planImport } from '../import-plan.ts'

const world = await freshDatabase()
const PASSWORD = 'a long enough password'
const clients = new Map<string, Client>()
beforeAll(async () => {
  const { program } = world
  const app = await program.createHttp(({ error }) => {
    throw error
  })
  const parts = {
    database: program.database,
    log: program.log,
    tenant: program.tenant,
    places: program.modules.places.door,
    clock: program.clock,
  }
  for (const key of ['one', 'two']) {
    const made = await addOrganisation(parts, { name: `Maison ${key}`, kind: 'un', area: null })
    const organisation = made.ok ? made.value.organisation : ''
    await addAccount(parts, { email: `${key}@people.example`, password: PASSWORD, roles: ['CASE_WORKER'], organisation })
    clients.set(key, await signIn(app, `${key}@people.example`, PASSWORD))
  }
  return () => app.close()
}, 60_000)
const as = (key: string): Client => {
  const client = clients.get(key)
  if (client === undefined) throw new Error(`nobody is called ${key}`)
  return client
}
const digest = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('hex'))
const file = [
  ['_uuid', 'prs_First_Name', 'prs_MobilePhone', 'prs_Gender', 'prs_Birthdate', 'vic_Methods_of_Control'],
  ['u-7731', 'Zawadi', '+243810000001', 'Feminine', '2009-05-05', 'DebtBondage;FalsePromises'],
]

test('§11 test 8: a row is new until its case was opened, then known, in the own organisation and nowhere else', async () => {
  const { rows } = await planImport(file, { onDay: '2026-11-21', digest })
  const body = checkBodyOf(rows)
  expect((await as('one').send('/api/htcds-imports/checks', body)).body).toEqual({ rows: [{ isKnown: false }] })
  expect((await as('one').send('/api/htcds-imports/sources', { sources: [rows[0]?.source] })).body).toEqual({ kept: 1 })
  expect((await as('one').send('/api/htcds-imports/checks', body)).body).toEqual({ rows: [{ isKnown: true }] })
  expect((await as('two').send('/api/htcds-imports/checks', body)).body).toEqual({ rows: [{ isKnown: false }] })
  const kept = await world.program.database.read((tx) =>
    sql<{ line: string }>`select one::text as line from imported_source as one`.execute(tx),
  )
  const dump = kept.rows.map(({ line }) => line).join('\n')
  expect(dump).toMatch(/^\(cd,[0-9a-f]{64},/)
  for (const word of ['u-7731', rows[0]?.source ?? '', 'Zawadi', 'Feminine']) expect(dump).not.toContain(word)
})

test('a request with an identified field, free words under a coded one or an unknown field is refused', async () => {
  const source = 'a'.repeat(64)
  const refusal = async (coded: object) => (await as('one').send('/api/htcds-imports/checks', { rows: [{ source, coded }] })).body
  const refused = (field: string) => ({ refusal: { code: 'import-holds-identity', facts: { field } } })
  expect(await refusal({ prs_FirstName: ['Zawadi'] })).toEqual(refused('?'))
  expect(await refusal({ prs_Birthdate: ['2009-05-05'] })).toEqual(refused('?'))
  expect(await refusal({ prs_Gender: ['Zawadi'] })).toEqual(refused('prs_Gender'))
  expect(await refusal({ prs_AgeBand: ['14 ans'] })).toEqual(refused('prs_AgeBand'))
  expect(await refusal({ prs_AgeBand: ['09--17'], vic_MethodsOfControl: ['RestrictsMovement'] })).toEqual({ rows: [{ isKnown: false }] })
  expect((await as('one').send('/api/htcds-imports/checks', { rows: [{ source: 'u-7731', coded: {} }] })).status).toBe(400)
})
