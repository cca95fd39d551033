/*
What the people of the chain do at their screens, in the words of the screens: weigh, combine, send, receive, ask for a certificate.
Each function is one hand's work in its own session, and waits for what the screen answers, never for a time.
*/
import { expect } from 'vitest'
import { addDays, todayAt } from '../../src/kernel/calendar.ts'
import type { Page } from 'playwright-core'
import { type Visitor, visit } from './visitor.ts'

/** Somebody at a screen, for the length of the work; answers what the work answers. `where` is a width, or another server. */
export async function at<Result>(
  as: string,
  work: (visitor: Visitor) => Promise<Result>,
  where: number | { readonly width?: number; readonly address: string } = 1280,
): Promise<Result> {
  // What the app keeps for days without network is looked at by strangers and on telephones: here its download would only take time.
  const visitor = await visit({ as, onlyLooks: true, ...(typeof where === 'number' ? { width: where } : where) })
  // Every step waits for what it looks for, so that opening an address need not wait for a quiet line.
  const open = async (path: string): Promise<void> => void (await visitor.page.goto(`${visitor.address}${path}`))
  const result = await work({ ...visitor, open }).catch(async (error: unknown) => {
    await visitor.photograph(`failed-${as}`)
    throw error
  })
  expect(visitor.complaints, `${as}: complaints of the browser`).toEqual([])
  await visitor.leave()
  return result
}

/** Presses the button that opens a dialog, fills it in, and presses its last button; done when the dialog is gone. */
export async function answerDialog(
  page: Page,
  name: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await fill(dialog)
  await dialog.locator('.actions .btn').last().click()
  await dialog.waitFor({ state: 'detached' })
}

/** Follows the link in the row of a table that contains a text. */
export const openRow = (page: Page, text: string): Promise<void> =>
  page.getByRole('row').filter({ hasText: text }).first().getByRole('link').first().click()

/** The number of the trader's lot and of the export lot end in `number`; masses as typed at the scales. */
export interface ExportedLot {
  readonly number: string
  /** Labels of the bags as the combining screen writes them begin with these. */
  readonly bags: readonly string[]
  readonly sentKilograms: string
  readonly receivedKilograms: string
}

/** From bags in the trader's hand to an export lot in the exporter's. */
export async function tradeAndExport({ number, bags, sentKilograms, receivedKilograms }: ExportedLot, photograph = false): Promise<void> {
  await at('trader', async ({ page, open, photograph: keep }) => {
    await open('/lots')
    await page.getByRole('link', { name: 'Former un lot' }).click()
    for (const bag of bags) await page.getByRole('checkbox', { name: bag }).click()
    await fillLot(page, { kind: /lot de négociant/, number: `N-${number}`, kilograms: sentKilograms })
    if (photograph) await keep('way-07-trader-combines')
    await page.getByRole('button', { name: 'Former le lot' }).click()
    await page.getByRole('heading', { name: `N-${number}` }).waitFor()
    await answerDialog(page, 'Envoyer', async (dialog) => {
      await dialog.getByLabel('Destinataire').selectOption('Comptoir Nyota')
      await dialog.getByLabel('Masse au départ (kg)').fill(sentKilograms)
      await dialog.getByLabel('Papier de transport (numéro)').fill(`AT-${number}`)
    })
    await page.getByText('pas encore reçu').waitFor()
  })
  await at('exporter', async ({ page, open, photograph: keep }) => {
    await open('/lots')
    await openRow(page, `N-${number}`)
    await answerDialog(page, 'Recevoir', async (dialog) => {
      await dialog.getByLabel('Masse à l’arrivée (kg)').fill(receivedKilograms)
      await dialog.getByText('L’écart est dans les limites.').waitFor()
      await dialog.getByLabel('Vous recevez comme').fill('magasinier')
      await dialog.getByRole('radio', { name: /répondra plus tard/ }).click()
      if (photograph) await keep('way-08-exporter-receives')
    })
    await page.getByRole('button', { name: 'Recevoir', exact: true }).waitFor({ state: 'detached' })
    await open('/lots/new')
    await page.getByRole('checkbox', { name: `N-${number}` }).click()
    await fillLot(page, { kind: /lot d’exportation/, number: `EXP-${number}`, kilograms: receivedKilograms })
    await page.getByRole('button', { name: 'Former le lot' }).click()
    await page.getByRole('heading', { name: `EXP-${number}` }).waitFor()
  })
}

export async function fillLot(
  page: Page,
  { kind, number, kilograms }: { readonly kind: RegExp; readonly number: string; readonly kilograms: string },
): Promise<void> {
  await page.getByRole('radio', { name: kind }).click()
  await page.getByLabel('Numéro du lot').fill(number)
  await page.getByLabel('Masse à la balance (kg)').fill(kilograms)
}

/** The exporter asks for the certificate of an export lot; ends on the page of the dossier. */
export async function askForCertificate(
  { page, open }: Visitor,
  { lot, grade }: { readonly lot: string; readonly grade: string },
): Promise<void> {
  await open('/lots?kind=export-lot')
  await openRow(page, lot)
  await page.getByRole('link', { name: 'Demander un certificat' }).click()
  const fields = {
    Importateur: 'Example Smelting NV',
    'Pays de l’importateur': 'be',
    Teneur: grade,
    'Valeur en douane (USD)': '1 845,50',
    'Expédition prévue': dayFromToday(10),
    Itinéraire: 'CD, TZ, BE',
  }
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('radio', { name: 'route' }).click()
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  await page.getByRole('heading', { name: `Dossier du lot ${lot}` }).waitFor()
}

/** Attaches one paper: its kind, what is chosen in lists and what is typed, by label. */
export const attach = (
  page: Page,
  kind: string,
  { choose = {}, type }: { readonly choose?: { readonly [label: string]: string }; readonly type: { readonly [label: string]: string } },
): Promise<void> =>
  answerDialog(page, 'Joindre un papier', async (dialog) => {
    await dialog.getByLabel('Nature du papier').selectOption(kind)
    for (const [label, value] of Object.entries(choose)) await dialog.getByLabel(label, { exact: true }).selectOption(value)
    for (const [label, value] of Object.entries(type)) await dialog.getByLabel(label, { exact: true }).fill(value)
  })

export const dayFromToday = (days: number): string => addDays(todayAt(new Date().toISOString()), days)
