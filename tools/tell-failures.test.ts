import { expect, test } from 'vitest'
import { failuresIn, tellFailures } from './tell-failures.ts'

const ROOT = '/somewhere/chanzo/'
const report = {
  numFailedTests: 1,
  testResults: [
    {
      name: `${ROOT}src/kernel/calendar.test.ts`,
      status: 'failed',
      message: '',
      assertionResults: [
        { fullName: 'days a leap day', status: 'passed', failureMessages: [] },
        {
          fullName: 'days the end of a year',
          status: 'failed',
          failureMessages: [
            `AssertionError: \u001b[31mexpected 1 to be 2\u001b[39m\n    at ${ROOT}src/kernel/calendar.test.ts:4:1\n    at run (file:///x/node_modules/vitest/dist/run.js:1:1)`,
          ],
        },
      ],
    },
    {
      name: `${ROOT}src/kernel/ids.test.ts`,
      status: 'failed',
      message: 'Cannot find module ./idss.ts\uD800',
      assertionResults: [],
    },
    { name: `${ROOT}src/kernel/outcome.test.ts`, status: 'passed', message: '', assertionResults: [] },
  ],
}

test('each failed test is told by its file, its name and its message, a file that could not be read too, and no other', () => {
  const told = tellFailures([{ step: 'unit', tests: failuresIn(report, ROOT), output: 'a thousand dots' }])
  expect(told).toEqual([
    '',
    'What failed:',
    '✘ unit',
    '  src/kernel/calendar.test.ts > days the end of a year',
    '    AssertionError: expected 1 to be 2',
    `        at ${ROOT}src/kernel/calendar.test.ts:4:1`,
    '  src/kernel/ids.test.ts > the file itself',
    '    Cannot find module ./idss.ts\uD800',
  ])
})

test('a step without a report is told by the last forty lines that it said, and so is one whose report cannot be read', () => {
  const output = Array.from({ length: 100 }, (_, n) => `line ${n}`).join('\n')
  for (const unread of [null, 'x', { testResults: 4 }, { testResults: [null, 7, {}] }]) {
    const told = tellFailures([{ step: 'types', tests: failuresIn(unread, ROOT), output }])
    expect(told.slice(0, 4)).toEqual(['', 'What failed:', '✘ types', '    line 60'])
    expect(told).toHaveLength(43)
  }
})

test('where nothing failed nothing is told', () => expect(tellFailures([])).toEqual([]))

test('however much failed it is at most two hundred lines, and messages go before names', () => {
  const tests = (many: number) =>
    Array.from({ length: many }, (_, n) => ({ file: `f${n}.test.ts`, name: `test ${n}`, message: 'one\ntwo\nthree\nfour' }))
  const some = tellFailures([{ step: 'unit', tests: tests(60), output: '' }])
  expect(some.length).toBeLessThanOrEqual(200)
  expect(some.filter((line) => line.includes('.test.ts > '))).toHaveLength(60)
  expect(some).toContain('    two')
  expect(some).not.toContain('    three')
  const names = tellFailures([{ step: 'unit', tests: tests(150), output: '' }])
  expect(names.filter((line) => line.includes('.test.ts > '))).toHaveLength(150)
  const many = tellFailures([{ step: 'unit', tests: tests(900), output: '' }])
  expect(many).toHaveLength(200)
  expect(many.at(-1)).toBe('  … and 704 lines more')
})
