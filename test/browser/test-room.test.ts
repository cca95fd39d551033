/*
A test in a room without network: the trainer keeps it on an enrolled telephone, the line is cut, two badges answer and hand in, the telephone is locked and opened
meanwhile, and when the line is back the server scores the sheets: the gain stands on the page of the session.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { listOf, looseRecord, mustParse, orNull, text, whole } from '../../src/kernel/schema.ts'
import { openLink } from './link.ts'
import { startCopy } from './own-server.ts'
import { enrol, go, lock, newPhone, offerFor, open, sendAll } from './phone-hands.ts'
import { storesOf } from './phone-dump.ts'
import { type Visitor, visit } from './visitor.ts'
import { way } from './way.ts'

const folder = mkdtempSync(join(tmpdir(), 'chanzo-room-'))
const link = await openLink()
const server = await startCopy(join(folder, 'data'), 0, { baseUrl: link.address })
link.lead(server.address)
const phone = await newPhone(link.address)
afterAll(async () => {
  await phone.leave()
  await server.stop()
  await link.close()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

const Tests = looseRecord({ tests: listOf(looseRecord({ session: text(), number: text() })) })
const Session = looseRecord({
  gain: orNull(looseRecord({ of: whole() })),
  participants: listOf(looseRecord({ badge: whole(), postTenths: orNull(whole()) })),
})
const under: { session: string; number: string } = { session: '', number: '' }

async function asked(trainer: Visitor, path: string): Promise<unknown> {
  return (await trainer.page.request.get(`${trainer.address}${path}`)).json()
}
/** Types the badge, takes the first option of two questions, leaves the rest open and hands in. */
async function fill({ page, photograph }: Visitor, badge: string, picture?: string): Promise<void> {
  await page.getByLabel('Numéro du badge').fill(badge)
  await page.getByRole('radio', { name: 'après la formation' }).click()
  await page.getByRole('button', { name: 'Commencer' }).click()
  await page.getByText('Question 1 sur 6').waitFor()
  expect(await page.getByRole('radio', { checked: true }).count(), 'a badge begins empty').toBe(0)
  if (picture) await photograph(`${picture}-question`)
  await page.getByRole('radio').first().click()
  await page.getByRole('button', { name: 'Suivante' }).click()
  await page.getByText('Question 2 sur 6').waitFor()
  await page.getByRole('radio').first().press('Space')
  await page.getByRole('button', { name: 'Suivante' }).click()
  for (const at of [3, 4, 5, 6]) {
    await page.getByText(`Question ${at} sur 6`).waitFor()
    await page.getByRole('button', { name: 'Laisser sans réponse' }).click()
  }
  await page.getByText('Sans réponse : 3, 4, 5, 6').waitFor()
  if (picture) await photograph(`${picture}-end`)
}
const handIn = async ({ page }: Visitor, badge: string): Promise<void> => {
  await page.getByRole('button', { name: 'Remettre ma copie' }).click()
  await page.getByText(`Badge ${badge} : copie remise`).waitFor()
}

describe('a test in a room without network', () => {
  const step = way(() => phone.photograph('failed-room'))

  step('the trainer keeps the test on an enrolled telephone', async () => {
    const officer = await visit({ as: 'administrator', address: link.address })
    await enrol(phone, await offerFor(officer, 'TRAINING_OFFICER'))
    await officer.leave()
    await open(phone)
    await go(phone, '/test-room')
    const trainer = await visit({ as: 'trainer', address: link.address })
    const [first] = mustParse(Tests, await asked(trainer, '/api/training/tests')).tests
    Object.assign(under, first)
    await trainer.leave()
    await phone.page.getByLabel('Session', { exact: true }).selectOption(under.session)
    await phone.page.getByRole('button', { name: 'Garder', exact: true }).click()
    await phone.page.getByText('Gardé. Il s’ouvre maintenant sans réseau.').waitFor()
    await phone.photograph('room-01-kept-360')
    expect(await phone.page.getByText('erreur d’envoi').count(), 'who carries no sites has no trouble of it').toBe(0)
  })

  step('the line is cut: a badge hands in, a second one goes on after the telephone was locked', async () => {
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    link.lead(null)
    await phone.context.setOffline(true)
    await phone.page.getByRole('button', { name: 'Ouvrir dans la salle' }).click()
    await fill(phone, '4', 'room-02-360')
    await handIn(phone, '4')
    await phone.photograph('room-03-given-360')
    await fill(phone, '5')
    await lock(phone)
    expect(await storesOf(phone.page)).not.toContain(under.number)
    await open(phone)
    await go(phone, '/test-room')
    await phone.page.getByText('1 copie remise ici').waitFor()
    await phone.page.getByRole('button', { name: 'Ouvrir dans la salle' }).click()
    await phone.page.getByText('Une copie du badge 5 n’est pas remise.').waitFor()
    await phone.page.getByLabel('Numéro du badge').fill('5')
    await phone.page.getByRole('button', { name: 'Commencer' }).click()
    for (const at of [1, 2]) {
      await phone.page.getByText(`Question ${at} sur 6`).waitFor()
      expect(await phone.page.getByRole('radio', { checked: true }).count(), 'what was answered is still there').toBe(1)
      await phone.page.getByRole('button', { name: 'Suivante' }).click()
    }
    for (const at of [3, 4, 5, 6]) {
      await phone.page.getByText(`Question ${at} sur 6`).waitFor()
      await phone.page.getByRole('button', { name: 'Laisser sans réponse' }).click()
    }
    await handIn(phone, '5')
    await go(phone, '/field/shelf/ready')
    await phone.page.getByText('Copie du badge 5').waitFor()
  })

  step('the line is back: the sheets are scored, and the gain stands on the page of the session', async () => {
    link.lead(server.address)
    await phone.context.setOffline(false)
    await sendAll(phone)
    const trainer = await visit({ as: 'trainer', address: link.address })
    const { gain, participants } = mustParse(Session, await asked(trainer, `/api/training/sessions/${under.session}`))
    expect(gain?.of).toBe(2)
    expect(participants.filter(({ postTenths }) => postTenths !== null).map(({ badge }) => badge)).toEqual([4, 5])
    await trainer.open(`/trainings/${under.session}?tab=gain`)
    await trainer.page.getByText('Progrès de 2 personnes').waitFor()
    await trainer.photograph('room-04-gain')
    await trainer.leave()
  })
})
