/* Problem trees over HTTP on the played province: what each tier reads, two laptops, a frozen version that stays, files that come back in. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { freshProvince } from '../../../../../test/played-province.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../../test/world/accounts.ts'
import { type Answer, newId, signIn, subjectOf } from '../../../../../test/world/client.ts'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { asId, looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { type TreeChange, TreeAnswer, TreeContent, TreeFile, TreeList } from '../../contract-trees.ts'
import { diffTrees } from '../../domain/trees/diff.ts'
import { orderedTree } from '../../domain/trees/changes.ts'
import { treesOfWorkshop } from '../../module-trees.ts'
import { cardId, sampleArrow, sampleCard, soundTree } from '../../domain/trees/tree-samples.ts'

const { program, province } = await freshProvince()
const app = await program.createHttp(({ error }) => {
  throw error
})
const clients = new Map<string, ReturnType<typeof signIn>>()
const as = (key: string) => {
  const client = clients.get(key) ?? signIn(app, demoAccounts.find((one) => one.key === key)?.email ?? '', DEMO_PASSWORD)
  clients.set(key, client)
  return client
}
const get = async (key: string, path: string) => (await as(key)).get(path)
const post = async (key: string, path: string, data: unknown) => (await as(key)).post(path, data)
const codeOf = ({ status, body }: Answer) => [status, mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), body).refusal.code]
const listed = async (key: string, query = '') => mustParse(TreeList, (await get(key, `/api/conflict/trees${query}`)).body)
const one = async (key: string, tree: string, query = '') =>
  mustParse(TreeAnswer, (await get(key, `/api/conflict/trees/${tree}${query}`)).body)
const textOf = async (key: string, path: string) => String((await (await as(key)).bytes(path)).body)
const [shown] = (await listed('analyst')).trees
const demo = shown?.tree ?? ''

test('who is cleared reads sites; a committee reads their zones, no site, no name of one, and no hash to try guesses against', async () => {
  const cleared = await one('planner', demo, '?version=1')
  expect(cleared.withheld).toEqual([])
  expect(cleared.sites.map((at) => at.name).toSorted()).toEqual(['Jiwe Jeusi', 'Mawe Matatu', 'Mto Mweupe 2'])
  expect(cleared.line.frozen[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  const posts = cleared.content.cards.find((card) => card.text.includes('Mto Mweupe 2'))
  const committee = await one('minister', demo, '?version=1')
  expect([committee.withheld, committee.sites]).toEqual([['sites'], []])
  expect(committee.content.cards.every((card) => card.sites.length === 0)).toBe(true)
  expect(committee.content.cards.find((card) => card.id === posts?.id)).toMatchObject({
    text: 'Trop d’hommes en armes autour de […], chacun avec sa taxe',
    zones: ['XL101'],
  })
  expect(committee.line.frozen[0]?.sha256).toBeNull()
  expect(committee.findings).toEqual(cleared.findings)
  for (const form of ['svg', 'mermaid', 'json', 'xlsx']) {
    const path = `/api/conflict/trees/${demo}/export.${form}?version=1`
    const [all, cut] = [await textOf('planner', path), await textOf('minister', path)]
    expect(all).toContain('Mto Mweupe')
    for (const name of ['Mweupe', 'Jiwe', 'Mawe', ...cleared.sites.map((at) => at.site), cleared.line.frozen[0]?.sha256 ?? ''])
      expect(cut, `${form} ${name}`).not.toContain(name)
  }
  expect((await listed('minister')).withheld).toEqual(['sites'])
  expect((await get('trader', '/api/conflict/trees')).status).toBe(403)
})

test('a title that names a site is cut in the list as in the tree', async () => {
  const site = asId('site', province.sites['mawe'] ?? '')
  const card = sampleCard(1, 'cause', { sites: [site] })
  const content = { title: 'x', cards: [card], arrows: [] }
  const tree = subjectOf(
    await post('analyst', '/api/conflict/trees', { title: 'Autour de Mawe Matatu', zones: [], workshop: null, content }),
  )
  const line = async (key: string) => (await listed(key)).trees.find((other) => other.tree === tree)?.title
  expect([await line('analyst'), await line('minister')]).toEqual(['Autour de Mawe Matatu', 'Autour de […]'])
  expect(JSON.stringify(await one('minister', tree))).not.toContain('Mawe')
})

test('a frozen version goes by its own title for a committee; sites of the zones by all their names and actors are cut, tied or not', async () => {
  const path = '/api/conflict/trees'
  const what = 'Les Veilleurs de la Luka taxent à Mawe  matatu, vers Jiwe Jeusi'
  const tied = soundTree.cards.map((card) => (card.id === cardId(2) ? { ...card, text: what } : card))
  const content = { ...soundTree, cards: tied }
  const tree = subjectOf(await post('analyst', path, { title: 'Le nord', zones: ['XL101', 'XL102'], workshop: null, content }))
  subjectOf(await post('analyst', `${path}/${tree}/freezes`, { expected: 0 }))
  subjectOf(await post('analyst', `${path}/${tree}/rounds`, { workshop: null }))
  subjectOf(
    await post('analyst', `${path}/${tree}/edits`, { expected: 0, changes: [{ do: 'title', title: 'Mlima Saba et les Veilleurs' }] }),
  )
  expect((await one('minister', tree, '?version=1')).line.title).toBe('Le nord')
  expect((await one('planner', tree)).line.title).toBe('Mlima Saba et les Veilleurs')
  const now = await one('minister', tree)
  expect(now.line.title).toBe('[…] et les […]')
  expect((await listed('minister')).trees.find((line) => line.tree === tree)?.title).toBe('[…] et les […]')
  expect(now.content.cards.find((card) => card.id === cardId(2))?.text).toBe('[…] taxent à […], vers […]')
})

test('two laptops: the second is told that the tree moved on, and lays its change on what stands', async () => {
  const tree = subjectOf(await post('analyst', '/api/conflict/trees', { title: 'Deux postes', zones: ['XL101'], workshop: null }))
  const path = `/api/conflict/trees/${tree}/edits`
  const write = (n: number, kind: 'core' | 'cause'): TreeChange => ({ do: 'write', card: sampleCard(n, kind) })
  subjectOf(await post('analyst', path, { expected: 0, changes: [write(1, 'core')] }))
  const late = await post('secretariat', path, { expected: 0, changes: [write(2, 'cause')] })
  expect(late).toMatchObject({ status: 409, body: { refusal: { code: 'tree-moved-on', facts: { revision: 1 } } } })
  expect((await one('secretariat', tree)).content.cards.map((card) => card.id)).toEqual([cardId(1)])
  subjectOf(await post('secretariat', path, { expected: 1, changes: [write(2, 'cause'), { do: 'join', ...sampleArrow(2, 1) }] }))
  expect((await one('analyst', tree)).line).toMatchObject({ revision: 2, cards: 2, causes: 1 })
  expect(codeOf(await post('analyst', path, { expected: 2, changes: [{ do: 'join', ...sampleArrow(1, 2) }] }))).toEqual([
    409,
    'tree-arrow-circles',
  ])
  expect((await post('planner', path, { expected: 2, changes: [{ do: 'remove', card: cardId(2) }] })).status).toBe(403)
})

test('a tree is frozen when nothing blocks, under the hash of its content; the version stays as it is through the next round', async () => {
  const path = '/api/conflict/trees'
  const tree = subjectOf(await post('analyst', path, { title: 'Figé', zones: ['XL101'], workshop: null, content: soundTree }))
  subjectOf(await post('analyst', `${path}/${tree}/edits`, { expected: 0, changes: [{ do: 'write', card: sampleCard(9, 'cause') }] }))
  expect(codeOf(await post('analyst', `${path}/${tree}/freezes`, { expected: 1 }))).toEqual([409, 'tree-not-ready'])
  subjectOf(await post('analyst', `${path}/${tree}/edits`, { expected: 1, changes: [{ do: 'remove', card: cardId(9) }] }))
  expect(codeOf(await post('analyst', `${path}/${tree}/freezes`, { expected: 1 }))).toEqual([409, 'tree-moved-on'])
  subjectOf(await post('analyst', `${path}/${tree}/freezes`, { expected: 2 }))
  const first = await one('analyst', tree, '?version=1')
  const hash = createHash('sha256').update(canonicalJson(first.content)).digest('hex')
  expect(first.line.frozen).toMatchObject([{ number: 1, sha256: hash }])
  expect(first.content).toEqual(orderedTree({ ...soundTree, title: 'Figé' }))
  const vote = { expected: 2, changes: [{ do: 'vote', card: cardId(2), votes: 9 }] }
  expect(codeOf(await post('analyst', `${path}/${tree}/edits`, vote))).toEqual([409, 'tree-frozen'])
  subjectOf(await post('secretariat', `${path}/${tree}/rounds`, { workshop: null }))
  subjectOf(await post('secretariat', `${path}/${tree}/edits`, vote))
  expect((await one('analyst', tree, '?version=1')).content).toEqual(first.content)
  subjectOf(await post('secretariat', `${path}/${tree}/freezes`, { expected: 3 }))
  const second = await one('analyst', tree, '?version=2')
  expect(diffTrees(first.content, second.content).votes).toMatchObject([{ before: 0, after: 9 }])
  expect(codeOf(await get('analyst', `${path}/${tree}?version=3`))).toEqual([404, 'unknown-tree-version'])
})

test('the JSON of a tree is read in again, as the same cards; places and owners that nobody registered are refused', async () => {
  const file = mustParse(TreeFile, JSON.parse(await textOf('analyst', `/api/conflict/trees/${demo}/export.json?version=1`)))
  const begin = { title: 'Relu', zones: [], workshop: null }
  const tree = subjectOf(await post('analyst', '/api/conflict/trees', { ...begin, content: file.content }))
  expect(orderedTree((await one('analyst', tree)).content)).toEqual({ ...file.content, title: 'Relu' })
  expect(codeOf(await post('analyst', '/api/conflict/trees', { ...begin, zones: ['XX9'] }))).toEqual([400, 'tree-place-unknown'])
  const stranger = { ...sampleCard(1, 'cause'), sites: [newId()] }
  const foreign = { ...begin, content: { title: 'x', cards: [stranger], arrows: [] } }
  expect(codeOf(await post('analyst', '/api/conflict/trees', foreign))).toEqual([400, 'tree-place-unknown'])
  const action = { what: 'Ouvrir la piste', owner: newId(), ownerWritten: null, due: '2027-01-01' }
  const owned = { ...begin, content: { title: 'x', cards: [{ ...sampleCard(1, 'cause'), action }], arrows: [] } }
  expect(codeOf(await post('analyst', '/api/conflict/trees', owned))).toEqual([400, 'tree-owner-unknown'])
  const twice = { ...begin, content: { title: 'x', cards: [sampleCard(1, 'cause'), sampleCard(1, 'cause')], arrows: [] } }
  expect(codeOf(await post('analyst', '/api/conflict/trees', twice))).toEqual([400, 'tree-file-contradicts'])
})

test('a picture, Mermaid and a table come in the language of who asks; what is wrong in the address is named', async () => {
  const path = `/api/conflict/trees/${demo}/export`
  expect(await textOf('planner', `${path}.svg?side=objective`)).toContain('<title>Arbre à objectifs')
  expect(await textOf('planner', `${path}.mermaid`)).toMatch(/^flowchart BT\n {2}c1\["/)
  expect((await textOf('planner', `${path}.xlsx`)).slice(0, 2)).toBe('PK')
  for (const query of ['?side=x', '?version=0', '?version=x', '?version=1.5', '?version=99999999999999999999', '?other=1'])
    expect((await get('planner', `${path}.svg${query}`)).status, query).toBe(400)
  expect((await get('planner', `/api/conflict/trees/${demo}?version=0`)).status).toBe(400)
  expect((await get('planner', '/api/conflict/trees/x/export.svg')).status).toBe(400)
  expect((await get('planner', `/api/conflict/trees/${newId()}/export.svg`)).status).toBe(404)
})

test('the trees of a workshop: where a tree stands or was frozen', async () => {
  const workshop = asId('workshop', newId())
  const content = mustParse(TreeContent, soundTree)
  const tree = subjectOf(await post('analyst', '/api/conflict/trees', { title: 'Atelier', zones: ['XL101'], workshop, content }))
  subjectOf(await post('analyst', `/api/conflict/trees/${tree}/freezes`, { expected: 0 }))
  subjectOf(await post('analyst', `/api/conflict/trees/${tree}/rounds`, { workshop: null }))
  const found = await program.database.read((tx) => treesOfWorkshop(tx, program.tenant, workshop))
  expect(found).toMatchObject([{ tree, state: 'open', frozen: { number: 1 }, causes: 3, effects: 2, chosen: 0, actions: 0 }])
  expect((await listed('analyst', `?workshop=${workshop}`)).trees.map((line) => line.tree)).toEqual([tree])
})
