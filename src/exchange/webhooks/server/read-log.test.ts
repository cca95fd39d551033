import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { addOrganisation } from '../../../modules/people/module.ts'
import type { HookSource } from '../../../platform/log/hook-source.ts'
import { loadAfter } from '../../../platform/log/store.ts'
import { readOn } from './read-log.ts'
import type { WebhookParts } from './parts.ts'
import { insertHook, movePlace } from './store.ts'

test('an event that its source cannot tell is noted and passed by: the log is read on', async () => {
  const { program } = await freshDatabase()
  const { database, log, modules, clock } = program
  const made = await addOrganisation(
    { database, log, tenant: 'cd', places: modules.places.door, clock },
    { name: 'Une organisation', kind: 'ngo', area: null },
  )
  expect(made.ok).toBe(true)
  await database.transaction(async (tx) => {
    await insertHook(tx, 'cd', {
      ...{ id: randomUUID(), organisation: null, url: 'https://a.example', kinds: ['status'], secret: Buffer.from('x'), seesAll: true },
      ...{ madeBy: 'x', madeAt: '2020-01-01T00:00:00.000Z' },
    })
    await movePlace(tx, 'cd', 0)
  })
  const kinds = (await database.read((tx) => loadAfter(tx, 'cd', 0, 100))).map((one) => one.kind)
  const broken: HookSource = {
    kinds,
    needEarlier: [],
    newsOf: () => {
      throw new Error('a payload that nobody foresaw')
    },
  }
  const faults: string[] = []
  const parts: WebhookParts = {
    ...{
      database,
      tenant: 'cd',
      clock,
      secret: 'x',
      people: modules.people.door,
      sources: [broken],
      destinations: { allowed: new Set(), timeoutMilliseconds: 100 },
    },
    custody: { sight: () => Promise.resolve(null) },
    onFault: (error) => faults.push(String(error)),
  }
  expect(await readOn(parts)).toBe(true)
  expect(faults.length).toBeGreaterThan(0)
})
