/*
Two servers that clash try again instead of failing: serialisation failures, deadlocks, and the loser of a race for the next
version of a subject. A few times with a growing pause; a fault that stays is thrown.
*/
import { setTimeout as pause } from 'node:timers/promises'

const CLASHES = new Set(['40001', '40P01'])
const RACED_KEYS = new Set([
  'log_event_tenant_id_subject_subject_version_key',
  'log_event_pkey',
  'log_event_tenant_id_id_key',
  'log_answer_pkey',
])

export async function retryOnClash<T>(work: () => Promise<T>, tries = 5): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= tries || !isClash(error)) throw error
      await pause(5 * 2 ** attempt)
    }
  }
}

function isClash(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  if (typeof error.code === 'string' && CLASHES.has(error.code)) return true
  return error.code === '23505' && 'constraint' in error && typeof error.constraint === 'string' && RACED_KEYS.has(error.constraint)
}
