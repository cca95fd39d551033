import { expect, test } from 'vitest'
import { runInBrokenHouse } from './broken-house.ts'

const LINT = ['oxlint/bin/oxlint', '--config', '.oxlintrc.json']
const TSC = ['typescript/bin/tsc', '-p', 'tsconfig.pure.json']
const lintOf = (text: string, file = 'src/modules/alpha/domain/a.ts') => runInBrokenHouse({ [file]: `${text}\n` }, LINT)
const typesOf = (text: string, file = 'src/modules/alpha/domain/a.ts') => runInBrokenHouse({ [file]: `${text}\n` }, TSC)

test.each([
  ['the clock', 'export const now = Date.now()'],
  ['chance', 'export const some = Math.random()'],
  ['the network', "export const page = fetch('/')"],
  ['the environment', 'export const home = process.env'],
  ['a timer', 'export const t = setTimeout(() => undefined, 1)'],
  ['the console', "console.log('x')"],
])('a pure file may not use %s', (_what, text) => {
  expect(lintOf(text).status).not.toBe(0)
  expect(lintOf(text, 'src/kernel/a.ts').status).not.toBe(0)
  expect(lintOf(text, 'src/modules/alpha/contract.ts').status).not.toBe(0)
})

test.each([
  ['fetch', "export const page = fetch('/')"],
  ['document', 'export const d = document'],
  ['process', 'export const p = process'],
  ['crypto', 'export const c = crypto'],
  ['console', "console.log('x')"],
  ['timers', 'export const t = setTimeout'],
])('%s does not exist in the types of pure files', (_name, text) => {
  const result = typesOf(text)
  expect(result.status, result.output).not.toBe(0)
  expect(result.output).toContain('Cannot find name')
})

test('a fresh Date in a pure file is noticed', () => expect(lintOf('export const now = new Date()').status).not.toBe(0))

test.each([
  ['any', 'export const a: any = 1'],
  ['a cast', "export const a = JSON.parse('1') as number"],
  ['a claim that nothing is missing', 'export const a = [1].at(0)!'],
  ['four arguments', 'export const a = (b: number, c: number, d: number, e: number) => b + c + d + e'],
  ['a default export', 'export default 1'],
  ['more than 70 lines in a function', `export function long() {\n${'  Number(1)\n'.repeat(71)}}`],
  [
    'more than 400 lines in a file',
    'export const a = 1\n'.replace('a', 'a0') + Array.from({ length: 401 }, (_, index) => `export const b${index} = ${index}`).join('\n'),
  ],
])('%s is noticed', (_what, text) => expect(lintOf(text, 'src/modules/alpha/server/a.ts').status).not.toBe(0))

test('a pure file that keeps the rules passes', () => {
  const text = 'export const add = (a: number, b: number): number => a + b'
  expect(lintOf(text)).toMatchObject({ status: 0 })
  expect(typesOf(text)).toMatchObject({ status: 0 })
})
