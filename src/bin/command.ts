/*
The shape of every command of `chanzo`, and how its words on the terminal are read. A command gets parsed options and a
terminal; it answers with an exit code. Machines read stdout, people read stderr, progress goes to stderr.
*/
import { parseArgs } from 'node:util'
import type { Terminal } from './terminal.ts'

/** 0 done · 1 the answer is no (not genuine, chain broken, rows differ) · 2 wrong words · 3 surroundings (folder, port, database) · 4 refused input · 5 fault. */
export const EXIT = { done: 0, no: 1, usage: 2, surroundings: 3, refused: 4, fault: 5 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

export interface OptionShape {
  readonly type: 'string' | 'boolean'
  readonly help: string
  /** Shown in the help for what follows the option. */
  readonly value?: string
}
export type OptionValues = { readonly [name: string]: string | boolean | undefined }

/** What a command says of itself. */
export interface CommandText {
  /** As typed: `import ipis`. */
  readonly name: string
  readonly summary: string
  /** What follows the name: `FILE`, `FILE…` for one or more, `[FILE]` for one that may be left out. */
  readonly operands: readonly string[]
  readonly options: { readonly [name: string]: OptionShape }
  readonly example: string
}

export interface Command extends CommandText {
  readonly run: (given: {
    readonly operands: readonly string[]
    readonly options: OptionValues
    readonly terminal: Terminal
  }) => Promise<Exit>
}

/** Every command takes these. */
export const COMMON_OPTIONS: CommandText['options'] = {
  data: { type: 'string', value: 'DIR', help: 'where the data lives (default .data)' },
  json: { type: 'boolean', help: 'the last line on stdout is one JSON object' },
  help: { type: 'boolean', help: 'this text' },
}

export class UsageFault extends Error {}
/** Something around the program is not as it must be; `message` is one clear sentence for the user. */
export class SurroundingsFault extends Error {}

export function parseWords(command: CommandText, words: readonly string[]): { operands: readonly string[]; options: OptionValues } {
  const shapes = { ...COMMON_OPTIONS, ...command.options }
  const options = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, { type: shape.type }]))
  try {
    const parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
    const values: OptionValues = Object.fromEntries(
      Object.entries(parsed.values).map(([name, value]) => [name, Array.isArray(value) ? undefined : value]),
    )
    if (values['help'] !== true && !isAsMany(parsed.positionals.length, command.operands)) {
      throw new UsageFault(
        `chanzo ${command.name} takes ${command.operands.length === 0 ? 'nothing more' : command.operands.join(' ')}, but was given ${parsed.positionals.length === 0 ? 'nothing' : parsed.positionals.join(' ')}.`,
      )
    }
    return { operands: parsed.positionals, options: values }
  } catch (error) {
    if (error instanceof UsageFault) throw error
    throw new UsageFault(error instanceof Error ? error.message : 'words that were not understood')
  }
}

/** A name that ends in … stands for one or more, one in brackets may be left out. */
const isAsMany = (given: number, operands: readonly string[]): boolean =>
  operands.at(-1)?.endsWith('…')
    ? given >= operands.length
    : given === operands.length || (given === operands.length - 1 && operands.at(-1)?.startsWith('[') === true)

export function helpText(command: CommandText): string {
  const options = Object.entries({ ...command.options, ...COMMON_OPTIONS })
  const rows = options.map(([name, shape]) => `  --${name}${shape.value ? ` ${shape.value}` : ''}`.padEnd(26) + shape.help)
  const usage = ['chanzo', command.name, ...command.operands, '[options]'].join(' ')
  return [`${usage}\n\n${command.summary}\n`, 'Options:', ...rows, '', 'Example:', `  ${command.example}`, ''].join('\n')
}
