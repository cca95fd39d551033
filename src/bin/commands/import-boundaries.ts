/* `chanzo import boundaries FILE --level L`: outlines of provinces or territoires, so that a position knows its place; or a list of codes and names (CSV) of areas that have no outline yet. */
import { existsSync, readFileSync } from 'node:fs'
import { importAreas } from '../../modules/places/module.ts'
import { AreaLevel } from '../../modules/places/contract.ts'
import { parse } from '../../kernel/schema.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { importBoundariesText } from '../command-texts-import.ts'
import { open } from '../opening.ts'
import { OPERATOR } from '../program.ts'
import { sentenceOf } from '../sentences.ts'

export const importBoundariesCommand: Command = {
  ...importBoundariesText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    const level = parse(AreaLevel, options['level'])
    if (!level.ok) throw new UsageFault('Say which level the file holds: --level country, province or territoire.')
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { database, log, tenant, clock } = opened.program
      const progress = (done: number, total: number): void => terminal.progress('Reading boundaries', done, total)
      const outcome = await importAreas(
        { database, log, tenant, clock, actor: OPERATOR, progress },
        { file: readFileSync(file, 'utf8'), level: level.value },
      )
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      const { features, alreadyKnown, sha256 } = outcome.value
      terminal.result({ level: level.value, features, alreadyKnown, sha256 }, [
        `${features} areas${alreadyKnown ? ', known already' : ''}.`,
      ])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}
