/*
A report to the donor of a project of thirty months, at the screens: written by one person, stopped for want of a reason, frozen by another, read again exactly by the donor, followed by a
version, and both laid beside each other.
*/
import { describe, expect } from 'vitest'
import type { Page } from 'playwright-core'
import { at } from './chain-hands.ts'
import { way } from './way.ts'

const kept = { report: '', first: '', second: '', text: '' }
const numberIn = async (page: Page): Promise<string> => {
  const link = page.getByRole('link', { name: /^DR-\d{4}-\d{4}-\d+$/ }).first()
  await link.waitFor()
  return (await link.textContent()) ?? ''
}
/** Writes into the field that stands in a panel, and keeps it. */
async function write(page: Page, panel: string, text: string): Promise<void> {
  const box = page.locator('section.panel', { has: page.getByRole('heading', { name: panel, exact: true }) })
  await box.getByRole('textbox').first().fill(text)
  await box.getByRole('button', { name: 'Garder' }).first().click()
  await box.getByRole('button', { name: 'Garder' }).first().waitFor({ state: 'detached' })
}
async function freeze(page: Page, reason: string | null): Promise<void> {
  await page.getByRole('button', { name: 'Figer' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox').click()
  if (reason !== null) await dialog.getByRole('textbox').fill(reason)
  await dialog.getByRole('button', { name: 'Figer' }).click()
}

describe('a report to a donor', () => {
  const step = way()

  step('who follows the project finds the report in work, with what is missing on top, and gives the reasons that are asked for', () =>
    at('monitor', async ({ page, open, photograph }) => {
      await open('/donor-reports')
      await page.getByRole('heading', { name: 'Calendrier' }).waitFor()
      await photograph('donor-report-01-calendar')
      await page.locator('tr', { hasText: 'en travail' }).getByRole('link').first().click()
      await page.getByText(/Il manque \d+ choses/).waitFor()
      kept.report = new URL(page.url()).pathname
      await photograph('donor-report-02-editor')
      await write(page, 'Risques', 'Le bac reste hors service une semaine sur quatre.')
      for (const field of await page.getByLabel('Raison de l’écart').all()) {
        await field.fill('La saison des pluies a retardé les travaux.')
        await page.getByRole('button', { name: 'Garder' }).first().click()
        await page.getByRole('button', { name: 'Garder' }).first().waitFor({ state: 'detached' })
      }
      await page.getByText('bloque').first().waitFor({ state: 'detached' })
    }),
  )
  step('who answers for it freezes it, having seen what is missing', () =>
    at('manager', async ({ page, open }) => {
      await open(kept.report)
      await freeze(page, null)
      kept.first = await numberIn(page)
      expect(kept.first).toMatch(/-1$/)
    }),
  )
  step('the donor reads it: whole, with its hash, and its print says the same', () =>
    at('donor', async ({ page, open, photograph }) => {
      await open(`/donor-reports/frozen/${kept.first}`)
      await page.getByText('Le texte a encore son empreinte').waitFor()
      await page.getByText('Le bac reste hors service une semaine sur quatre.').waitFor()
      await photograph('donor-report-03-frozen')
      const answer = await page.request.get(new URL(`/donor-reports/frozen/${kept.first}/json`, page.url()).href)
      kept.text = await answer.text()
      await page.goto(new URL(`/donor-reports/frozen/${kept.first}/print?language=fr`, page.url()).href)
      await page.getByText('Empreinte SHA-256').waitFor()
      await photograph('donor-report-04-print')
    }),
  )
  step('a further text makes a version with its reason; the first stays byte for byte, and both stand beside each other', async () => {
    await at('monitor', async ({ page, open }) => {
      await open(kept.report)
      await write(page, 'Enseignements', 'Annoncer les visites au comité local aide.')
    })
    await at('manager', async ({ page, open }) => {
      await open(kept.report)
      await freeze(page, 'Les enseignements manquaient.')
      await page.getByRole('link', { name: kept.first.replace(/1$/, '2') }).waitFor()
      kept.second = kept.first.replace(/1$/, '2')
    })
    await at('donor', async ({ page, open, photograph }) => {
      await open(`/donor-reports/frozen/${kept.first}`)
      await page.getByRole('link', { name: 'Comparer' }).click()
      await page.getByText('Annoncer les visites au comité local aide.').waitFor()
      await photograph('donor-report-05-compared')
      const again = await page.request.get(new URL(`/donor-reports/frozen/${kept.first}/json`, page.url()).href)
      expect(await again.text()).toBe(kept.text)
    })
  })
})
