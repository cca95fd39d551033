import { expect, test } from 'vitest'
import { type Known, colleagueText, personText } from './colleagues.ts'

const person = (account: string, roles: readonly string[], more: Partial<Known> = {}): Known => ({
  ...{ account, roles, body: 'Ngao', name: null, isClosed: false },
  ...more,
})
const known = [
  person('a', ['CASE_SUPERVISOR', 'CASE_WORKER'], { name: 'Aline Zawadi' }),
  person('b', ['CASE_WORKER'], { isClosed: true }),
  person('c', ['CASE_WORKER']),
  person('d', ['CASE_WORKER'], { body: 'Salama' }),
]

test('a colleague is a function and a body; a place among those who have the same, oldest account first', () => {
  expect(known.map(({ account }) => colleagueText(account, known, 'fr'))).toEqual([
    'Supervision · Ngao',
    'Accompagnement 1 · Ngao (compte fermé)',
    'Accompagnement 2 · Ngao',
    'Accompagnement · Salama',
  ])
})
test('a name is said where a person must be known, and only where one was told it', () => {
  expect(personText('a', known, 'fr')).toBe('Aline Zawadi · Supervision · Ngao')
  expect(personText('c', known, 'en')).toBe('Case work 2 · Ngao')
})
test('nothing is guessed about who is not known here, and no number of an account is shown', () => {
  expect(colleagueText('01970000-0000-7000-8000-00000000dddd', known, 'fr')).toBe('Compte d’un autre organisme')
})
