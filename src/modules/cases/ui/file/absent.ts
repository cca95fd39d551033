/* Which answers say that there is no such case here, whatever the reason. */
import { troubleOf } from '../../../../app/api.ts'

export const isAbsent = (error: unknown): boolean => {
  const { kind, refusal } = troubleOf(error)
  return kind === 'missing' || kind === 'invalid' || refusal?.code === 'unknown-case'
}
