/*
A caseworker's own telephone in the built app: an interview is sealed and a risk rated where there is no network, a begun interview stops the road until
somebody chooses, and a file whose person takes their word back is off the telephone at its next contact.
*/
import { afterAll, describe, expect } from 'vitest'
import { listOf, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { search, textOf } from '../gates/sealed-search.ts'
import { signLabels } from '../../src/modules/cases/ui/safety/safety-labels.ts'
import { questionLabels } from '../../src/modules/cases/ui/screening/question-labels.ts'
import { storesOf } from './phone-dump.ts'
import { enrol, go, newPhone, offerFor, open, sendAll } from './phone-hands.ts'
import { type Person, interview, post, read } from './protection-hands.ts'
import { visit } from './visitor.ts'
import { way } from './way.ts'

const person: Person = {
  ...{ name: 'Zawadi Canari Lumiere', telephone: '+243 899 417 3027', codeWord: 'la pirogue verte du soir' },
  story: 'On lui a pris sa carte au fond du puits numero neuf',
}
const desk = await visit({ as: 'caseworker' })
const phone = await newPhone(desk.address)
const { page, context } = phone
const made = { case: '', code: '' }
afterAll(async () => {
  await phone.leave()
  await desk.leave()
}, 30_000)
const CODE = /[0-9A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{3}/
const Listed = looseRecord({ cases: listOf(looseRecord({ case: text(), subject: text() })) })
/** Presses "send" and waits until what is carried came. */
async function round(picture?: string): Promise<void> {
  await go(phone, '/field')
  const came = page.waitForResponse(
    async (answer) => answer.url().endsWith('/api/field/pulls') && (await answer.text()).includes('"done":true'),
    { timeout: 60_000 },
  )
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await came
  await page.getByRole('button', { name: 'Envoyer maintenant' }).waitFor()
  await page.getByText('Tout ce qui était fini est chez le serveur.').waitFor()
  if (picture) await phone.photograph(picture)
}
const onTelephone = async (path: string): Promise<string> => {
  await go(phone, path)
  await page.locator('main h1').waitFor()
  return page.locator('main').innerText()
}
const answerFirst = async () => {
  for (const [question, said] of [
    ['immediate-danger', 'Non'],
    ['private-place', 'Oui'],
  ] as const)
    await page
      .getByRole('group', { name: questionLabels[question].fr, exact: true })
      .getByRole('button', { name: said, exact: true })
      .click()
}

describe('a caseworker’s telephone', () => {
  const step = way(() => phone.photograph('failed-protection-telephone'))

  step('is enrolled by its owner, and seals an interview without network', async () => {
    await enrol(phone, await offerFor(desk, 'CASE_WORKER'))
    await open(phone)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await round()
    await onTelephone('/cases')
    await page.locator('.case-card').first().waitFor()
    await phone.photograph('protection-phone-01-list')
    await context.setOffline(true)
    await go(phone, '/interview')
    await interview(phone, person, (name) => phone.photograph(`protection-phone-02-${name}`))
    await page.getByRole('button', { name: 'Mettre sous clé et envoyer' }).click()
    await page.getByText('L’entretien attend sur ce téléphone, sous clé').waitFor()
    made.code = CODE.exec(await page.locator('main').innerText())?.[0] ?? ''
    expect(made.code).not.toBe('')
    expect(await search(textOf('the telephone', await storesOf(page)), { ...person })).toEqual([])
    await context.setOffline(false)
    await sendAll(phone)
    await round('protection-phone-03-sent')
    const { cases } = mustParse(Listed, await read(desk, '/api/cases'))
    made.case = cases.find((one) => one.subject === made.code)?.case ?? ''
    expect(made.case).not.toBe('')
  })

  step('carries the new file, which is opened and rated without network', async () => {
    await expect.poll(() => onTelephone('/cases'), { timeout: 30_000 }).toContain(made.code)
    await context.setOffline(true)
    await go(phone, `/cases/${made.case}?part=safety`)
    await page.getByLabel(signLabels.threatened.fr).selectOption('yes')
    await page.getByRole('button', { name: 'Évaluer le risque' }).click()
    await page.getByText('Noté. Le risque et les délais suivent ces réponses.').waitFor()
    await phone.photograph('protection-phone-04-rated')
    await context.setOffline(false)
    await sendAll(phone)
    await round()
    expect(JSON.stringify(await read(desk, `/api/cases/${made.case}`))).toContain('case-risk.rated.v1')
  })

  step('lets go of a file whose person takes their word back, at the next contact', async () => {
    await post(desk, `/api/cases/${made.case}/steps`, { all: [{ about: 'case', ask: { step: 'withdraw-consent' } }] })
    await round()
    await context.setOffline(true)
    // In memory and on the flash: no screen goes on showing it.
    await expect.poll(() => onTelephone(`/cases/${made.case}`), { timeout: 30_000 }).not.toContain(made.code)
    await phone.photograph('protection-phone-05-gone')
    await context.setOffline(false)
  })

  step('before the road an interview that was begun asks: send, or throw away', async () => {
    await go(phone, '/interview')
    await answerFirst()
    await go(phone, '/field/settings')
    await page.getByRole('button', { name: 'Préparer la route' }).click()
    await page.getByText('Rien n’a été jeté : 1 entretien commencé').waitFor()
    await phone.photograph('protection-phone-06-begun')
    await page.getByRole('link', { name: 'Ouvrir pour terminer et envoyer' }).click()
    await page.getByText('Entretien repris tel qu’il était sur ce téléphone').waitFor()
    await go(phone, '/field/settings')
    await page.getByRole('button', { name: 'Préparer la route' }).click()
    await page.getByRole('button', { name: 'Jeter ce qui est commencé…' }).click()
    await phone.photograph('protection-phone-07-throw')
    await page.getByRole('button', { name: 'Jeter et préparer la route' }).click()
    await page.getByText(/^Prêt pour la route/).waitFor()
    await phone.photograph('protection-phone-08-ready')
    await go(phone, '/interview')
    await page.getByRole('group', { name: questionLabels['immediate-danger'].fr, exact: true }).waitFor()
    expect(await page.getByText('Entretien repris').count()).toBe(0)
    await context.setOffline(true)
    expect(await onTelephone('/cases')).not.toContain(made.code)
    await context.setOffline(false)
  })
})
