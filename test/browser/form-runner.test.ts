/*
The form of an inspection in the hand of a member of the team: on a phone, one question after the other, the page reloaded in the
middle, everything required answered from the list at the end, sent, and read by somebody else.
*/
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { visit } from './visitor.ts'

interface Inspections {
  readonly inspections: readonly { readonly inspection: string; readonly phase: string }[]
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function jumpTo(page: Page, section: RegExp) {
  await page.getByText('Sections', { exact: true }).click()
  await button(page, section).click()
}

/** Answers whatever stands on the screen and still wants an answer, with the first thing that fits. */
async function answerScreen(page: Page) {
  for (const question of await page.locator('.run-screen .run-question').all()) {
    if (!(await question.innerText()).includes('*')) continue
    const radios = question.getByRole('radio')
    const boxes = question.getByRole('checkbox')
    const field = question.locator('input:not([type=file]), textarea, select')
    if ((await radios.count()) > 0) {
      if ((await question.locator('[role=radio][data-state=checked]').count()) === 0) await radios.first().click()
    } else if ((await boxes.count()) > 0) {
      if ((await question.locator('[role=checkbox][data-state=checked]').count()) === 0) await boxes.first().click()
    } else if ((await field.count()) === 1 && (await field.inputValue()) === '') {
      const isNumber = (await field.getAttribute('inputmode')) !== null
      await field.fill((await field.getAttribute('type')) === 'date' ? '2026-01-15' : isNumber ? '0' : 'vu sur place')
    }
  }
}

test('a member fills in the form of a visit on a phone, reloads in the middle, finishes, and the register has it', async () => {
  const { page, open, context, address, complaints, leave } = await visit({ as: 'inspector', width: 360 })
  const list: Inspections = await (await context.request.get(`${address}/api/inspections`)).json()
  const inspection = list.inspections.find((one) => one.phase === 'draft')?.inspection ?? ''
  await open(`/inspections/${inspection}/form`)
  await page.locator('.run-screen').waitFor()

  await jumpTo(page, /4\. Lieu/)
  await button(page, 'Suivant').click()
  await page.getByText('Réponse obligatoire : répondez à cette question.').waitFor()
  await page.getByRole('radio', { name: 'Sud-Kivu' }).click()
  await button(page, 'Suivant').click()
  await page.getByLabel(/^Territoire/).fill('Kalehe')

  await page.reload()
  await page.getByLabel(/^Territoire/).waitFor()
  expect(await page.getByLabel(/^Territoire/).inputValue()).toBe('Kalehe')
  expect(await page.getByText('Vous reprenez votre brouillon').count()).toBe(1)

  await jumpTo(page, /9\. Enfants/)
  await button(page, 'Suivant').click()
  await page.getByLabel(/Enfants de moins de 15 ans/).fill('5001')
  await button(page, 'Suivant').click()
  await page.getByText('De 0 à 5000.').waitFor()
  await page.getByLabel(/Enfants de moins de 15 ans/).fill('0')

  await jumpTo(page, /Fin de la fiche/)
  for (let tries = 0; tries < 60 && (await page.locator('.run-open button').count()) > 0; tries++) {
    await page.locator('.run-open button').first().click()
    await answerScreen(page)
    await jumpTo(page, /Fin de la fiche/)
  }
  await page.getByText('La fiche est complète.').waitFor()
  await button(page, 'Terminer').click()
  await page.getByRole('heading', { name: 'Fiches reçues' }).waitFor({ timeout: 20_000 })
  await page.getByRole('link', { name: 'Lire' }).waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('chanzo.form.')))).toEqual([])
  await page.getByRole('link', { name: 'Lire' }).click()
  await page.getByText('Kalehe').waitFor()
  await page.getByText('Respecté').first().waitFor()
  expect(complaints).toEqual([])
  await leave()
})
