/* What an office and a team do with a mission at their screens: plan it with three bodies, let it leave, open the form of one of its sites. */
import type { Page } from 'playwright-core'
import { answerDialog } from './chain-hands.ts'

const BODIES = ['administration des mines', 'OIM', 'société civile']

/** On the page of a new mission. */
export async function writePlan(page: Page, sites: readonly string[]): Promise<void> {
  for (const site of sites) {
    await page.getByLabel('Ajouter un site').fill(site.slice(0, 5))
    await page.getByRole('button', { name: new RegExp(site) }).click()
  }
  await page.getByLabel('Fondement légal').fill('Arrêté 0677/2021')
  await page.locator('.team-member').nth(3).waitFor()
  for (const row of (await page.locator('.team-member').all()).toReversed()) {
    const body = (await row.getAttribute('aria-label')) ?? ''
    await row.getByRole('checkbox').setChecked(BODIES.includes(body))
    if (BODIES.includes(body)) await row.getByLabel('Présence').selectOption('requise')
  }
}

export async function planAndLeave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Planifier', exact: true }).click()
  await answerDialog(page, 'Partir', async (dialog) => void (await dialog.getByLabel('Jour').waitFor()))
  await page.getByText('partie le').waitFor()
}

/** On the page of the mission; ends on the page of the inspection. */
export async function openForm(page: Page, site: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: site })
  await row.getByRole('button', { name: 'Ouvrir la fiche' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Jour de la visite').waitFor()
  await dialog.locator('.actions .btn').last().click()
  await page.getByRole('heading', { name: site, level: 1 }).waitFor()
}
