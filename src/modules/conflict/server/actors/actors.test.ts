import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { ActorDesk, ActorDetail, ActorsAnswer, GridAnswer } from '../../contract-actors.ts'
import { insertSpelling } from './store-actors.ts'

const world = await freshDatabase()
let stage: Stage
const ids = new Map<string, string>()
const facts = { kind: 'armed-group', areas: ['XL102'], ddr: 'not-known', described: null }
const keep = (path: string, data: unknown) => stage.as('analyst').post(`/api/conflict/actors${path}`, data)
async function register(name: string, more: object = {}): Promise<string> {
  const actor = newId()
  ids.set(name, actor)
  expect((await keep('', { actor, name, secret: null, ...facts, ...more })).status).toBe(200)
  return actor
}
const list = async (by: string) => mustParse(ActorsAnswer, (await stage.as(by).get('/api/conflict/actors')).body)
const detail = async (actor: string, by = 'analyst') =>
  mustParse(ActorDetail, (await stage.as(by).get(`/api/conflict/actors/${actor}`)).body)
beforeAll(async () => {
  stage = await openStage(world, 30)
  stage.onDay(-2)
  await register('Raïa wa Luka')
  await register('Veilleurs de Mweupe', { areas: [] })
}, 60_000)

test('each tier gets its own list: names for who is cleared, sorts and areas for committees, nothing for others', async () => {
  const cleared = await list('partner')
  expect(cleared.actors.map((one) => one.name)).toEqual(['Raïa wa Luka', 'Veilleurs de Mweupe'])
  expect(cleared.withheld).toEqual([])
  const { status, body } = await stage.as('minister').get('/api/conflict/actors')
  expect(status).toBe(200)
  expect(JSON.stringify(body)).not.toMatch(/Luka|Veilleurs/)
  expect(mustParse(ActorsAnswer, body)).toEqual({
    actors: [],
    total: 0,
    kinds: [
      { kind: 'armed-group', area: null, actors: 1 },
      { kind: 'armed-group', area: 'XL102', actors: 1 },
    ],
    withheld: ['actor-names'],
  })
  const one = ids.get('Raïa wa Luka') ?? ''
  for (const path of [`/api/conflict/actors/${one}`, '/api/conflict/actor-grid'])
    expect((await stage.as('minister').get(path)).status).toBe(403)
  expect((await stage.as('trader').get('/api/conflict/actors')).status).toBe(403)
})

test('a spelling leads to one actor; the same letters in another dress are refused, a near one is proposed and no more', async () => {
  const [raia, other] = [ids.get('Raïa wa Luka') ?? '', ids.get('Veilleurs de Mweupe') ?? '']
  expect((await keep(`/${raia}/spellings`, { written: 'RWL', source: 'Atelier 1' })).status).toBe(200)
  expect(await keep(`/${other}/spellings`, { written: 'r.w.l', source: null })).toMatchObject({ status: 200 })
  expect(await keep(`/${other}/spellings`, { written: 'raia WA luka', source: null })).toMatchObject({
    body: { refusal: { code: 'spelling-taken', facts: { actor: raia } } },
  })
  expect(await keep('', { actor: newId(), name: 'RAIA-WA-LUKA', secret: null, ...facts })).toMatchObject({
    body: { refusal: { code: 'spelling-taken' } },
  })
  const faction = await register('Raïa wa Luka – Nord')
  expect((await detail(faction)).near).toEqual([{ id: raia, name: 'Raïa wa Luka' }])
  expect((await keep(`/${raia}/spelling-removals`, { written: 'Raïa wa Luka' })).body).toMatchObject({
    refusal: { code: 'spelling-is-the-name' },
  })
})

test('two records become one: spellings, relations and places follow, the merged one takes nothing more', async () => {
  const [from, into, rival] = [await register('Simba du Bac'), await register('Simba ya Luka'), await register('Garde du Bac')]
  const relation = { kind: 'rival', strength: 3, from: null, until: null, reliability: 'B', credibility: '2' }
  expect((await keep(`/${from}/relations`, { to: rival, ...relation })).status).toBe(200)
  const place = {
    influence: 4,
    interest: 5,
    stance: 'spoiler',
    on: stage.today < '2026-01-01' ? '2025-01-01' : '2026-01-01',
    body: 'Comité',
    round: 'R1',
  }
  expect((await keep(`/${from}/places`, place)).status).toBe(200)
  expect((await keep(`/${from}/mergers`, { into })).status).toBe(200)
  const kept = await detail(into)
  expect(kept.aliases).toEqual(['Simba du Bac'])
  expect(kept.relations).toMatchObject([{ from: into, to: rival, kind: 'rival', strength: 3 }])
  expect(kept.grid).toMatchObject([{ actor: into, influence: 4, stance: 'spoiler', round: 'R1' }])
  expect((await list('partner')).actors.map((one) => one.name)).not.toContain('Simba du Bac')
  expect((await keep(`/${from}/spellings`, { written: 'x', source: null })).body).toMatchObject({ refusal: { code: 'actor-merged' } })
  expect((await keep(`/${rival}/relations`, { to: from, ...relation })).body).toMatchObject({ refusal: { code: 'unknown-actor' } })
})

test('a secret actor bears a drawn label and no spelling; its sealed name is told to readers of names alone', async () => {
  const [actor, secret] = [newId(), newId()]
  expect((await keep('', { actor, name: 'Un nom', secret, ...facts })).body).toMatchObject({ refusal: { code: 'actor-named-or-secret' } })
  expect((await keep('', { actor, name: null, secret, ...facts })).status).toBe(200)
  const seen = await detail(actor, 'partner')
  expect([seen.name, seen.isSecret, seen.secret, seen.spellings]).toEqual(['Acteur 1', true, null, []])
  expect((await detail(actor)).secret).toBe(secret)
  expect((await keep(`/${actor}/spellings`, { written: 'x', source: null })).body).toMatchObject({
    refusal: { code: 'secret-actor-has-no-spelling' },
  })
})

test('a secret actor is merged with no other, either way; a spelling that led to it all the same is told to nobody', async () => {
  const [secret, open] = [newId(), await register('Brigade du Gué')]
  expect((await keep('', { actor: secret, name: null, secret: newId(), ...facts })).status).toBe(200)
  for (const [from, into] of [
    [open, secret],
    [secret, open],
  ])
    expect((await keep(`/${from}/mergers`, { into })).body).toMatchObject({ refusal: { code: 'secret-actor-is-not-merged' } })
  expect((await detail(open)).mergedInto).toBeNull()
  await world.program.database.transaction((tx) =>
    insertSpelling(tx, 'cd', { actor: secret, written: 'Lions du Gué', source: null, folded: 'lions du gue' }),
  )
  const seen = await detail(secret, 'partner')
  expect([seen.aliases, seen.spellings]).toEqual([[], []])
  expect(JSON.stringify(await list('partner'))).not.toContain('Lions du Gué')
})

test('the grid tells the newest place of each, and a round as it was', async () => {
  const actor = await register('Comité du Port')
  const place = (on: string, round: string, stance: string) => ({ influence: 2, interest: 3, stance, on, body: 'Comité', round })
  for (const one of [place('2025-02-01', 'R2', 'mixed'), place('2025-01-01', 'R1', 'spoiler')])
    expect((await keep(`/${actor}/places`, one)).status).toBe(200)
  const grid = async (query: string) => mustParse(GridAnswer, (await stage.as('partner').get(`/api/conflict/actor-grid${query}`)).body)
  expect((await grid('')).places.find((one) => one.actor === actor)).toMatchObject({ round: 'R2', stance: 'mixed' })
  expect((await grid('?round=R1')).places.find((one) => one.actor === actor)).toMatchObject({ stance: 'spoiler' })
  expect((await keep(`/${actor}/places`, place('2999-01-01', 'R9', 'peace'))).body).toMatchObject({
    refusal: { code: 'grid-day-in-the-future' },
  })
  expect((await keep(`/${actor}/places`, { ...place('2025-01-01', 'R1', 'peace'), influence: 6 })).status).toBe(400)
})

test('an actor is described anew; a wrong spelling is taken away and leads to nobody, so that another may bear it', async () => {
  const [actor, other] = [await register('Les Amis du Gué'), await register('Patrouille du Pont')]
  const said = { kind: 'customary', areas: ['XL101', 'XL102'], ddr: 'under-way', described: 'Conseil de collines (fictif)' }
  expect((await keep(`/${actor}/descriptions`, said)).status).toBe(200)
  expect(await detail(actor)).toMatchObject(said)
  expect((await keep(`/${actor}/spellings`, { written: 'AG', source: null })).status).toBe(200)
  expect((await keep(`/${other}/spelling-removals`, { written: 'AG' })).body).toMatchObject({ refusal: { code: 'no-such-spelling' } })
  expect((await keep(`/${actor}/spelling-removals`, { written: 'AG' })).status).toBe(200)
  expect((await keep(`/${other}/spellings`, { written: 'AG', source: null })).status).toBe(200)
  expect([(await detail(actor)).aliases, (await detail(other)).aliases]).toEqual([[], ['AG']])
})

test('a spelling of a list is left out: it waits no more, does not come back with the next list, and its letters are kept nowhere', async () => {
  const { database, modules, tenant } = world.program
  const read = () =>
    database.transaction((tx) =>
      modules.conflict.actors.wait(tx, tenant, [
        { written: 'Un certain Kabwe', source: 'liste 1' },
        { written: 'Garde-barrière', source: 'liste 1' },
      ]),
    )
  await read()
  const desk = async () => mustParse(ActorDesk, (await stage.as('analyst').get('/api/conflict/actor-desk')).body)
  expect(await desk()).toMatchObject({ total: 2, leftOut: 0 })
  const leave = (by: string, written: string) => stage.as(by).post('/api/conflict/actor-desk/leavings', { written, why: 'person' })
  expect((await leave('partner', 'Un certain Kabwe')).status).toBe(403)
  expect((await leave('analyst', 'Un certain Kabwe')).status).toBe(200)
  expect((await leave('analyst', 'un certain KABWE')).body).toMatchObject({ refusal: { code: 'spelling-does-not-wait' } })
  await read()
  expect(await desk()).toMatchObject({ total: 1, leftOut: 1, waiting: [{ written: 'Garde-barrière' }] })
  const kept = await database.read(async (tx) => {
    const rows = await Promise.all([
      sql`select * from conflict_actor_left_out`.execute(tx),
      sql`select * from conflict_actor_waiting`.execute(tx),
      sql`select payload from log_event where payload::text ilike '%kabwe%'`.execute(tx),
    ])
    return JSON.stringify(rows.map((one) => one.rows))
  })
  expect(kept.toLowerCase()).not.toContain('kabwe')
})

test('a list says how many actors there are, also where it is shorter', async () => {
  const cleared = await list('partner')
  expect(cleared.total).toBe(cleared.actors.length)
  expect((await list('minister')).total).toBe(0)
})
