/*
What ended a command, in one sentence and an exit code. What the surroundings did is told as such; only a fault of the program shows
its inside.
*/
import { EXIT, type Exit, SurroundingsFault, UsageFault } from './command.ts'

export interface Explained {
  readonly sentence: string
  readonly exit: Exit
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/** PostgreSQL's own codes: 53100 disk full, 57P01–03 going down, 08xxx connection lost. */
export function explain(error: unknown): Explained {
  if (error instanceof UsageFault) return { sentence: error.message, exit: EXIT.usage }
  if (error instanceof SurroundingsFault) return { sentence: error.message, exit: EXIT.surroundings }
  const code = codeOf(error)
  if (code === '53100' || code === 'ENOSPC')
    return {
      sentence: 'The disk is full. What was acknowledged is kept and nothing is half-written; free some space and run the command again.',
      exit: EXIT.surroundings,
    }
  if (/^(57P0[123]|08...|ECONNRESET|ECONNREFUSED)$/.test(code))
    return { sentence: `The database went away (${code}). What was acknowledged is kept; run the command again.`, exit: EXIT.surroundings }
  if (code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR')
    return { sentence: `A file or folder could not be used: ${error instanceof Error ? error.message : code}.`, exit: EXIT.surroundings }
  const inside = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { sentence: `Something broke inside chanzo; nothing half-written was kept.\n${inside}`, exit: EXIT.fault }
}
