/*
How much compressed script is carried before one can begin: at a desk until the home, on a telephone until the lock stands and until its home stands
open. Counted from what the page really asked for, in the bytes that the server sends for it.
*/
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { enrol, go, newPhone, offerFor, open } from './phone-hands.ts'
import { visit } from './visitor.ts'

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url))

/** Bytes in kB (1,000), by Brotli, of every script that the page has asked for since it was opened. */
async function carried(page: Page): Promise<{ readonly kilobytes: number; readonly names: readonly string[] }> {
  await page.waitForTimeout(1500)
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
  const names = [...new Set(asked)].filter((path) => /^\/assets\/.*\.m?js$/.test(path))
  return { kilobytes: names.reduce((sum, path) => sum + statSync(`${DIST}${path.slice(1)}.br`).size, 0) / 1000, names }
}

test('a telephone carries at most 90 kB to its lock, and at most 215 kB to its open home; the words of the office are not among them', async () => {
  const officer = await visit({ as: 'administrator' })
  const phone = await newPhone(officer.address)
  const { page } = phone
  await enrol(phone, await offerFor(officer, 'MINES_PROV'))
  await page.goto(`${phone.address}/`)
  await page.locator('.pin-pad').waitFor()
  const locked = await carried(page)
  await phone.photograph('first-load-lock')
  await open(phone)
  const home = await carried(page)
  await phone.photograph('first-load-home')
  console.log(`lock ${locked.kilobytes.toFixed(1)} kB, open home ${home.kilobytes.toFixed(1)} kB`)
  expect(locked.kilobytes).toBeLessThanOrEqual(90)
  expect(home.kilobytes).toBeLessThanOrEqual(215)
  for (const waits of [
    /\/office-/,
    /\/field-(fr|en)-/,
    /\/home-(fr|en)-/,
    /\/screens-desk-/,
    /\/refusals-/,
    /\/schema-/,
    /\/map-view-/,
    /\/form-runner-/,
  ])
    expect(home.names.filter((name) => waits.test(name))).toEqual([])
  // A link to a screen of the desk leads there all the same, and one to nowhere says so.
  await go(phone, '/forms')
  await page.getByRole('heading', { name: 'Formulaires', level: 1 }).waitFor()
  await page
    .getByRole('link', { name: /inspection/i })
    .first()
    .click()
  await page.waitForURL(/\/forms\/\w+$/)
  await page.locator('main h1').waitFor()
  await phone.photograph('first-load-linked')
  await go(phone, '/nowhere/at-all')
  await page.getByRole('heading', { name: 'Cette page n’existe pas' }).waitFor()
  await phone.leave()
  await officer.leave()
})

test('a desk carries at most 160 kB to its home, without the form engine and the map', async () => {
  const visitor = await visit({ as: 'planner' })
  await visitor.open('/')
  const home = await carried(visitor.page)
  console.log(`desk ${home.kilobytes.toFixed(1)} kB`)
  expect(home.kilobytes).toBeLessThanOrEqual(160)
  for (const waits of [/\/schema-/, /\/map-view-/, /\/form-runner-/]) expect(home.names.filter((name) => waits.test(name))).toEqual([])
  await visitor.leave()
})
