/*
Every main screen opens in both languages, at the width of a phone and of a desk, without a complaint of the browser, without
anything wider than the screen, and without a serious fault of accessibility. Each size is a file of tests of its own, so that they may be looked at beside
each other.
*/
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { SCREENS } from './screen-list.ts'
import { type Visit, type Visitor, visit } from './visitor.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const NOT_ALLOWED = /^(Votre rôle ne donne pas accès|Your role does not open)/

/** The longer language on the smaller screen, the shorter on the larger; every screen once light and once dark. */
export type Size = { readonly width: 360; readonly language: 'fr' } | { readonly width: 1280; readonly language: 'en' }

// One visitor per account and size looks at screen after screen; signing in anew for each would cost more than the looking.
const visitors = new Map<string, Promise<Visitor>>()
afterAll(async () => {
  for (const visitor of await Promise.all(visitors.values())) await visitor.leave()
})
function visitorFor(wanted: Visit): Promise<Visitor> {
  const key = JSON.stringify(wanted)
  const known = visitors.get(key) ?? visit({ ...wanted, onlyLooks: true })
  visitors.set(key, known)
  return known
}

async function firstLink(page: Page, under: string): Promise<string> {
  const links = page.locator(`main a[href^="${under}"]`)
  await links.first().waitFor()
  const addresses = await links.evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''))
  const subject = addresses.find((one) => /[0-9]/u.test(one.slice(under.length)))
  if (subject === undefined) throw new Error(`nothing is listed under ${under}`)
  return subject
}

export function lookAtEveryScreen({ width, language }: Size): void {
  test.each(SCREENS)('$name', async ({ path, as, name, first }) => {
    const visitor = await visitorFor({ ...(as ? { as } : {}), width, language })
    const isOdd = SCREENS.findIndex((screen) => screen.name === name) % 2 === 1
    await visitor.page.emulateMedia({ colorScheme: isOdd === (width === 360) ? 'dark' : 'light' })
    visitor.complaints.length = 0
    const { page } = visitor
    await visitor.open(path)
    if (first) await visitor.open(await firstLink(page, first))
    await page.locator('h1').first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.getByRole('heading', { name: NOT_ALLOWED, level: 1 }).count()).toBe(0)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      'wider than the screen',
    ).toBeLessThanOrEqual(0)
    await visitor.photograph(`${name}-${width}-${language}`)
    // Evaluated by the browser's own console, which the page's security policy does not forbid.
    await page.evaluate(axe)
    const serious: unknown = await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then((result) => result.violations.filter((one) => one.impact === 'serious' || one.impact === 'critical').map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')))`,
    )
    expect(serious).toEqual([])
    // A stranger's app asks who is there and is told nobody: the one answer that a browser complains about by itself.
    const complaints = as ? visitor.complaints : visitor.complaints.filter((text) => !text.includes('401 (Unauthorized)'))
    expect(complaints).toEqual([])
  })
}
