/* A name, written where a code belongs, comes into no command and so into no list, no log and no package. */
import { describe, expect, test } from 'vitest'
import { parse } from '../../../kernel/schema.ts'
import { SealedText } from '../contract-vault.ts'
import { CaseCommand } from './case/case-words.ts'
import { FieldCommand } from './case/edit-conflict.ts'
import { PlanCommand } from './case/plan.ts'
import { AreaCode, CountryCode, LanguageCode, ListCode, SubjectCode, ThingId, checkSignOf, codeLetters } from './codes.ts'
import { OneCommandWire } from './file/command-wire.ts'
import { JusticeCommand } from './justice/justice-track.ts'
import { SealedRef } from './sealed-ref.ts'
import { ShelterCommand } from './shelter/shelter-words.ts'

const NAMES = ['Furaha Mapendo', 'furaha', 'FURAHA', 'Furaha-Mapendo', 'née au quartier Katindo', 'A', '+243810000999']
const id = '01a00000-0000-7000-8000-000000000001'
test.each([
  ['a subject', SubjectCode, ['K7-4QX2-9D', 'QZ-7777-QX']],
  ['a thing', ThingId, [id, 'g1', 'paper']],
  ['a place', AreaCode, ['CD62', 'XL101']],
  ['a language', LanguageCode, ['swa', 'fr']],
  ['a country', CountryCode, ['COD', 'QZZ']],
] as const)('%s is a code', (_what, schema, codes) => {
  expect(codes.filter((code) => !parse(schema, code).ok)).toEqual([])
  expect(NAMES.filter((name) => name !== 'FURAHA' && parse(schema, name).ok)).toEqual([])
})
test('a code with its check takes no wrong sign and no two that changed places; one of before is taken as it is', () => {
  const code = 'K7-4QX2-9D'
  const whole = `${code}${checkSignOf(code)}`
  const is = (typed: string): boolean => parse(SubjectCode, typed).ok
  expect([is(whole), is(code)]).toEqual([true, true])
  for (const [at, sign] of [...whole].entries()) {
    if (sign === '-') continue
    for (const other of codeLetters)
      if (other !== sign) expect(is(`${whole.slice(0, at)}${other}${whole.slice(at + 1)}`), other).toBe(false)
  }
  for (let at = 0; at + 1 < whole.length; at += 1) {
    const [a = '', b = ''] = [whole[at], whole[at + 1]]
    if (a !== b && a !== '-' && b !== '-') expect(is(`${whole.slice(0, at)}${b}${a}${whole.slice(at + 2)}`)).toBe(false)
  }
  const mistyped = parse(SubjectCode, `${whole.slice(0, -1)}${whole.endsWith('2') ? '3' : '2'}`)
  expect(mistyped.ok ? [] : mistyped.faults.map((one) => one.problem)).toEqual(['subject-code-mistyped'])
})
test('a word of a list has no space and no accent', () => {
  expect(['kinship-care', '2026-1', 'D1.JOB', '2026-12-01T09:00:00.000Z'].filter((code) => !parse(ListCode, code).ok)).toEqual([])
  expect(parse(ListCode, 'Furaha Mapendo').ok).toBe(false)
})

describe('commands take no name', () => {
  const create = { step: 'create', type: 'forced-labour', organisation: id, source: 'hotline' }
  const admit = { step: 'admit', stay: id, subject: 'K7-4QX2-9D', room: '1', on: '2026-12-01', placedWith: 'women' }
  const field = { step: 'set-field', edit: id, field: 'guardian', basedOn: null }
  const charge = { step: 'charge', qualifiedAs: 'tip', on: '2026-12-01' }
  test.each([
    ['as a subject', (name: string) => parse(CaseCommand, { ...create, subject: name }), 'K7-4QX2-9D'],
    ['as a family of a house', (name: string) => parse(ShelterCommand, { ...admit, family: name }), 'F2-3456-AB'],
    ['as a value of a field', (name: string) => parse(FieldCommand, { ...field, value: name }), 'high'],
    ['as a number of a text', (name: string) => parse(SealedRef, { vault: 'identity', id: name }), 'n1'],
    ['as a service of a plan', (name: string) => parse(PlanCommand, { step: 'review-goal', goal: name, status: 'met' }), 'g1'],
    [
      'as a thing',
      (name: string) =>
        parse(OneCommandWire, { about: 'debt', thing: name, ask: { step: 'request', subject: 'K7-4QX2-9D', isOwnWish: true } }),
      id,
    ],
  ] as const)('%s', (_where, read, code) => {
    expect(read(code).ok).toBe(true)
    expect(read('Furaha Mapendo').ok).toBe(false)
  })
  test('as a number of a sealed text, nor as an article of law', () => {
    const sealed = { vault: 'identity', generation: 1, slot: 'identity', box: 'AAAA' }
    expect([id, 'Furaha', 'n1'].map((one) => parse(SealedText, { ...sealed, id: one }).ok)).toEqual([true, false, false])
    const basis = (legalBasis: string) => {
      const read = parse(JusticeCommand, { ...charge, legalBasis })
      return read.ok ? [] : read.faults.map((one) => one.path)
    }
    expect(basis('art. 174 bis, al. 2')).not.toContain('legalBasis')
    expect(basis('contre Furaha')).toContain('legalBasis')
  })
})
