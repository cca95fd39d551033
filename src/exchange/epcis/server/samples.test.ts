/* Every published sample document of EPCIS goes in over HTTP and comes out again; every broken one is refused with the path named. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { type Json, type Machine, eventsIn, openMachine } from '../../../../test/epcis-bed.ts'

const world = await freshDatabase()
const samples = sharedFile('standards/epcis/samples')
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

const filesIn = (...folders: readonly string[]): readonly string[] =>
  samples === null
    ? []
    : folders.flatMap((folder) =>
        readdirSync(join(samples, folder), { withFileTypes: true, recursive: true })
          .filter((one) => one.isFile() && /\.json(ld)?$/.test(one.name))
          .map((one) => join(one.parentPath, one.name).slice(samples.length + 1)),
      )
const read = (file: string): Json => JSON.parse(readFileSync(join(samples ?? '', file), 'utf8'))
const deviations: readonly string[] =
  samples === null ? [] : (JSON.stringify(read('known-schema-deviations.json')).match(/[\w.-]+\.json(ld)?/g) ?? [])
const isQuery = (file: string): boolean => file.includes('queries/Queries/')
const isBroken = (file: string): boolean => file.includes('invalid') || file.includes('Invalid')
const all = filesIn('gs1', 'openepcis-valid', 'openepcis-invalid', 'queries').filter((file) => !isQuery(file))
const eventsOf = (document: Json): readonly Json[] =>
  document.epcisBody === undefined ? [document] : (document.epcisBody.eventList ?? document.epcisBody.queryResults.resultsBody.eventList)

describe.runIf(samples !== null)('documents', () => {
  const good = all.filter((file) => !isBroken(file) && !deviations.some((one) => file.endsWith(one)))
  test('there are samples', () => expect(good.length).toBeGreaterThan(60))
  test.each(good)('%s is captured, and each event is found by its identifier as it was', async (file) => {
    const document = read(file)
    const isOne = document.epcisBody === undefined
    const taken = await client.send('POST', isOne ? '/epcis/events' : '/epcis/capture', document, {
      'gs1-capture-error-behaviour': 'proceed',
    })
    expect([201, 202, 409], JSON.stringify(taken.body)).toContain(taken.status)
    await world.program.modules.epcis.idle()
    if (taken.status !== 202) return
    const job = await client.get(new URL(taken.headers['location'] ?? '').pathname)
    // Samples reuse identifiers of each other for other events: such a clash is named and is no fault of the document.
    const clashes = job.body.errors.filter((one: Json) => one.type === 'epcisException:ResourceAlreadyExistsException')
    expect(job.body.errors).toEqual(clashes)
    for (const event of eventsOf(document)) {
      if (event.eventID === undefined || clashes.length > 0) continue
      const found = await client.get(`/epcis/events/${encodeURIComponent(event.eventID)}`, { 'gs1-epc-format': 'Never_Translates' })
      expect(found.status).toBe(200)
      const { recordTime: _recordTime, ...sent } = event
      expect(eventsIn(found).map(({ recordTime: _one, ...kept }: Json) => kept)).toContainEqual(sent)
    }
  })
  const broken = all.filter(isBroken)
  test('there are broken samples', () => expect(broken.length).toBeGreaterThan(8))
  test.each(broken)('%s is refused, with the path named', async (file) => {
    const document = read(file)
    const said = await client.send('POST', document.epcisBody === undefined ? '/epcis/events' : '/epcis/capture', document)
    expect([said.status, said.body.type]).toEqual([400, 'epcisException:ValidationException'])
    expect(said.body.errors[0].path).toMatch(/^\//)
  })
})

describe.runIf(samples !== null)('queries', () => {
  const queries = filesIn('queries').filter(isQuery)
  test.each(queries.filter((file) => !isBroken(file)))('%s is taken as a named query', async (file) => {
    const made = await client.send('POST', '/epcis/queries', { name: 'sample', query: read(file) })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect((await client.get('/epcis/queries/sample/events')).status).toBe(200)
  })
  test.each(queries.filter(isBroken))('%s is refused', async (file) => {
    const said = await client.send('POST', '/epcis/queries', { name: 'broken', query: read(file) })
    expect([said.status, said.body.type]).toEqual([400, 'epcisException:QueryValidationException'])
  })
})
