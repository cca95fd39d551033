import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { changeRows, layRows } from '../../../../../test/laid-rows.ts'
import { deliverTags, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { newId, subjectOf } from '../../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { bringSheet } from '../../../../../test/world/sheet-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { count, listOf, looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { LotDetail } from '../../contract.ts'
import { HitDetail, HitSummary, RuleShown } from '../../contract-plausibility.ts'

// Records of a year in one province, each with one figure that cannot be true; one scan must find every one of them. What has no short way over
// the interface (a box counted for a month, five journeys of a road) is laid into the read tables.
const world = await freshDatabase()
let stage: Stage
let [site, neighbour] = ['', '']
let scanned: unknown
const lots: { [key: string]: string } = {}

const laid = (rows: Parameters<typeof layRows>[1]) => layRows(world.connectionString, rows)
const changed = (query: Parameters<typeof changeRows>[1]) => changeRows(world.connectionString, query)
const lotRow = (id: string, more: object) =>
  [
    'lot',
    {
      id,
      number: `N-${id.slice(-8)}`,
      kind: 'bag',
      mineral: 'Sn',
      mass_grams: 40_000,
      last_on: stage.today,
      learned_at: `${stage.today}T06:00:00Z`,
      ...more,
    },
  ] as const
const heldRow = (lot: string, organisation: string, [ordinal, since]: readonly [number, string]) =>
  ['lot_holding', { lot_id: lot, ordinal, organisation_id: organisation, since, position: ordinal }] as const
const drawRow = (lot: string, input: string, grams: number) => ['lot_input', { lot_id: lot, input_id: input, drawn_grams: grams }] as const

beforeAll(async () => {
  stage = await openStage(world, 420)
  const [first, second] = [demoSites[0], demoSites.find((one) => one.name === 'Mawe Matatu')]
  if (!first || !second) throw new Error('the province has sites')
  const [third] = demoSites.filter((one) => one.name === 'Jiwe Jeusi')
  if (!third) throw new Error('the province has sites')
  let day = stage.onDay(-400)
  site = await registerSite(stage, first, 1)
  neighbour = await registerSite(stage, second, 2)
  const trader = { kind: 'organisation', organisation: stage.organisation('trader') }
  subjectOf(
    await stage.as('planner').post(`/api/operators/${stage.organisation('trader')}/descriptions`, {
      entityType: 'trader',
      legalAddress: { country: 'CD', locality: 'Lukanda' },
    }),
  )
  subjectOf(
    await stage
      .as('planner')
      .post('/api/cards', { kind: 'trader-card', holder: trader, number: 'CN-1', class: 'A', zone: 'ZEA-1', issuedOn: day }),
  )
  day = stage.onDay(-390)
  await goOnMission(stage, { visited: [{ site }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site, colour: 'green' }], day })
  // Two sites of the territoire are held: one for a month, one still.
  const once = await registerSite(stage, third, 3)
  day = stage.onDay(-65)
  subjectOf(await stage.as('planner').post(`/api/sites/${once}/holds`, { reason: 'présence armée', from: day }))
  subjectOf(await stage.as('planner').post(`/api/sites/${neighbour}/holds`, { reason: 'présence armée', from: day }))
  const radius = {
    rule: 'F25',
    group: { kind: 'tenant', code: '-' },
    values: { radius: 40_000 },
    reason: 'Pistes',
    source: 'Note',
    evidence: 'D',
  }
  subjectOf(await stage.as('planner').post('/api/plausibility/thresholds', radius))
  day = stage.onDay(-60)
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 500, day })
  lots['bag'] = (await weighBag(stage, { site, tag: 'LK-000001', mineral: 'Sn', massGrams: 40_000, day })).lot
  const { holds } = mustParse(
    looseRecord({ holds: listOf(looseRecord({ hold: text() })) }),
    (await stage.as('planner').get(`/api/sites/${once}`)).body,
  )
  day = stage.onDay(-32)
  subjectOf(await stage.as('planner').post(`/api/sites/${once}/lifted-holds`, { hold: holds[0]?.hold, on: day, reason: 'départ' }))
  await bringSheet(stage, { site, day: stage.onDay(-20) })
  await registerDiggers()
  await layFigures()
  await layGold()
  stage.onDay(0)
  scanned = await world.program.modules.custody.scan('cd', 'test')
  return () => stage.app.close()
}, 60_000)

/** Two members with their cards; as a register that was brought over may have it, one paper for both, and one of them sixteen years old. */
async function registerDiggers(): Promise<void> {
  const artisan = {
    sex: 'female',
    birthDate: '1990-02-03',
    nationality: 'CD',

    cooperative: stage.organisation('cooperative'),
  }
  const since = addDays(stage.today, -90)
  const members: string[] = []
  for (const [number, name] of [
    ['CEA-1', 'Amani'],
    ['CEA-2', 'Amani L.'],
  ] as const) {
    const digger = subjectOf(
      await stage.as('agent').post('/api/artisans', { ...artisan, memberSince: since, registeredOn: since, person: { name } }),
    )
    const card = { kind: 'miner-card', holder: { kind: 'artisan', artisan: digger }, zone: 'ZEA-1', number, issuedOn: since }
    subjectOf(await stage.as('inspector').post('/api/cards', card))
    members.push(digger)
  }
  const [older, younger] = members
  await changed(["update artisan set identity_hash = 'one' where id in ($1, $2)", older, younger])
  await changed(["update artisan set birth_date = '2010-02-03' where id = $1", younger])
}
/** F30, F40: fifty grams of gold with one card, on one day at two sites; F29: for a body of which the digger is no member. */
async function layGold(): Promise<void> {
  const on = addDays(stage.today, -40)
  for (const [at, cooperative] of [
    [site, stage.organisation('cooperative')],
    [neighbour, stage.organisation('cooperative')],
    [site, stage.organisation('trader')],
    [site, null],
  ] as const) {
    const lot = newId()
    const held = {
      kind: 'gold-sachet',
      mineral: 'Au',
      mass_grams: 25,
      mass_milligrams: 25_000,
      site_id: at,
      produced_on: on,
      formed_on: on,
    }
    const sachet = {
      lot_id: lot,
      fineness_tenths_per_mille: 9_200,
      fineness_method: 'xrf',
      artisan_card: cooperative === null ? 'CEA-2' : 'CEA-1',
      sealed_milligrams: 25_000,
    }
    await laid([
      lotRow(lot, { ...held, holder_id: stage.organisation('trader') }),
      ['gold_lot', { ...sachet, cooperative_id: cooperative }],
    ])
  }
}

async function layFigures(): Promise<void> {
  const [trader, exporter] = [stage.organisation('trader'), stage.organisation('exporter')]
  const on = addDays(stage.today, -15)
  // F38: four trader lots, each for one whole bag. F29: sold on a day on which the card of the trader had run out (365 days).
  for (let n = 0; n < 4; n++) {
    const [bag, made] = [newId(), newId()]
    await laid([
      lotRow(bag, { holder_id: trader, formed_on: on }),
      lotRow(made, { kind: 'trader-lot', holder_id: trader, formed_on: on }),
      heldRow(bag, trader, [1, on]),
      heldRow(made, trader, [1, on]),
      drawRow(made, bag, 40_000),
    ])
    lots['retagged'] = made
  }
  // F32: five journeys of two days and one of eight; F29 by the day of the last.
  for (let n = 0; n < 6; n++) {
    const lot = newId()
    const sentOn = addDays(stage.today, -25 + n)
    const row = { event_id: newId(), lot_id: lot, ordinal: 2, from_id: trader, to_id: exporter, sent_on: sentOn, sent_grams: 40_000 }
    await laid([
      lotRow(lot, { holder_id: exporter, formed_on: sentOn }),
      ['transfer', { ...row, received_on: addDays(sentOn, n === 5 ? 7 : 1), received_grams: 40_000 }],
    ])
    if (n === 5) lots['slow'] = lot
  }
  // F34: a tonne in, an export lot of nine hundred kilograms out of it, and no loss booked.
  const [input, output] = [newId(), newId()]
  const came = `${addDays(stage.today, -40).slice(0, 7)}-03`
  await laid([
    lotRow(input, { holder_id: exporter, formed_on: came, mass_grams: 1_000_000 }),
    lotRow(output, { kind: 'export-lot', holder_id: exporter, formed_on: addDays(came, 2), mass_grams: 900_000, root_sites: `{${site}}` }),
    heldRow(input, exporter, [1, came]),
    heldRow(output, exporter, [1, addDays(came, 2)]),
    drawRow(output, input, 1_000_000),
    // F33: a certificate that names another site.
    [
      'certificate_seen',
      {
        event_id: newId(),
        number: 'CD-1',
        lot_id: output,
        issued_on: on,
        expires_on: addDays(on, 60),
        mass_grams: 900_000,
        site_ids: `{${neighbour}}`,
      },
    ],
  ])
  lots['export'] = output
  // F17: the box of a site was counted for twelve days without a tag used, and bags came from it.
  const month = `${addDays(stage.today, -130).slice(0, 7)}`
  for (let n = 1; n <= 12; n++)
    await laid([
      [
        'tag_count',
        {
          event_id: newId(),
          kind: 'used',
          site_id: neighbour,
          day: `${month}-${String(n).padStart(2, '0')}`,
          quantity: 0,
          ordinal: n,
          learned_at: `${stage.today}T06:00:00Z`,
        },
      ],
    ])
  const idle = newId()
  lots['idle'] = idle
  await laid([lotRow(idle, { site_id: neighbour, holder_id: trader, produced_on: `${month}-05`, formed_on: `${month}-05` })])
  // F18: a hundred tags in the morning, ten used, seventy in the evening.
  for (const [kind, quantity] of [
    ['opening', 100],
    ['used', 10],
    ['closing', 70],
  ] as const)
    await laid([
      ['tag_count', { event_id: newId(), kind, site_id: site, day: on, quantity, ordinal: 1, learned_at: `${stage.today}T06:00:00Z` }],
    ])
  // F19: 498 tags are left, and the baseline says one bag a month.
  const baseline = newId()
  await laid([
    [
      'tag_baseline',
      {
        id: baseline,
        site_id: site,
        inspection_type: 'baseline',
        body: 'SAEMAPE',
        observed_on: addDays(stage.today, -60),
        miners: 5,
        reported_by: 'a',
        state: 'validated',
        learned_at: `${stage.today}T06:00:00Z`,
      },
    ],
    ['tag_baseline_mineral', { baseline_id: baseline, part: 0, mineral: 'Sn', daily_grams: 2_000, monthly_grams: 40_000 }],
  ])
}

const hitsOf = async (rule: string) =>
  mustParse(looseRecord({ hits: listOf(HitSummary) }), (await stage.as('verifier').get(`/api/hits?rule=${rule}`)).body).hits
const detailOf = async (rule: string) => {
  const [hit] = await hitsOf(rule)
  return mustParse(HitDetail, (await stage.as('verifier').get(`/api/hits/${hit?.id}`)).body)
}

test('the scan comes to its end, and the second one finds nothing new', async () => {
  expect(scanned).toMatchObject({ problem: null })
  expect(await world.program.modules.custody.scan('cd', 'test')).toMatchObject({ problem: null, raised: 0 })
})

test.each([
  ['F17', { by: 'box', bags: 1, massGrams: 40_000 }],
  ['F18', { expected: 90, difference: -20 }],
  ['F19', { baselineMonthlyGrams: 40_000 }],
  ['F20', { missing: 1, first: 1, example: 1 }],
  ['F25', { change: 'hold', changedOn: '2026-09-17', site: 'Jiwe Jeusi', beforeGrams: 0 }],
  ['F29', { paper: 'trader-card', number: 'CN-1', why: 'expired' }],
  ['F29', { paper: 'membership', number: 'CEA-1', why: 'not-a-member' }],
  ['F30', { digger: 'CEA-1', why: 'two-sites' }],
  ['F30', { digger: 'CEA-1', why: 'entered-twice' }],
  ['F30', { digger: 'CEA-2', why: 'under-age', leastYears: 18 }],
  ['F40', { miners: 2, days: 24, milligrams: 50_000, possibleMilligrams: 24_000 }],
  ['F32', { why: 'too-long', minutes: 11_520, usualMinutes: 2_880 }],
  ['F33', { why: 'origins' }],
  ['F34', { openingGrams: 0, inGrams: 1_000_000, outGrams: 0, lossGrams: 0, closingGrams: 900_000 }],
  ['F35', { lastHeardOn: '2025-10-27', limitMonths: 6 }],
  ['F38', { traderTags: 4, oneToOne: 4 }],
])('%s finds its figure in the records', async (rule, facts) => {
  expect((await hitsOf(rule)).map((hit) => hit.facts)).toContainEqual(expect.objectContaining(facts))
})

test('a sheet that came late is a hit of its lots once somebody sets a shorter time (F41)', async () => {
  expect(await hitsOf('F41')).toEqual([])
  const set = {
    rule: 'F41',
    group: { kind: 'tenant', code: '-' },
    values: { warning: 2 },
    reason: 'Bureau voisin',
    source: 'Note',
    evidence: 'D',
  }
  subjectOf(await stage.as('planner').post('/api/plausibility/thresholds', set))
  await world.program.modules.custody.scan('cd', 'test')
  expect((await hitsOf('F41'))[0]).toMatchObject({ severity: 'W', facts: { days: 3 }, site })
  expect((await detailOf('F41')).lots).toHaveLength(3)
})

test('who has to answer is asked: holder of a book, of a card, of a stock', async () => {
  expect((await detailOf('F38')).parties.map((one) => one.id)).toContain(stage.organisation('trader'))
  expect((await detailOf('F34')).parties.map((one) => one.id)).toEqual([stage.organisation('exporter')])
  expect((await detailOf('F29')).parties.map((one) => one.id)).toContain(stage.organisation('trader'))
})

test('parties are told of hits on their lots and of an answer that is awaited; overseers of critical ones; others of nothing', async () => {
  const noticesOf = async (who: string) => {
    const answer = mustParse(
      looseRecord({ notices: listOf(looseRecord({ kind: text(), count: count() })) }),
      (await stage.as(who).get('/api/notices')).body,
    )
    return Object.fromEntries(answer.notices.filter((one) => one.kind.startsWith('hits')).map((one) => [one.kind, one.count]))
  }
  const before = await noticesOf('exporter')
  expect(before['hitsOnYourLots']).toBeGreaterThan(0)
  expect(before).not.toHaveProperty('hitsToAnswer')
  expect(before).not.toHaveProperty('hitsCritical')
  expect((await noticesOf('verifier'))['hitsCritical']).toBeGreaterThan(0)
  const [hit] = await hitsOf('F34')
  subjectOf(await stage.as('verifier').post(`/api/hits/${hit?.id}/reply-requests`, {}))
  world.setClock(`${stage.today}T12:00:00.000Z`)
  expect(await noticesOf('exporter')).toMatchObject({ hitsToAnswer: 1, hitsOnYourLots: (before['hitsOnYourLots'] ?? 0) - 1 })
  subjectOf(await stage.as('exporter').post(`/api/hits/${hit?.id}/replies`, { text: 'La perte sera inscrite.' }))
  world.setClock(`${stage.today}T12:10:00.000Z`)
  expect(await noticesOf('exporter')).not.toHaveProperty('hitsToAnswer')
})

test('a threshold that is set holds when the event arrives: the nearest group wins, and without any the default does', async () => {
  const lossOf = async (tag: string): Promise<readonly string[]> => {
    const { lot } = await weighBag(stage, { site, tag, mineral: 'Sn', massGrams: 40_000, day: addDays(stage.today, -30) })
    subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams: 37_200 }))
    const { findings } = mustParse(LotDetail, (await stage.as('verifier').get(`/api/lots/${lot}`)).body)
    return findings.map((one) => one.rule)
  }
  const set = async (kind: string, code: string, lossWarn: number): Promise<void> => {
    const change = { rule: 'F09', group: { kind, code }, values: { 'mine-to-trader.lossWarn': lossWarn } }
    const said = { reason: 'Sacs humides', source: 'Note', evidence: 'D' }
    subjectOf(await stage.as('planner').post('/api/plausibility/thresholds', { ...change, ...said }))
  }
  expect(await lossOf('LK-000010')).toContain('F09')
  await set('site', neighbour, 5_000)
  expect(await lossOf('LK-000011')).toContain('F09')
  await set('territoire', 'XL101', 800)
  expect(await lossOf('LK-000012')).not.toContain('F09')
  await set('site', site, 650)
  expect(await lossOf('LK-000013')).toContain('F09')
  await set('site', site, 750)
  expect(await lossOf('LK-000014')).not.toContain('F09')
})

test('the page of rules says what is live and, of what cannot be, why', async () => {
  const { rules } = mustParse(looseRecord({ rules: listOf(RuleShown) }), (await stage.as('verifier').get('/api/plausibility/rules')).body)
  const dataOf = (id: string) => rules.find((rule) => rule.id === id)?.data
  expect(['F18', 'F19', 'F20', 'F33', 'F38', 'F41'].map(dataOf)).toEqual(['live', 'live', 'live', 'live', 'live', 'live'])
  expect(rules.find((rule) => rule.id === 'F27')).toMatchObject({ data: 'none', waitsFor: 'fingerprints' })
})

test('bags that come after a critical hit of their month are held too, however many, open or closed', async () => {
  const f05 = (await hitsOf('F05')).filter((hit) => hit.severity === 'C')
  const [known] = f05
  if (!known) throw new Error('the baseline says one bag a month')
  const { to } = mustParse(looseRecord({ to: text() }), known.facts)
  subjectOf(await stage.as('validator').post(`/api/hits/${known.id}/closings`, { as: 'explained', reason: 'plus de creuseurs' }))
  const later = await weighBag(stage, { site, tag: 'LATER-1', mineral: 'Sn', massGrams: 30_000, day: to })
  const more = Array.from({ length: 510 }, () => newId())
  const row = { site_id: site, holder_id: stage.organisation('trader'), produced_on: to, formed_on: to, mass_grams: 10 }
  await laid(more.map((id) => lotRow(id, { ...row, number: `M-${id}` })))
  expect(await world.program.modules.custody.scan('cd', 'test')).toMatchObject({ problem: null })
  const fresh = (await hitsOf('F05')).filter((hit) => hit.severity === 'C' && !f05.some((one) => one.id === hit.id))
  expect(fresh).toMatchObject([{ site, state: 'open' }])
  expect(fresh[0]?.lots).toBeGreaterThan(510)
  expect(mustParse(LotDetail, (await stage.as('verifier').get(`/api/lots/${later.lot}`)).body).lot).toMatchObject({ state: 'quarantined' })
})

test('F28: what a lot cost is told to those who agreed on it, not to who holds it now or keeps the box', async () => {
  const [lot, purchase] = [newId(), newId()]
  const price = { part: 0, mass_grams: 40_000, price_hundredths_per_kilogram: 100, amount_hundredths: 1 }
  const [seller, buyer] = [stage.organisation('trader'), stage.organisation('exporter')]
  await laid([
    lotRow(lot, { site_id: site, holder_id: stage.organisation('cooperative'), produced_on: '2024-01-05', formed_on: '2024-01-05' }),
    [
      'purchase',
      {
        ...{ id: purchase, number: 'A-28', seller_id: seller, buyer_id: buyer, place: 'Lukanda', bought_on: '2024-01-05', currency: 'USD' },
        ...{ payment: 'cash', total_hundredths: 1, handed_over: true, other_side_says: 'agreed', learned_at: `${stage.today}T06:00:00Z` },
      },
    ],
    ['purchase_lot', { ...price, purchase_id: purchase, lot_id: lot }],
  ])
  expect(await world.program.modules.custody.scan('cd', 'test')).toMatchObject({ problem: null })
  expect((await detailOf('F28')).parties.map((one) => one.id).toSorted()).toEqual([seller, buyer].toSorted())
})
