/*
A whole case goes to another body, in a browser: its worker offers it after the digits of the keys were compared, and somebody there takes it over from codes. That it opens for them and for nobody who had it: src/modules/cases/handover.test.ts.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { listOf, looseRecord, mustParse, orNull, text, yesOrNo } from '../../src/kernel/schema.ts'
import { newId } from '../world/client.ts'
import { startCopy } from './own-server.ts'
import { part, post, read, unlock } from './protection-hands.ts'
import { type Visitor, visit } from './visitor.ts'
import { way } from './way.ts'

const Listed = looseRecord({ cases: listOf(looseRecord({ case: text(), state: text(), type: text(), isChild: orNull(yesOrNo()) })) })
const Bodies = looseRecord({ organisations: listOf(looseRecord({ id: text(), name: text(), kind: text() })) })
const folder = mkdtempSync(join(tmpdir(), 'chanzo-handover-'))
// A day ahead: late in the day the newest entry of the played province lies in the next morning.
const server = await startCopy(join(folder, 'data'), 1)
const sender = await visit({ as: 'caseworker', address: server.address })
const taker = await visit({ as: 'justice', address: server.address })
afterAll(async () => {
  await sender.leave()
  await taker.leave()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)
const step = way(() => Promise.all([sender.photograph('failed-handover-sender'), taker.photograph('failed-handover-taker')]))
const made = { case: '', body: '', name: '' }
const WORKED = ['active-assessment', 'active-planning', 'active-implementation', 'follow-up']
const casesOf = async (visitor: Visitor) => mustParse(Listed, await read(visitor, '/api/cases')).cases

step('the worker offers a case under the person’s yes to that body, after comparing the digits of the keys', async () => {
  const worked = (await casesOf(sender)).find((one) => WORKED.includes(one.state) && one.isChild === false)
  const body = mustParse(Bodies, await read(sender, '/api/organisations')).organisations.find(({ kind }) => kind === 'legal-aid')
  if (worked === undefined || body === undefined) throw new Error('a worked case and a body of legal aid')
  Object.assign(made, { case: worked.case, body: body.id, name: body.name })
  const { page } = sender
  await part(sender, made.case, 'closure')
  await page.getByLabel('Organisme', { exact: true }).selectOption({ label: made.name })
  await page.getByText('jamais', { exact: false }).first().waitFor()
  expect(await page.getByRole('button', { name: 'Proposer le dossier' }).count()).toBe(0)
  const item = { id: newId(), purpose: 'case-transfer', recipient: made.body, extent: 'full', answer: 'yes' }
  const given = {
    ...{ consent: newId(), givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable', form: 'written' },
    ...{ language: 'swa', interpreterUsed: false, items: [item], withheldFields: [], withheldFrom: [] },
    ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: null, policyVersion: '1' },
  }
  await post(sender, `/api/cases/${made.case}/steps`, { all: [{ about: 'consent', ask: { step: 'record', given } }] })
  await part(sender, made.case, 'closure')
  await page.getByLabel('Organisme', { exact: true }).selectOption({ label: made.name })
  await unlock(page)
  await page.getByRole('checkbox', { name: 'Les chiffres sont les mêmes' }).click()
  await sender.photograph('handover-offer-1280')
  await page.getByRole('button', { name: 'Proposer le dossier' }).click()
  await page.getByText(`Proposé à ${made.name}`).waitFor()
  await sender.photograph('handover-waits-1280')
})

step('somebody there sees codes, and takes it over', async () => {
  const { page } = taker
  await taker.open('/referrals')
  await page.getByRole('heading', { name: 'Transferts de dossiers' }).waitFor()
  await taker.photograph('handover-received-1280')
  await page.getByRole('checkbox', { name: /peut suivre cette personne/ }).click()
  await page.getByRole('button', { name: 'Reprendre le dossier' }).click()
  await page.getByText('Vous répondez maintenant de ce dossier').waitFor()
  expect((await casesOf(taker)).map((one) => one.case)).toContain(made.case)
})
