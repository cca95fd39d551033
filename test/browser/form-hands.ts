/* The hands of somebody who fills in a form on a phone: jumps, answers what is required with the first thing that fits, finishes. */
import type { Page } from 'playwright-core'
import { addDays, todayAt } from '../../src/kernel/calendar.ts'

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

export async function jumpTo(page: Page, section: RegExp) {
  await page.getByText('Sections', { exact: true }).click()
  await button(page, section).click()
}

/** Required days that the register does not fill in itself are deadlines. */
const inTwoMonths = () => addDays(todayAt(new Date().toISOString()), 60)

/** Answers whatever stands on the screen and still wants an answer, with the first thing that fits. */
async function answerScreen(page: Page) {
  for (const question of await page.locator('.run-screen .run-question').all()) {
    if (!(await question.innerText()).includes('*')) continue
    const radios = question.getByRole('radio')
    const boxes = question.getByRole('checkbox')
    const list = question.locator('select')
    const field = question.locator('input:not([type=file]), textarea')
    if ((await radios.count()) > 0) {
      if ((await question.locator('[role=radio][data-state=checked]').count()) === 0) await radios.first().click()
    } else if ((await boxes.count()) > 0) {
      if ((await question.locator('[role=checkbox][data-state=checked]').count()) === 0) await boxes.first().click()
    } else if ((await list.count()) > 0) {
      await list.selectOption({ index: 1 })
    } else if ((await field.count()) === 1 && (await field.inputValue()) === '') {
      const isNumber = (await field.getAttribute('inputmode')) !== null
      await field.fill((await field.getAttribute('type')) === 'date' ? inTwoMonths() : isNumber ? '0' : 'vu sur place')
    }
  }
}

/** From anywhere in the form: everything that is required gets an answer, and the form is sent. */
export async function finishForm(page: Page) {
  await jumpTo(page, /Fin de la fiche/)
  for (let tries = 0; tries < 80 && (await page.locator('.run-open button').count()) > 0; tries++) {
    await page.locator('.run-open button').first().click()
    await answerScreen(page)
    await jumpTo(page, /Fin de la fiche/)
  }
  await page.getByText('La fiche est complète.').waitFor()
  await button(page, 'Terminer').click()
  await page.getByRole('heading', { name: /^Fiches (reçues|remplies)/ }).waitFor()
}
