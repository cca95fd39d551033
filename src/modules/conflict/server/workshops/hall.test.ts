/* A hall as its telephones see it: pages without script by the code of a group alone, on the real database. */
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type HallTelephone, hallTelephone, hiddenIn, seats } from '../../../../../test/hall-bed.ts'
import { newId } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { FrozenShown, WorkshopShown } from '../../contract-workshops.ts'

const world = await freshDatabase()
let stage: Stage
const workshop = newId()
const at = `/api/conflict/workshops/${workshop}`
const shown = async (who = 'secretariat'): Promise<WorkshopShown> => mustParse(WorkshopShown, (await stage.as(who).get(at)).body)
const tell = (path: string, data: object) => stage.as('secretariat').post(`${at}/${path}`, data)
let one: HallTelephone
let two: HallTelephone
let code = ''
let codeOfTwo = ''
let hall: FastifyInstance
const codesNow = async (): Promise<readonly string[]> => (await shown()).hall?.groups.map((group) => group.code) ?? []

beforeAll(async () => {
  stage = await openStage(world, 3)
  const convened = await stage.as('secretariat').post('/api/conflict/workshops', {
    ...{
      workshop,
      title: 'Atelier de Lukanda',
      round: 'Passage 1',
      province: 'XL1',
      territoires: ['XL101', 'XL102'],
      groups: ['Nord', 'Est'],
    },
    ...{ firstDay: stage.today, lastDay: stage.today, dotsEach: 2, agenda: [], former: null },
  })
  expect(convened.status).toBe(200)
  expect((await tell('hall-openings', {})).body).toMatchObject({ refusal: { code: 'hall-without-seats' } })
  expect((await tell('seats', { seats: seats(48, 2) })).status).toBe(200)
  expect((await tell('hall-openings', {})).status).toBe(200)
  ;[code = '', codeOfTwo = ''] = await codesNow()
  hall = await world.program.createHall()
  one = hallTelephone(hall, code)
  two = hallTelephone(hall, codeOfTwo)
  return () => Promise.all([stage.app.close(), hall.close()])
})

const written = (page: string, more: Readonly<Record<string, string | readonly string[]>> = {}) => ({
  ...{
    act: 'write-entry',
    command: hiddenIn(page, 'command'),
    entry: hiddenIn(page, 'entry'),
    place: 'Colline au bac',
    territoire: 'XL102',
  },
  ...{ nature: 'Deux groupes se disputent le bac.', interference: 'regular', 'actor-0': 'Veilleurs', 'role-0': 'taxes' },
  ...{ 'mode-0': 'checkpoint-tax', 'stage-0': 'haul', beneficiary: ['trader', 'armed-group'], children: '0', ...more },
})

test('a wrong code opens nothing and says so; the right one names its group, and asks for nothing of a person', async () => {
  const wrong = await hallTelephone(hall, 'WRONGONE').open()
  expect([wrong.status, wrong.page.includes('Aucune salle ouverte')]).toEqual([404, true])
  const page = await one.open()
  expect(page.page).toMatch(/parlera pour[\s\S]*Groupe 1 · Nord/)
  expect(page.page).not.toMatch(/type="(text|tel|email)"/)
  // Who has not come in writes nothing, and to look at the page is not to come in.
  expect((await one.send(written(page.page))).page).toContain('parlera pour')
  expect((await shown()).hall?.groups.map(({ telephones }) => telephones)).toEqual([[], []])
  expect((await one.send({ act: 'join' })).status).toBe(303)
  // The group is that of the code, whatever the form says.
  expect((await two.send({ act: 'join', group: '1' })).status).toBe(303)
  expect((await shown()).hall?.groups).toEqual([
    { group: 1, code, telephones: [1] },
    { group: 2, code: codeOfTwo, telephones: [2] },
  ])
})

test('a telephone stays in its group, by whatever code it asks; the desk releases it, and it may come in as another', async () => {
  const third = hallTelephone(hall, code)
  await third.send({ act: 'join' })
  const asOther = await third.open(`/hall/${codeOfTwo}`)
  expect([asOther.status, asOther.page.includes('Ce téléphone parle pour'), asOther.page.includes(`/hall/${code}`)]).toEqual([
    409,
    true,
    true,
  ])
  // Neither coming in again nor writing under the other code changes it.
  expect((await third.send({ act: 'join' }, `/hall/${codeOfTwo}`)).status).toBe(303)
  expect((await third.send(written(''), `/hall/${codeOfTwo}`)).status).toBe(409)
  expect((await shown()).hall?.groups.map(({ telephones }) => telephones)).toEqual([[1, 3], [2]])
  expect((await shown()).entries).toEqual([])
  expect((await stage.as('partner').post(`${at}/telephone-releases`, { telephone: 3 })).status).toBe(403)
  expect((await tell('telephone-releases', { telephone: 9 })).body).toMatchObject({ refusal: { code: 'unknown-telephone' } })
  expect((await tell('telephone-releases', { telephone: 3 })).status).toBe(200)
  expect((await third.open(`/hall/${codeOfTwo}`)).page).toContain('parlera pour')
  expect((await third.send({ act: 'join' }, `/hall/${codeOfTwo}`)).status).toBe(303)
  expect((await shown()).hall?.groups.map(({ telephones }) => telephones)).toEqual([[1], [2, 3]])
  expect((await tell('telephone-releases', { telephone: 3 })).status).toBe(200)
})

test('a code that went further than its table is drawn anew: the old one opens nothing and its telephones are out', async () => {
  const before = (await shown()).acts
  const stray = hallTelephone(hall, codeOfTwo)
  await stray.send({ act: 'join' })
  expect((await tell('code-renewals', { group: 3 })).body).toMatchObject({ refusal: { code: 'unknown-group' } })
  expect((await tell('code-renewals', { group: 2 })).status).toBe(200)
  const [first, second = ''] = await codesNow()
  expect([first, second === codeOfTwo, second.length]).toEqual([code, false, 8])
  expect((await stray.open()).status).toBe(404)
  expect((await two.open(`/hall/${second}`)).page).toContain('parlera pour')
  codeOfTwo = second
  two = hallTelephone(hall, codeOfTwo)
  expect((await two.send({ act: 'join' })).status).toBe(303)
  // Who looks after the door changes nothing of the wall.
  expect((await shown()).acts).toBe(before)
})

test.each([
  ['fr', 'Ce que votre groupe a écrit', 'permanente', 'De quoi s’agit-il'],
  ['en', 'What your group wrote', 'permanent', 'What is it about'],
  ['sw', 'Kilichoandikwa na kikundi chenu', 'wakati wote', 'Unahusu nini'],
])('the pages speak %s once it was chosen, refusals included', async (language, own, permanent, asked) => {
  const telephone = hallTelephone(hall, code)
  await telephone.send({ act: 'join' })
  expect((await telephone.open(`/hall/${code}?t=places&l=${language}`)).page).toContain(own)
  const page = (await telephone.open(`/hall/${code}?t=places`)).page
  expect([page.includes(`<html lang="${language}">`), page.includes(own), page.includes(permanent)]).toEqual([true, true, true])
  expect(page).toContain('href="?t=places&amp;l=')
  expect((await telephone.send(written(page, { nature: '' }))).page).toContain(asked)
  const { hall: door } = await shown()
  for (const number of door?.groups[0]?.telephones.slice(1) ?? []) await tell('telephone-releases', { telephone: number })
})

test('a group writes a place with the four facets; sending twice writes once; what was typed stands again when it is refused', async () => {
  const page = (await one.open(`/hall/${code}?t=places`)).page
  const refused = await one.send(written(page, { nature: '', 'actor-0': 'Les Veilleurs du bac' }))
  expect([refused.status, refused.page.includes('Écrivez la nature'), refused.page.includes('Les Veilleurs du bac')]).toEqual([
    409,
    true,
    true,
  ])
  const fields = written(page)
  expect((await one.send(fields)).location).toContain('t=places')
  expect((await one.send(fields)).status).toBe(303)
  const { entries } = await shown()
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ number: 1, group: 1, stances: [] })
  expect(entries[0]?.content).toMatchObject({
    place: { site: null, provisionalName: 'Colline au bac', province: 'XL1', territoire: 'XL102' },
    actors: [{ actor: null, written: 'Veilleurs', role: 'taxes' }],
    modes: [{ mode: 'checkpoint-tax', stage: 'haul' }],
    beneficiaries: [
      { kind: 'armed-group', name: null, grade: null },
      { kind: 'trader', name: null, grade: null },
    ],
    ...{ interference: 'regular', reliability: 'F', credibility: '6' },
    // Asked, and none; the two others were not asked.
    victims: { forcedLabour: null, children: 0, sexualViolence: null },
  })
})

test('another group agrees or says why not, and changes nothing that is not its own; a corrected place is asked about anew', async () => {
  const entry = (await shown()).entries[0]?.id ?? ''
  const stance = (value: string, reason = '') => ({ act: 'take-stance', command: newId(), entry, stance: value, reason })
  expect((await one.send(stance('agree'))).page).toContain('Votre groupe a écrit ce lieu')
  expect((await two.send(stance('dissent'))).page).toContain('écrivez pourquoi')
  expect((await two.send(stance('dissent', 'Le bac est à l’État'))).status).toBe(303)
  expect((await two.send({ act: 'withdraw-entry', command: newId(), entry })).page).toContain('un autre groupe')
  expect((await two.send({ ...written(''), command: newId(), entry, nature: 'autre chose' })).status).toBe(409)
  expect((await shown()).entries[0]?.stances).toEqual([{ group: 2, stance: 'dissent', reason: 'Le bac est à l’État' }])
  const edit = (await one.open(`/hall/${code}?t=places&e=${entry}`)).page
  expect(edit).toContain('Deux groupes se disputent le bac.')
  expect((await one.send({ ...written(edit), command: newId(), entry, nature: 'Trois groupes se disputent le bac.' })).status).toBe(303)
  // Asked anew, and what was said of the earlier text is not forgotten.
  expect((await shown()).entries[0]).toMatchObject({
    ...{ content: { nature: 'Trois groupes se disputent le bac.' }, stances: [] },
    earlier: [{ group: 2, stance: 'dissent', reason: 'Le bac est à l’État' }],
  })
  const same = { ...written(edit), command: newId(), entry, nature: 'Trois groupes se disputent le bac.' }
  expect((await one.send(same)).page).toContain('C’est déjà au tableau')
})

test('cards hang under cards, one core alone; dots are counted by seats, and a vote over the budget changes nothing', async () => {
  const [core, cause] = [newId(), newId()]
  const card = (id: string, more: Readonly<Record<string, string>>) => ({
    act: 'write-card',
    command: newId(),
    card: id,
    text: 'Le bac rançonne',
    ...more,
  })
  expect((await one.send(card(core, { kind: 'core' }))).status).toBe(303)
  expect((await two.send(card(newId(), { kind: 'core' }))).page).toContain('déjà posé')
  expect((await two.send(card(cause, { kind: 'cause', under: core, text: 'La route est coupée' }))).status).toBe(303)
  expect((await two.open(`/hall/${codeOfTwo}?t=causes`)).page).toContain('La route est coupée')
  const vote = (dots: string) => ({ act: 'cast-votes', command: newId(), [`dots-${cause}`]: dots })
  expect((await two.send(vote('49'))).page).toContain('Le groupe a 48 points et en pose 49')
  expect((await two.send(vote('48'))).status).toBe(303)
  expect((await one.send(vote('3'))).status).toBe(303)
  expect((await one.send(vote('2'))).status).toBe(303)
  expect((await shown()).cards.map(({ kind, under, dots }) => [kind, under, dots])).toEqual([
    ['core', null, 0],
    ['cause', core, 50],
  ])
})

test('what is frozen is what was seen, is never changed again, and holds no person; the next version is another one', async () => {
  const before = await shown()
  expect((await tell('freezings', { shown: before.acts - 1 })).body).toMatchObject({ refusal: { code: 'wall-changed-meanwhile' } })
  expect((await tell('freezings', { shown: before.acts })).status).toBe(200)
  const { acts, hasChanged } = await shown()
  expect(hasChanged).toBe(false)
  expect((await tell('freezings', { shown: acts })).body).toMatchObject({ refusal: { code: 'nothing-changed-since' } })
  const entry = before.entries[0]?.id ?? ''
  expect((await one.send({ act: 'withdraw-entry', command: newId(), entry })).status).toBe(303)
  const frozen = mustParse(FrozenShown, (await stage.as('partner').get(`${at}/versions/1`)).body)
  expect(frozen.content.entries).toHaveLength(1)
  expect(frozen.content.seats).toHaveLength(48)
  expect((await shown()).entries).toEqual([])
  expect((await stage.as('partner').get(`${at}/versions/2`)).status).toBe(404)
})

test('what is too long or cut through a sign is kept as far as it goes, and nothing is a fault', async () => {
  const page = (await one.open(`/hall/${code}?t=places`)).page
  const long = { ...written(page), place: '🗻'.repeat(61), nature: 'x'.repeat(1999) + '🗻', 'actor-0': 'y'.repeat(4000) }
  expect((await one.send(long)).status).toBe(303)
  const entry = (await shown()).entries.at(-1)
  expect([entry?.content.nature.length, entry?.content.actors[0]?.written?.length]).toEqual([2000, 120])
  expect((await one.send({ act: 'withdraw-entry', command: newId(), entry: entry?.id ?? '' })).status).toBe(303)
})

test('a code that was photographed opens nothing once the workshop is over', async () => {
  const now = world.program.clock()
  stage.setClock(`${addDays(stage.today, 2)}T08:00:00.000Z`)
  expect((await one.open()).status).toBe(404)
  stage.setClock(now)
  expect((await one.open()).status).toBe(200)
})

test('who is cleared reads the wall and not the code; committees and traders read neither', async () => {
  expect((await shown('partner')).hall).toBeNull()
  for (const key of ['minister', 'trader', 'inspector']) expect((await stage.as(key).get(at)).status).toBe(403)
  expect((await stage.as('partner').post(`${at}/steps`, { step: 'votes' })).status).toBe(403)
})

test('a hall that is shut forgets its telephones; the code opens nothing any more', async () => {
  expect((await tell('steps', { step: 'causes' })).status).toBe(200)
  expect((await one.open()).page).toContain('aria-current="page">Causes')
  expect((await tell('hall-closings', {})).status).toBe(200)
  expect((await one.open()).status).toBe(404)
  expect((await tell('hall-openings', {})).status).toBe(200)
  const next = (await shown()).hall
  expect([next?.groups.some((group) => group.code === code), next?.groups.map(({ telephones }) => telephones)]).toEqual([false, [[], []]])
})
