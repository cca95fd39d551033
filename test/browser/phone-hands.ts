/* The hands of somebody with a telephone: enrolled by an officer's code, opened by a PIN, loaded with what it carries, sending when there is a line. */
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { eitherOf, exactly, listOf, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { type Visitor, visit } from './visitor.ts'

export const PIN = '482915'
export const PHONE = 360

const Territory = eitherOf(exactly('everywhere'), listOf(text()))
const Accounts = looseRecord({ accounts: listOf(looseRecord({ id: text(), roles: listOf(text()), territory: Territory })) })
const Offer = looseRecord({ link: text() })

/** An officer's offer for the one account with the role. Answers the link that stands in the code. */
export async function offerFor({ page, address }: Visitor, role: string): Promise<string> {
  const { accounts } = mustParse(Accounts, await (await page.request.get(`${address}/api/enrolments/accounts`)).json())
  const account = accounts.find(({ roles }) => roles.includes(role))
  const data = { account: account?.id, role, territory: account?.territory }
  const answer = await page.request.post(`${address}/api/enrolments`, { data, headers: { origin: address } })
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)])
  return mustParse(Offer, await answer.json()).link
}

/** A new telephone, not enrolled yet. */
export const newPhone = (address: string): Promise<Visitor> => visit({ width: PHONE, address })

/** Takes the offer on this telephone and ends at the lock. */
export async function enrol({ page, photograph }: Visitor, link: string, picture?: string): Promise<void> {
  // The same address with another fragment would not be opened anew.
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByRole('button', { name: 'Oui, c’est moi' }).waitFor()
  if (picture) await photograph(`${picture}-preview`)
  await page.getByRole('button', { name: 'Oui, c’est moi' }).click()
  await page.getByRole('textbox', { name: 'Choisissez un PIN' }).fill(PIN)
  await page.getByRole('textbox', { name: 'Le même PIN encore une fois' }).fill(PIN)
  if (picture) await photograph(`${picture}-pin`)
  await page.getByRole('button', { name: 'Inscrire ce téléphone' }).click()
  await page.getByRole('button', { name: 'Ouvrir avec le PIN' }).click()
}

/** At the lock: chooses the seat where there are several, types the PIN, and stands at the telephone's first screen: its home, for who weighs the scale. */
export async function open({ page }: Visitor, seat?: number, pin = PIN): Promise<void> {
  if (seat !== undefined) {
    const place = page.getByRole('button', { name: new RegExp(`Place ${seat}`) })
    await place.or(page.locator('.pin-pad')).first().waitFor()
    if ((await place.count()) > 0) await place.click()
  }
  await page.locator('.pin-pad').waitFor()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^(Terrain|Peser et étiqueter|Délivrer sans réseau)$/, level: 1 }).waitFor({ timeout: 30_000 })
}

/** By a link inside the app: the page stays, and with it the open telephone. */
export async function go({ page, address }: Visitor, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.waitForURL(`${address}${path}`)
  await page.locator('main').first().waitFor()
}

export async function lock({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Verrouiller' }).first().click()
  await page.locator('.pin-pad').or(page.getByText('Qui ouvre ?')).first().waitFor()
}

/** Chooses the newest mission and brings it. */
export async function carry(phone: Visitor, mission: RegExp, picture?: string): Promise<void> {
  await go(phone, '/field/carry')
  const { page } = phone
  await page.getByRole('checkbox', { name: mission }).first().click()
  if (picture) await phone.photograph(`${picture}-carry`)
  await bring(phone, '"missions":["')
  await go(phone, '/field/shelf/new')
  await page.getByRole('link', { name: 'Ouvrir', exact: true }).first().waitFor()
}

/** Chooses a whole province and brings it. */
export async function carryProvince(phone: Visitor, province: string): Promise<void> {
  await go(phone, '/field/carry')
  await phone.page.locator('.carry-province summary').first().click()
  await phone.page.getByRole('checkbox', { name: `Toute la province ${province}` }).click()
  await bring(phone, '"areas":["')
}

/** Presses "bring" and waits for the last page of the pull that asks for `chosen`. */
async function bring({ page }: Visitor, chosen: string): Promise<void> {
  const brought = page.waitForResponse(
    async (answer) =>
      answer.url().endsWith('/api/field/pulls') &&
      (answer.request().postData() ?? '').includes(chosen) &&
      (await answer.text()).includes('"done":true'),
    { timeout: 60_000 },
  )
  await page.getByRole('button', { name: 'Emporter ce choix' }).click()
  await brought
  await page.getByText(/À jour du/).waitFor()
}

/** Presses "send" until nothing waits, as one does on a bad line; answers how often it took. */
export async function sendAll(phone: Visitor, picture?: string): Promise<number> {
  const { page } = phone
  await go(phone, '/field')
  for (let times = 1; times <= 40; times++) {
    const send = page.getByRole('button', { name: 'Envoyer maintenant' })
    await send.or(page.getByText('Tout ce qui était fini est chez le serveur.')).first().waitFor({ timeout: 90_000 })
    if (await page.getByText('Tout ce qui était fini est chez le serveur.').isVisible()) {
      if (picture) await phone.photograph(picture)
      return times
    }
    if (await send.isVisible()) await send.click({ timeout: 5_000 }).catch(() => undefined)
    await page.waitForTimeout(300)
  }
  throw new Error('the telephone did not get rid of its work')
}

/** Gives one inspection to another telephone by a file and the code read aloud. */
export async function handOver(from: Visitor, to: Visitor, inspection: string): Promise<void> {
  await go(from, `/field/hand-over/${inspection}`)
  await from.page.getByRole('tab', { name: 'Fichier' }).click()
  const code = (await from.page.locator('.hand-secret').innerText()).trim()
  const [download] = await Promise.all([
    from.page.waitForEvent('download'),
    from.page.getByRole('button', { name: 'Faire et partager le fichier' }).click(),
  ])
  const path = await download.path()
  await go(to, '/field/take-over')
  const { page } = to
  await page.getByRole('tab', { name: 'Fichier' }).click()
  await page.getByLabel('Fichier reçu').setInputFiles(path)
  await page.getByLabel('Code du fichier').fill(code)
  await page.getByRole('button', { name: 'Ouvrir le fichier' }).click()
  await page.getByRole('button', { name: 'Prendre sur ce téléphone' }).click()
  await page.getByText('La fiche est sur ce téléphone').waitFor()
}

/** The id at the end of the address of the page. */
export const shownId = (page: Page): string => {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  return id
}
