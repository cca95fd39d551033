import { expect, test } from 'vitest'
import { csvLine } from '../../kernel/csv.ts'
import { matchSpelling } from '../../modules/conflict/domain/actors/spelling.ts'
import { planList } from './plan-list.ts'
import { type ListRead, readActorList } from './read-list.ts'

const local = { 'Groupe armé local': 3 }
const ipis = (...rows: readonly unknown[]): string => JSON.stringify(rows)
const heading = ['ActorId', 'NameData', 'NameOrigFull', 'NameChange', 'Org', 'Version']
const ucdp = (...rows: readonly (readonly string[])[]): string => csvLine(heading) + rows.map(csvLine).join('')
function read(content: string): ListRead {
  const outcome = readActorList(content)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test('damaged rows are named by their number and the rest goes on', () => {
  const { actors, damaged } = read(
    ipis(
      { name: 'Veilleurs', mentions: 3, types: local },
      { name: 7, mentions: 1, types: local },
      null,
      { name: '–', mentions: 4, types: local },
      { name: 'Raïa wa Luka', mentions: -1, types: local },
      { name: 'Gardiens', mentions: 2, types: local },
    ),
  )
  expect(actors.map(({ row, written }) => [row, ...written])).toEqual([
    [1, 'Veilleurs'],
    [6, 'Gardiens'],
  ])
  expect(damaged).toEqual([
    { row: 2, column: 'name', problem: 'not-a-row' },
    { row: 3, column: null, problem: 'not-a-row' },
    { row: 4, column: 'name', problem: 'no-letters' },
    { row: 5, column: 'mentions', problem: 'not-a-row' },
  ])
  const table = read(
    ucdp(['1', 'Veilleurs', 'n/a', '0', '1', '22.1'], ['2', '', '', '0', '1', ''], ['3', 'Gens', '', '0', '2', ''], ['4', 'trop', 'court']),
  )
  expect(table.damaged).toEqual([
    { row: 3, column: 'NameData', problem: 'empty' },
    { row: 4, column: 'Org', problem: 'unknown-org' },
    { row: 5, column: null, problem: 'wrong-number-of-columns' },
  ])
  expect(table).toMatchObject({ rows: 4, source: 'UCDP Actor 22.1', actors: [{ written: ['Veilleurs'] }] })
})

test('the army and the police are no armed groups; what may be a person, nobody or several is not made one', () => {
  const said = (name: string, mentions: number, type: string) => ({ name, mentions, types: { [type]: mentions } })
  const { actors } = read(
    ipis(
      said('FARDC', 9, 'FARDC - Éléments indisciplinés'),
      said('PMH', 9, 'PMH - Éléments indisciplinés'),
      said('Veilleurs', 2, 'Groupe armé local'),
      said('Un tel', 1, 'Groupe armé local'),
      said('Groupe armé non identifié', 9, 'Groupe armé local'),
      said('Veilleurs et Gardiens', 9, 'Groupe armé local'),
    ),
  )
  expect(actors.map(({ kind, doubt }) => [kind, doubt])).toEqual([
    ['army-unit', null],
    ['police', null],
    ['armed-group', null],
    ['armed-group', 'once'],
    ['armed-group', 'nobody'],
    ['armed-group', 'several'],
  ])
})

test('a people is never a group: it is left out and told', () => {
  const found = read(ucdp(['1', 'Les gens du lac', 'Les gens du lac', '0', '3', ''], ['2', 'Government of X', 'n/a', '0', '4', '']))
  expect(found.peoples).toEqual(['Les gens du lac'])
  expect(found.actors).toEqual([{ row: 3, written: ['Government of X'], kind: 'state', doubt: null }])
})

test('what is no list is refused', () => {
  for (const [content, code] of [
    ['[{', 'actor-list-broken'],
    ['a,b\n1,2\n', 'actor-list-unknown'],
    ['', 'actor-list-unknown'],
    ['ActorId,NameData,Org\n1,"open', 'actor-list-broken'],
  ] as const)
    expect(readActorList(content), content).toMatchObject({ ok: false, refusal: { code } })
})

test('the same letters add a spelling, a near name waits, a stranger of IPIS is new and one of UCDP waits', () => {
  const known = [{ actor: 'a', written: 'RWL' }]
  const parts = { known, match: matchSpelling, numberOf: (written: string) => `new ${written}` }
  const plan = planList(
    read(
      ucdp(
        ['1', 'rwl', 'Raïa wa Luka', '0', '1', ''],
        ['2', 'Raïa wa Luka Nord', '', '0', '1', ''],
        ['3', 'Gardiens', '', '0', '1', ''],
        ['4', 'Government of X', '', '0', '4', ''],
      ),
    ),
    parts,
  )
  expect(plan.steps).toEqual([
    { kind: 'alias', actor: 'a', written: 'Raïa wa Luka' },
    { kind: 'register', actor: 'new Government of X', name: 'Government of X', as: 'state' },
  ])
  expect(plan.waiting).toEqual([
    { row: 3, written: 'Raïa wa Luka Nord', because: 'near' },
    { row: 4, written: 'Gardiens', because: 'of-list' },
  ])
  const list = read(ipis({ name: 'Gardiens', mentions: 2, types: local }, { name: 'GARDIENS', mentions: 5, types: local }))
  expect(planList(list, parts)).toMatchObject({ steps: [{ kind: 'register', name: 'Gardiens' }], exact: 1 })
})
