/*
A secret name, in a browser: the analyst seals it and registers its actor, a second reader opens it after their look was written down, and an account that is not
cleared finds nothing of it. What travelled and what the server keeps holds no letter of it.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { listOf, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { at } from './chain-hands.ts'
import { startCopy } from './own-server.ts'
import { everythingOf, read, unlock } from './protection-hands.ts'
import { visit } from './visitor.ts'
import { way } from './way.ts'

const NAME = 'Réseau Kipepeo Mweusi'
const folder = mkdtempSync(join(tmpdir(), 'chanzo-secret-name-'))
const server = await startCopy(join(folder, 'data'), 1)
const { address } = server
const analyst = await visit({ as: 'analyst', address, onlyLooks: true })
const sent: string[] = []
analyst.page.on('request', (request) => void sent.push(request.postData() ?? ''))
afterAll(async () => {
  await analyst.leave()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)
const step = way(() => analyst.photograph('failed-secret-name'))
const made = { actor: '' }
const Actors = looseRecord({ actors: listOf(looseRecord({ id: text() })) })
const actorIds = async (): Promise<readonly string[]> =>
  mustParse(Actors, await read(analyst, '/api/conflict/actors')).actors.map(({ id }) => id)

step('the analyst seals a name to its readers and registers its actor', async () => {
  const before = await actorIds()
  const { page } = analyst
  await analyst.open('/actors')
  await page.getByRole('button', { name: 'Enregistrer un acteur' }).first().click()
  await page.getByRole('checkbox', { name: /^Son nom est secret/ }).click()
  await page.getByRole('button', { name: 'Sceller un nom' }).click()
  await page.getByLabel('Nom', { exact: true }).fill(NAME)
  const readers = page.getByRole('group', { name: 'Qui pourra le lire' }).getByRole('checkbox')
  await readers.first().waitFor()
  expect(await readers.count()).toBe(2)
  for (const one of await readers.all()) await one.click()
  await page.getByRole('button', { name: 'Sceller pour 2 personnes' }).click()
  await page.getByText('Nom scellé', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect.poll(async () => (await actorIds()).length).toBe(before.length + 1)
  made.actor = (await actorIds()).find((id) => !before.includes(id)) ?? ''
  expect(sent.filter((body) => body.includes('Kipepeo'))).toEqual([])
})

step('a second reader opens it, and reads who looked', async () => {
  await at(
    'secretariat',
    async (visitor) => {
      const { page } = visitor
      await visitor.open(`/actors/${made.actor}`)
      await page.getByRole('button', { name: 'Lire le nom' }).click()
      await unlock(page)
      await page.getByRole('button', { name: 'Inscrire ma lecture et ouvrir' }).click()
      await page.getByText(NAME, { exact: true }).waitFor()
      await visitor.photograph('secret-name-read-1280')
    },
    { address },
  )
})

step('who is not cleared sees nothing of it, and neither does the database', async () => {
  await at(
    'minister',
    async (visitor) => {
      await visitor.open(`/actors/${made.actor}`)
      await visitor.page.waitForLoadState('networkidle')
      expect(await visitor.page.content()).not.toMatch(/Kipepeo|Lire le nom/)
      expect((await visitor.page.request.get(`${address}/api/conflict/actors/${made.actor}`)).status()).not.toBe(200)
    },
    { address },
  )
  expect(await everythingOf(join(folder, 'data'), folder)).not.toContain('Kipepeo')
})
