/*
Every main screen opens in both languages, at the width of a phone and of a desk, without a complaint of the browser, without
anything wider than the screen, and without a serious fault of accessibility.
*/
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, describe, expect, test } from 'vitest'
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

/** The longer language on the smaller screen, the shorter on the larger; every screen once light and once dark. */
const SIZES = [
  { width: 360, language: 'fr' },
  { width: 1280, language: 'en' },
] as const

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

describe.each(SIZES)('$width px, $language', ({ width, language }) => {
  test.each(SCREENS)('$name', async ({ path, as, name }) => {
    const visitor = await visitorFor({ ...(as ? { as } : {}), width, language })
    const isOdd = SCREENS.findIndex((screen) => screen.name === name) % 2 === 1
    await visitor.page.emulateMedia({ colorScheme: isOdd === (width === 360) ? 'dark' : 'light' })
    visitor.complaints.length = 0
    await visitor.open(path)
    const { page } = visitor
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('h1').count()).toBe(1)
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
})

test('the keyboard alone opens a site from the list', async () => {
  const visitor = await visit({ as: 'planner' })
  await visitor.open('/sites')
  const link = visitor.page.getByRole('link', { name: 'Mlima Saba' })
  await link.focus()
  await visitor.page.keyboard.press('Enter')
  await visitor.page.getByRole('heading', { name: 'Mlima Saba' }).waitFor()
  expect(new URL(visitor.page.url()).pathname).toMatch(/^\/sites\/[0-9a-f-]{36}$/)
  await visitor.leave()
})

test('the map: a layer, its legend as a filter, a month by the keyboard, two days compared; all of it in the address', async () => {
  const visitor = await visit({ as: 'planner' })
  const { page } = visitor
  await visitor.open('/map')
  const state = () => new URL(page.url()).searchParams
  await page.getByRole('combobox', { name: 'Couche' }).selectOption('minerals')
  await page.waitForFunction(() => location.search.includes('layer=minerals'))
  const legend = page.getByRole('group', { name: 'Légende' })
  const gold = legend.getByRole('button', { name: /^or/ })
  await gold.click()
  await page.waitForFunction(() => location.search.includes('hide=Au'))
  expect(await gold.getAttribute('aria-pressed')).toBe('false')
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ sur 10 sites/ })
    .waitFor()
  const slider = page.getByRole('slider')
  await slider.focus()
  await page.keyboard.press('PageDown')
  await page.waitForFunction(() => location.search.includes('asOf='))
  expect(state().get('asOf')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  await page.getByRole('button', { name: 'Aujourd’hui' }).click()
  await page.waitForFunction(() => !location.search.includes('asOf='))
  await visitor.open('/map?compare=2025-01-31')
  await page.getByRole('heading', { name: /^Changements entre/ }).waitFor()
  expect(await page.locator('.one-map').count()).toBe(2)
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})

test('a file of one’s own stays on the device, and one that crosses itself is refused in words', async () => {
  const visitor = await visit({ as: 'planner' })
  const { page } = visitor
  await visitor.open('/map')
  const sent: string[] = []
  page.on('request', (request) => void (request.method() !== 'GET' && sent.push(request.url())))
  const file = (name: string, ring: readonly (readonly number[])[]) => ({
    name,
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } })),
  })
  await page.getByText('Vos couches').click()
  const input = page.locator('.own-layers input[type=file]')
  const square = [
    [21, -3],
    [22, -3],
    [22, -2],
    [21, -2],
    [21, -3],
  ] as const
  await input.setInputFiles(file('concession.geojson', square))
  await page.getByText('Enlever concession').waitFor()
  await input.setInputFiles(
    file('bad.geojson', [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ]),
  )
  await page.getByText('le contour se croise lui-même').waitFor()
  await visitor.open('/map')
  await page.getByText('Vos couches (1)').waitFor()
  expect(sent).toEqual([])
  await visitor.leave()
})

test('the public register answers without script, and its search keeps what was asked', async () => {
  const visitor = await visit({})
  const { page } = visitor
  await visitor.open('/register')
  await page.getByLabel('Nom ou clé nationale').fill('mlima')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByRole('link', { name: 'Mlima Saba' }).waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('mlima')
  expect(await page.locator('script').count()).toBe(0)
  await page.getByRole('link', { name: 'Arrêtés' }).click()
  await page.getByRole('link', { name: '0231/2025' }).click()
  await page.getByRole('heading', { name: 'Arrêté 0231/2025' }).waitFor()
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})
