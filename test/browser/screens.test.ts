/* Every main screen at the width of a desk, in English; and what hands do on some of them. */
import { expect, test } from 'vitest'
import { lookAtEveryScreen } from './screen-looks.ts'
import { visit } from './visitor.ts'

lookAtEveryScreen({ width: 1280, language: 'en' })

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
