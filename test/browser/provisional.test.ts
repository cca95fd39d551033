/*
An office without network issues a certificate: its telephone takes the next number of its block, a stranger without network reads the code and is told
that it is provisional, the telephone survives a kill, and when there is a line the desk confirms the sheet under its number.
*/
import { afterAll, describe, expect } from 'vitest'
import { count, listOf, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { newId } from '../world/client.ts'
import { answerDialog, at, dayFromToday } from './chain-hands.ts'
import { PHONE, enrol, go, newPhone, offerFor, open, sendAll } from './phone-hands.ts'
import { type Visitor, visit } from './visitor.ts'
import { way } from './way.ts'

const FIRST = `CD-${new Date().getUTCFullYear()}-000001`
const REASON = 'Le lot n’est pas parti.'
const stranger = await visit({ width: PHONE })
const phone = await newPhone(stranger.address)
const made = { dossier: '', number: '', second: '', code: '', final: '', lot: '', grams: 0 }
afterAll(async () => {
  await phone.leave()
  await stranger.leave()
})

async function post({ page, address }: Visitor, path: string, data: object): Promise<string> {
  const id = newId()
  const answer = await page.request.post(`${address}${path}`, { data: { id, data }, headers: { origin: address } })
  expect([path, answer.status(), await answer.text()]).toEqual([path, 200, expect.any(String)])
  return id
}
const Certificate = looseRecord({ certificate: looseRecord({ dossier: text() }) })
const Dossier = looseRecord({ dossier: looseRecord({ lot: text(), exporter: text(), lotNumber: text(), massGrams: count() }) })
const Checks = looseRecord({ checks: listOf(looseRecord({ number: count(), result: text() })) })

/** A second dossier for a lot whose certificate was revoked, with its papers, recommended. */
async function recommendAnew(): Promise<void> {
  const before = await at('validator', async (desk) => {
    const read = async (path: string): Promise<unknown> => (await desk.page.request.get(`${desk.address}${path}`)).json()
    const { certificate } = mustParse(Certificate, await read(`/api/certificates/${FIRST}`))
    await post(desk, `/api/certificates/${FIRST}/revocation`, { on: dayFromToday(0), reason: 'Papier perdu.' })
    return mustParse(Dossier, await read(`/api/dossiers/${certificate.dossier}`)).dossier
  })
  made.lot = before.lotNumber
  made.grams = before.massGrams
  await at('exporter', async (desk) => {
    const terms = {
      importer: { name: 'Example Smelting NV', country: 'BE' },
      grade: '66,4 % Sn',
      origin: ['CD'],
      customsValueUsdCents: 1_845_000,
    }
    const journey = { plannedShipmentOn: dayFromToday(5), route: ['CD', 'TZ', 'BE'], transport: { mode: 'road' } }
    const { lot, exporter } = before
    made.dossier = await post(desk, '/api/dossiers', { lot, exporter, terms: { ...terms, ...journey }, replaces: FIRST })
    const facts = `/api/dossiers/${made.dossier}/facts`
    const approval = { reference: 'AGR-0044', validFrom: dayFromToday(-200), validUntil: dayFromToday(165), auditStatus: 'green' }
    await post(desk, facts, { kind: 'exporter-approval', ...approval })
    const tax = { taxType: 'redevance minière', authority: 'Direction des recettes', reference: 'Q-77120', paidOn: dayFromToday(-1) }
    await post(desk, facts, { kind: 'tax-receipt', ...tax, currency: 'USD', amountCents: 64_500 })
    await post(desk, facts, { kind: 'transport-paper', reference: 'AT-0230/LK', from: exporter, issuedOn: dayFromToday(-1) })
  })
  await at('verifier', async (desk) => {
    const { checks } = mustParse(Checks, await (await desk.page.request.get(`${desk.address}/api/dossiers/${made.dossier}`)).json())
    const acknowledged = checks.filter((check) => check.result === 'not-yet-checked').map((check) => check.number)
    await post(desk, `/api/dossiers/${made.dossier}/verification`, { acknowledged })
  })
}

/** Fills the form of the telephone in and presses its button; ends at the sheet. Answers its number. */
async function issue(lot: string, kilograms: string): Promise<string> {
  const { page } = phone
  const typed = {
    'Numéro du lot': lot,
    Exportateur: 'Comptoir Nyota',
    'Masse nette (kg)': kilograms,
    'Nombre d’étiquettes': '3',
    Sites: 'CD-LK-0007',
    Importateur: 'Example Smelting NV',
    'Pays de l’importateur': 'be',
    Teneur: '66,4 % Sn',
    'Valeur en douane (USD)': '18450',
    'Expédition prévue': dayFromToday(5),
    Itinéraire: 'CD, TZ, BE',
  }
  await page.getByLabel('Minerai').selectOption('cassitérite')
  for (const [label, value] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(value)
  await phone.photograph('provisional-02-form-360')
  await page.getByRole('button', { name: /^Délivrer sous le n°/ }).click()
  await page.getByText('PROVISIONAL', { exact: true }).waitFor()
  // The heading says beside it what became of the sheet.
  return /CD-\d{4}-\d{6}/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? ''
}

async function verdict(code: string): Promise<string | null> {
  const { page } = stranger
  await page.reload()
  await page.getByLabel('Ou coller le texte du code').fill(code)
  await page.getByRole('button', { name: 'Vérifier ce texte' }).click()
  return page.locator('[data-verdict]').getAttribute('data-verdict')
}
/** With network once, so that the lists are of now; then without. */
async function freshLists(): Promise<void> {
  const { page, context, open: show } = stranger
  await context.setOffline(false)
  await show('/verify')
  await page.getByText('Listes gardées sur cet appareil').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
}

describe('an office without network', () => {
  const step = way(() => phone.photograph('failed-provisional-phone'))

  step('a lot waits for its certificate; the telephone of a validator is enrolled and gets five numbers', async () => {
    await recommendAnew()
    await at('administrator', async (officer) => enrol(phone, await offerFor(officer, 'CEEC_VALIDATOR')))
    await open(phone)
    await at('validator', async ({ page, open: show, photograph }) => {
      await show('/certificates/blocks')
      await answerDialog(page, 'Réserver des numéros', async (dialog) => {
        await dialog.getByLabel('Bureau et téléphone').selectOption({ index: 1 })
        await dialog.getByLabel('Combien de numéros').fill('5')
      })
      await page.getByText('0 sur 5 employés').waitFor()
      await photograph('provisional-00-block')
    })
    await freshLists()
    await go(phone, '/certificates/provisional')
    await phone.page.getByText('5 numéros restent').waitFor()
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await phone.photograph('provisional-01-empty-360')
  })

  step('without network it issues under the first number, and a stranger without network is told that it is provisional', async () => {
    await phone.context.setOffline(true)
    made.number = await issue(made.lot, String(made.grams / 1000).replace('.', ','))
    await phone.page.getByRole('img', { name: /^Code du certificat provisoire/ }).waitFor()
    made.code = (await phone.page.getByText(/^ASM1:/).textContent()) ?? ''
    await phone.photograph('provisional-03-sheet-360')
    await phone.page.emulateMedia({ media: 'print' })
    expect(await phone.page.getByText('PROVISIONAL', { exact: true }).isVisible()).toBe(true)
    expect(await phone.page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    await phone.photograph('provisional-04-print')
    await phone.page.emulateMedia({ media: null })
    expect(await verdict(made.code)).toBe('provisional')
    await stranger.page.getByText('Il attend d’être confirmé').first().waitFor()
    await stranger.photograph('provisional-05-verify-360')
  })

  step('a second sheet is withdrawn with a reason; after a kill no number comes again', async () => {
    const { page } = phone
    await page.getByRole('button', { name: 'Retour aux feuilles' }).click()
    made.second = await issue('LOT-AUTRE', '12,5')
    expect(Number(made.second.slice(-6))).toBe(Number(made.number.slice(-6)) + 1)
    await page.getByRole('button', { name: 'Retour aux feuilles' }).click()
    await page.getByRole('button', { name: 'Retirer', exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Motif').fill(REASON)
    await dialog.locator('.actions .btn').last().click()
    await page.getByText('retiré ici, pas encore envoyé').waitFor()
    await phone.photograph('provisional-06-list-360')
    await page.reload()
    await open(phone)
    await go(phone, '/certificates/provisional')
    const third = `${made.second.slice(0, -6)}${String(Number(made.second.slice(-6)) + 1).padStart(6, '0')}`
    await page.getByRole('button', { name: `Délivrer sous le n° ${third}` }).waitFor()
    await page.getByText('3 numéros restent').waitFor()
  })

  step('with a line both arrive, and the desk confirms the first under its number', async () => {
    await phone.context.setOffline(false)
    await sendAll(phone)
    await at('validator', async ({ page, open: show, photograph }) => {
      await show('/certificates/blocks')
      await page.getByText('2 sur 5 employés').waitFor()
      await page.getByText(REASON).waitFor()
      await photograph('provisional-07-arrived')
      await show(`/certificates/dossiers/${made.dossier}`)
      await answerDialog(page, 'Délivrer', async (dialog) => {
        const reason = dialog.getByLabel('Raison du jugement')
        if ((await reason.count()) > 0) await reason.fill('Pièces vues en original.')
        await dialog.getByLabel('Confirme le certificat provisoire (numéro)').fill(made.number)
      })
      await page.getByRole('link', { name: made.number }).click()
      made.final = (await page.getByText(/^ASM1:/).textContent()) ?? ''
      await photograph('provisional-08-confirmed')
    })
  })

  step('the certificate is genuine to the stranger, the first sheet says that it was confirmed; the telephone knows both', async () => {
    await freshLists()
    expect(await verdict(made.final)).toBe('genuine')
    await stranger.photograph('provisional-09-genuine-360')
    expect(await verdict(made.code)).toBe('provisional')
    await stranger.page.getByText('confirmé depuis').first().waitFor()
    await go(phone, '/certificates/provisional')
    await phone.page.getByText(`${made.number} · confirmé`).waitFor()
    await phone.page.getByText(`${made.second} · retiré`).waitFor()
    await phone.photograph('provisional-10-known-360')
  })
})
