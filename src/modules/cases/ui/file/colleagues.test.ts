import { expect, test } from 'vitest'
import { AccountId } from '../../../people/contract.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { colleagueText } from './colleagues.ts'

const person = (end: string, ...roles: readonly string[]) => ({
  account: mustParse(AccountId, `01970000-0000-7000-8000-00000000${end}`),
  roles: [...roles],
})
const known = [person('aaaa', 'CASE_SUPERVISOR', 'CASE_WORKER'), person('bbbb', 'CASE_WORKER'), person('cccc', 'CASE_WORKER')]
const called = (end: string) => colleagueText(`01970000-0000-7000-8000-00000000${end}`, { known, body: 'Ngao', language: 'fr' })

test('a colleague is a function and a body; the end of the number stands only where two have the same function', () => {
  expect(called('aaaa')).toBe('Supervision · Ngao')
  expect(called('bbbb')).toBe('Accompagnement · Ngao (bbbb)')
  expect(called('cccc')).toBe('Accompagnement · Ngao (cccc)')
})

test('nothing is guessed about who is not of one’s own body', () => {
  expect(called('dddd')).toBe('Autre compte (dddd)')
  expect(colleagueText(known[0]?.account ?? '', { known, body: null, language: 'en' })).toBe('Supervision')
})
