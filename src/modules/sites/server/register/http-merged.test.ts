/* Who comes with the key of a merged record: the public page and the door point to the one that stands, and what was seen there counts for it. */
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { Proposals } from '../../domain/missions/proposal-answers.ts'
import { QueuePage } from '../../domain/status/queues.ts'
import { app, ask, inspect, program, registerSite, source, taken } from '../../../../../test/sites-bed.ts'

const reasonsOf = async (site: string) =>
  (await ask(Proposals, '/api/missions/proposals?pageSize=200')).sites.find((one) => one.site === site)?.reasons ?? []

test('the public page of a duplicate says where the site stands now, the door names the survivor', async () => {
  const kept = await registerSite({ name: 'Kachuba & fils', nationalId: 'kept/1' })
  const twice = await registerSite({ nationalId: 'twice-1' })
  const page = async (key: string, language = 'fr') =>
    (await app.inject({ url: `/site/${encodeURIComponent(key)}?language=${language}` })).body
  expect(await page('twice-1')).not.toContain('doublon')
  await taken('MINES_PROV', `/api/sites/${twice}/merge`, { into: kept, reason: 'même puits' })
  expect(await page('twice-1')).toContain('href="/site/kept%2F1?language=fr">Kachuba &amp; fils (kept/1)</a>')
  expect(await page(twice, 'en')).toContain('This record was a duplicate')
  expect(await page('kept/1')).not.toContain('doublon')
  const [old, own] = await program.log.read(async (tx) => {
    const briefs = await program.modules.sites.door.briefs(tx, [asId('site', twice), asId('site', kept)], program.tenant)
    return [twice, kept].map((site) => briefs.find((one) => one.id === site))
  })
  expect([old?.mergedInto, own?.mergedInto]).toEqual([kept, undefined])
  await taken('MINES_PROV', `/api/sites/${twice}/unmerge`, { reason: 'deux puits' })
  expect(await page('twice-1')).not.toContain('doublon')
})

test('visits, entries and forms of a duplicate count for the survivor in the rank of sites and among those never inspected', async () => {
  const [kept, twice] = [await registerSite(), await registerSite()]
  const observed = { workers: 700, armedInterference: true }
  await taken('PARTNER_TEAM', `/api/sites/${twice}/visits`, { date: '2026-10-01', source, onSite: true, observed })
  await inspect(twice, { date: '2026-10-02' })
  const found = async () =>
    Object.fromEntries((await reasonsOf(kept)).map((one) => [one.factor, one.because])) satisfies { readonly [factor: string]: string }
  const never = async () => (await ask(QueuePage, '/api/status/queues/neverInspected?pageSize=500')).sites.some((one) => one.site === kept)
  const before = await found()
  expect([before['never-inspected'], await never()]).toEqual(['never', true])
  await taken('MINES_PROV', `/api/sites/${twice}/merge`, { into: kept, reason: 'même puits' })
  const after = await found()
  expect(after['never-inspected']).not.toBe(before['never-inspected'])
  expect(after['incidents']).not.toBe(before['incidents'])
  expect(after['tonnage']).not.toBe(before['tonnage'])
  expect(await never()).toBe(false)
})
