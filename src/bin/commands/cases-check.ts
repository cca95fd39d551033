/*
`chanzo cases check`: compares teams, looks and handed keys of all cases with the log, and says in plain words what was written or taken past it. It needs
the whole of the log to be sound, so it says to run `chanzo log verify` too. No name and no text is read or printed.
*/
import type { CaseFault } from '../../modules/cases/server/record/check.ts'
import { type Command, EXIT } from '../command.ts'
import { casesCheckText } from '../command-texts.ts'
import { open } from '../opening.ts'

const sentences: { readonly [Fault in CaseFault['fault']]: (fault: CaseFault) => string } = {
  'rows-not-from-log': ({ where, rows }) =>
    `${rows} row(s) in ${where} that no entry of the log made: somebody wrote them past the program.`,
  'rows-missing': ({ where, rows }) =>
    `${rows} row(s) missing in ${where} that the log says were there: somebody took them out or changed them.`,
  'key-for-outsider': ({ where, account }) =>
    `Case ${where}: a key was handed to account ${account ?? '?'}, who by the log may not read that vault.`,
  'key-of-no-case': ({ where, account }) =>
    `A key for account ${account ?? '?'} of case ${where}, which the log does not know or has forgotten.`,
  'public-key-not-from-record': ({ where, rows }) =>
    `Case ${where}: ${rows} public key(s) of a vault are not what the sealed record says: somebody put their own there. Nothing is sealed to them.`,
  'record-key-of-no-case': ({ where }) => `A key of the record ${where}, of which the log has no entry.`,
}
export const casesCheck: Command = {
  ...casesCheckText,
  run: async ({ options, terminal }) => {
    const opened = await open(options, terminal)
    try {
      const faults = await opened.program.modules.cases.check()
      terminal.result({ ok: faults.length === 0, faults }, [
        faults.length === 0
          ? 'Teams, looks and handed keys of all cases are what the log says. That the log itself is whole: chanzo log verify.'
          : `${faults.length} finding(s):`,
        ...faults.map((fault) => `  ${sentences[fault.fault](fault)}`),
      ])
      return faults.length === 0 ? EXIT.done : EXIT.no
    } finally {
      await opened.close()
    }
  },
}
