/*
Who counts passages on a telephone that is not enrolled, where the network ends: what was noted stays on it, the screen says so in the counter's own words and not as a page
that could not be opened, and the same groups are kept when the line is back.
*/
import { expect, test } from 'vitest'
import { visit } from './visitor.ts'

test('a group noted without network stays on the device and is kept when the line is back', async () => {
  const { page, context, open, leave } = await visit({ as: 'enumerator', width: 360 })
  await open('/flow-count')
  await page.getByLabel('Point de suivi').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Un de plus : Femmes' }).click()
  await page.getByText('Entrée', { exact: true }).click()
  await page.getByRole('button', { name: 'Noter ce groupe' }).click()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Garder 1 groupe' }).click()
  await page.getByText('Ce que vous avez noté reste sur cet appareil').waitFor()
  expect(await page.getByText('n’a pas gardé cette page').count()).toBe(0)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Garder 1 groupe' }).click()
  await page.getByText('Gardé. Vous pouvez continuer à compter.').waitFor()
  await leave()
})
