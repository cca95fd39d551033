/* The hands of those who accompany people: an interview held without network, a key that opens, a question of consent, a package that is sent and opened. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { DEMO_PASSPHRASE } from '../../src/modules/cases/domain/keys/demo-passphrase.ts'
import { explainedLabels } from '../../src/modules/cases/domain/identification/labels-form.ts'
import { explainedItems } from '../../src/modules/cases/domain/identification/screening-flow.ts'
import { questionLabels } from '../../src/modules/cases/ui/screening/question-labels.ts'
import { newId } from '../world/client.ts'
import type { Visitor } from './visitor.ts'

const CLI = fileURLToPath(new URL('../../src/bin/cli.ts', import.meta.url))
export interface Person {
  readonly name: string
  readonly telephone: string
  readonly codeWord: string
  readonly story: string
}

const answer = (page: Page, question: string, said: 'Oui' | 'Non'): Promise<void> =>
  page.getByRole('group', { name: question, exact: true }).getByRole('button', { name: said, exact: true }).click()
const choose = (page: Page, legend: string, option: string): Promise<void> =>
  page.getByRole('radiogroup', { name: legend }).getByRole('radio', { name: option }).first().click()
const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Continuer', exact: true }).click()

/** Safety, agreement, age, then what the person wishes and how to reach them. Ends where it would be sent. */
export async function interview({ page }: Visitor, person: Person, picture: (name: string) => Promise<void>): Promise<void> {
  for (const [question, said] of [
    ['immediate-danger', 'Non'],
    ['private-place', 'Oui'],
    ['exploiter-or-guards-near', 'Non'],
    ['nobody-else-present', 'Oui'],
    ['safe-telephone', 'Oui'],
  ] as const)
    await answer(page, questionLabels[question].fr, said)
  await picture('interview-safety')
  await goOn(page)
  await page.getByLabel(questionLabels.language.fr).selectOption('sw')
  await answer(page, questionLabels['choice-of-interviewer'].fr, 'Oui')
  for (const item of explainedItems) await page.getByRole('checkbox', { name: explainedLabels[item].fr }).click()
  await answer(page, questionLabels['consent-to-interview'].fr, 'Oui')
  await choose(page, questionLabels['form-of-consent'].fr, 'Oral, certifié par l’agent')
  await picture('interview-consent')
  await goOn(page)
  await choose(page, questionLabels.age.fr, 'L’âge est connu')
  await page.getByLabel('Années accomplies').fill('24')
  await choose(page, questionLabels['sex-or-gender'].fr, 'Femme ou fille')
  await page.getByLabel('Noms', { exact: true }).fill(person.name)
  await page.getByLabel('Téléphone, adresse').fill(person.telephone)
  await picture('interview-profile')
  await goOn(page)
  // What is not asked stays "not asked": a first interview may leave questions open.
  const wishes = page.getByLabel('Récit, seulement ce qui est nécessaire')
  for (let sections = 0; sections < 8 && !(await wishes.isVisible()); sections++) await goOn(page)
  await wishes.fill(person.story)
  await picture('interview-wishes')
  await goOn(page)
  await choose(page, 'Êtes-vous d’accord avec ce que disent les réponses ?', 'Oui')
  await picture('interview-finding')
  await goOn(page)
  await choose(page, 'Par quel moyen ?', 'Téléphone')
  await page.getByLabel('Numéro, lieu ou personne de confiance').fill(person.telephone)
  await page.getByLabel(questionLabels['code-word'].fr, { exact: true }).fill(person.codeWord)
  await picture('interview-next')
  await page.getByRole('button', { name: 'Terminer l’entretien' }).click()
  await page.getByLabel('Type de dossier').selectOption('forced-labour')
  await page.getByRole('button', { name: 'Mettre sous clé et envoyer' }).waitFor()
}

/** Opens the own key where the page asks for it; nothing when it is open. */
export async function unlock(where: Page | Locator, phrase: string = DEMO_PASSPHRASE): Promise<void> {
  const asked = where.getByLabel('Phrase secrète', { exact: true }).first()
  await asked.waitFor()
  await asked.fill(phrase)
  await where.getByRole('button', { name: 'Déverrouiller', exact: true }).first().click()
  await asked.waitFor({ state: 'detached', timeout: 60_000 })
}

export const part = (visitor: Visitor, caseId: string, name: string): Promise<void> => visitor.open(`/cases/${caseId}?part=${name}`)

/** A command as a screen sends it, in the session of the page. */
export async function post({ page, address }: Visitor, path: string, data: object): Promise<string> {
  const id = newId()
  const said = await page.request.post(`${address}${path}`, { data: { id, data }, headers: { origin: address } })
  expect([path, said.status(), await said.text()]).toEqual([path, 200, expect.any(String)])
  return id
}
export const read = async ({ page, address }: Visitor, path: string): Promise<unknown> =>
  (await page.request.get(`${address}${path}`)).json()

/** Everything in the database of a running server, as its own backup writes it. */
export async function everythingOf(dataDir: string, folder: string): Promise<string> {
  const file = join(folder, `${newId()}.backup`)
  await promisify(execFile)(process.execPath, [CLI, 'backup', file, '--data', dataDir])
  return gunzipSync(readFileSync(file)).toString('utf8')
}
