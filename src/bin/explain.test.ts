import { expect, test } from 'vitest'
import { SurroundingsFault, UsageFault } from './command.ts'
import { explain } from './explain.ts'

const fault = (code: string): Error => Object.assign(new Error('x'), { code })

test.each([
  [new UsageFault('Say --email.'), 2, 'Say --email.'],
  [new SurroundingsFault('Port 1 is busy.'), 3, 'Port 1 is busy.'],
  [fault('53100'), 3, 'The disk is full'],
  [fault('ENOSPC'), 3, 'The disk is full'],
  [fault('57P01'), 3, 'went away'],
  [fault('ECONNREFUSED'), 3, 'went away'],
  [fault('EACCES'), 3, 'could not be used'],
  [new Error('boom'), 5, 'broke inside'],
])('%s ends with exit code %i and says so', (error, exit, words) => {
  const explained = explain(error)
  expect(explained.exit).toBe(exit)
  expect(explained.sentence).toContain(words)
  if (exit < 5) expect(explained.sentence.split('\n')).toHaveLength(1)
})
