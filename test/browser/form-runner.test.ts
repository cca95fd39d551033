/*
The form of an inspection in the hand of a member of the team: on a phone, one question after the other, the page reloaded in the
middle, everything required answered from the list at the end, sent, and read by somebody else.
*/
import { expect, test } from 'vitest'
import { button, finishForm, jumpTo } from './form-hands.ts'
import { visit } from './visitor.ts'

interface Inspections {
  readonly inspections: readonly { readonly inspection: string; readonly phase: string }[]
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
  await page.getByLabel('District').waitFor()
  await button(page, 'Suivant').click()
  await page.getByLabel(/^Territoire/).fill('Kalehe')

  await page.reload()
  await page.getByLabel(/^Territoire/).waitFor()
  expect(await page.getByLabel(/^Territoire/).inputValue()).toBe('Kalehe')
  expect(await page.getByText('Vous reprenez votre brouillon').count()).toBe(1)

  await jumpTo(page, /9\. Enfants/)
  await page.getByText('Sources utilisées pour cette partie').waitFor()
  await button(page, 'Suivant').click()
  await page.getByLabel(/Enfants de moins de 15 ans/).fill('5001')
  await button(page, 'Suivant').click()
  await page.getByText('De 0 à 5000.').waitFor()
  await page.getByLabel(/Enfants de moins de 15 ans/).fill('0')

  await finishForm(page)
  // The member had sent a form before: the new answers stand below once the register has told of them.
  await page.getByRole('link', { name: 'Lire' }).nth(1).waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('chanzo.form.')))).toEqual([])
  await page.getByRole('link', { name: 'Lire' }).nth(1).click()
  await page.getByText('Kalehe').waitFor()
  await page.getByText('Respecté').first().waitFor()
  expect(complaints).toEqual([])
  await leave()
})
