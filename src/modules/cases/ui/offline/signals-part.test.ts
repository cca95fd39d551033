import { expect, test } from 'vitest'
import { signalsOffline } from './signals-part.ts'

test('a telephone keeps signals for later, and nothing else of protection', () => {
  expect(signalsOffline.subjectOf('/api/signals', 'x')).toBe('signal:x')
  for (const path of ['/api/signals/x/withdrawals', '/api/cases', '/api/interview-tallies'])
    expect(signalsOffline.subjectOf(path, 'x')).toBeNull()
})
