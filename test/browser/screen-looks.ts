/*
Every main screen opens in both languages, at the width of a phone and of a desk, without a complaint of the browser, without
anything wider than the screen, and without a serious fault of accessibility. Each size is a file of tests of its own, so that they may be looked at beside
each other.
*/
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, expect, test } from 'vitest'
import { type Visit, type Visitor, visit } from './visitor.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const SCREENS: readonly { readonly path: string; readonly as?: string; readonly name: string }[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'verify', path: '/verify' },
  { name: 'home', path: '/', as: 'planner' },
  { name: 'map', path: '/map', as: 'planner' },
  { name: 'map-interference', path: '/map?layer=interference', as: 'planner' },
  { name: 'map-compared', path: '/map?layer=visits&compare=2025-11-30', as: 'planner' },
  { name: 'map-sheet', path: '/map/print?layer=minerals', as: 'planner' },
  { name: 'sites', path: '/sites', as: 'planner' },
  { name: 'new-site', path: '/sites/new', as: 'inspector' },
  { name: 'places', path: '/place-disagreements', as: 'inspector' },
  { name: 'validity', path: '/reports/validity', as: 'planner' },
  { name: 'missions', path: '/missions', as: 'planner' },
  { name: 'proposals', path: '/missions/proposals', as: 'planner' },
  { name: 'plan', path: '/missions/new', as: 'planner' },
  { name: 'corrective-actions', path: '/corrective-actions', as: 'inspector' },
  { name: 'forms', path: '/forms', as: 'planner' },
  { name: 'form', path: '/forms/inspection_annual', as: 'planner' },
  { name: 'form-edit', path: '/forms/inspection_annual/edit', as: 'planner' },
  { name: 'form-upload', path: '/forms/upload', as: 'planner' },
  { name: 'orders', path: '/orders', as: 'minister' },
  { name: 'order-draft', path: '/orders/new', as: 'planner' },
  { name: 'blue', path: '/blue', as: 'planner' },
  { name: 'rules', path: '/rules', as: 'administrator' },
  { name: 'lapsed', path: '/attention/lapsedGreens', as: 'planner' },
  { name: 'delay', path: '/attention/delay', as: 'planner' },
  { name: 'lots', path: '/lots', as: 'agent' },
  { name: 'weigh', path: '/weigh', as: 'agent' },
  { name: 'tags', path: '/tags', as: 'agent' },
  { name: 'combine', path: '/lots/new', as: 'trader' },
  { name: 'process', path: '/lots/process', as: 'exporter' },
  { name: 'buy', path: '/lots/buy', as: 'trader' },
  { name: 'gold', path: '/gold', as: 'trader' },
  { name: 'gold-buy', path: '/gold/buy', as: 'trader' },
  { name: 'gold-melt', path: '/gold/melt', as: 'exporter' },
  { name: 'gold-ship', path: '/gold/ship', as: 'exporter' },
  { name: 'gold-prices', path: '/gold/prices', as: 'verifier' },
  { name: 'sheets', path: '/sheets', as: 'agent' },
  { name: 'traces', path: '/traces', as: 'planner' },
  { name: 'findings', path: '/plausibility', as: 'planner' },
  { name: 'findings-ledger', path: '/plausibility/ledger', as: 'planner' },
  { name: 'findings-example', path: '/plausibility/example', as: 'planner' },
  { name: 'findings-thresholds', path: '/plausibility/thresholds', as: 'planner' },
  { name: 'operators', path: '/operators', as: 'planner' },
  { name: 'cards', path: '/cards', as: 'planner' },
  { name: 'papers', path: '/papers', as: 'exporter' },
  { name: 'paper-new', path: '/papers/new', as: 'exporter' },
  { name: 'import-chain', path: '/imports/chain', as: 'planner' },
  { name: 'epcis', path: '/epcis-exchanges', as: 'exporter' },
  { name: 'certificates', path: '/certificates', as: 'verifier' },
  { name: 'certificate-blocks', path: '/certificates/blocks', as: 'validator' },
  { name: 'certificate-keys', path: '/certificates/keys', as: 'administrator' },
  { name: 'exporters', path: '/exporters', as: 'planner' },
  { name: 'audits', path: '/audits', as: 'planner' },
  { name: 'incidents', path: '/incidents', as: 'planner' },
  { name: 'incident-new', path: '/incidents/new', as: 'planner' },
  { name: 'incident-actions', path: '/incident-actions', as: 'exporter' },
  { name: 'incident-rules', path: '/incidents/rules', as: 'planner' },
  { name: 'risks', path: '/risks', as: 'planner' },
  { name: 'risk-screening', path: '/risk-screening', as: 'planner' },
  { name: 'voices', path: '/voices', as: 'planner' },
  { name: 'voices-typed-in', path: '/voices-typed-in', as: 'inspector' },
  { name: 'written-reports', path: '/written-reports', as: 'planner' },
  { name: 'written-report-new', path: '/written-reports/new', as: 'planner' },
  { name: 'written-statistics', path: '/written-reports/statistics', as: 'planner' },
  { name: 'released-reports', path: '/released-reports', as: 'minister' },
  { name: 'workbooks', path: '/written-reports/workbooks', as: 'planner' },
  { name: 'webhooks', path: '/webhooks', as: 'administrator' },
  { name: 'ledger-entry', path: '/ledger/entry' },
  { name: 'spellings', path: '/imports/ipis', as: 'planner' },
  { name: 'import-sites', path: '/imports/sites', as: 'planner' },
  { name: 'notices', path: '/notices', as: 'planner' },
  { name: 'notice-preferences', path: '/notices/preferences', as: 'minister' },
  { name: 'security', path: '/security', as: 'administrator' },
  { name: 'devices', path: '/devices', as: 'inspector' },
  { name: 'devices-enrol', path: '/devices/enrol', as: 'administrator' },
  { name: 'field-on-a-desk', path: '/field', as: 'inspector' },
  { name: 'field-enrol', path: '/field/enrol' },
  { name: 'field-rescue', path: '/field/rescue', as: 'inspector' },
  { name: 'field-left', path: '/field/left' },
]

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

export function lookAtEveryScreen({ width, language }: Size): void {
  test.each(SCREENS)('$name', async ({ path, as, name }) => {
    const visitor = await visitorFor({ ...(as ? { as } : {}), width, language })
    const isOdd = SCREENS.findIndex((screen) => screen.name === name) % 2 === 1
    await visitor.page.emulateMedia({ colorScheme: isOdd === (width === 360) ? 'dark' : 'light' })
    visitor.complaints.length = 0
    await visitor.open(path)
    const { page } = visitor
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
