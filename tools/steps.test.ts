import { expect, test, vi } from 'vitest'
import { type Step, runSteps } from './steps.ts'

const step = (name: string, script: string): Step => ({ name, command: [process.execPath, '-e', script] })

test('a run tells what failed after everything else, and counts it', async () => {
  const said: string[] = []
  const heard = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => said.push(String(piece)) > 0)
  const wrong = vi.spyOn(process.stderr, 'write').mockImplementation((piece) => said.push(String(piece)) > 0)
  const count = await runSteps([
    step('first', `console.error('the cause'); process.exitCode = 3`),
    step('second', `console.log('all is well')`),
  ]).finally(() => {
    heard.mockRestore()
    wrong.mockRestore()
  })
  expect(count).toEqual({ passed: 1, failed: 1 })
  const lines = said.join('').trimEnd().split('\n')
  expect(lines.slice(-4)).toEqual(['', 'What failed:', '✘ first', '    the cause'])
  expect(lines.indexOf('the cause')).toBeLessThan(lines.indexOf('all is well'))
  expect(lines).toContainEqual(expect.stringMatching(/^✔ second: 1 passed, 0 failed/))
})

test('where all is well nothing more is said, and a program that is not there counts as failed', async () => {
  const said: string[] = []
  const heard = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => said.push(String(piece)) > 0)
  const count = await runSteps([step('only', '')]).finally(() => heard.mockRestore())
  expect([count, said.join('')]).toEqual([{ passed: 1, failed: 0 }, expect.not.stringContaining('What failed')])
  const quiet = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  const missing = await runSteps([{ name: 'gone', command: ['/no/such/program'] }]).finally(() => quiet.mockRestore())
  expect(missing).toEqual({ passed: 0, failed: 1 })
})
