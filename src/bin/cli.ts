/*
`chanzo`: finds the command, reads its words, runs it, and turns what went wrong into one sentence and an exit code. A command
is loaded only when it is run, so `--help` and a wrong word answer at once. What Node makes of our files is kept in `.cache`, so that every start but
the first is quick; where that folder cannot be written nothing is kept.
*/
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { EXIT, type Exit, helpText, parseWords } from './command.ts'
import { commands } from './commands.ts'
import { explain } from './explain.ts'
import { openTerminal } from './terminal.ts'

// Beside the program and not in the folder for temporary files: there anybody could lay code for us.
if (process.env['NODE_COMPILE_CACHE'] === undefined) enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)))

async function main(words: readonly string[]): Promise<Exit> {
  const named = commands.find((one) => one.text.name.split(' ').every((word, index) => words[index] === word))
  if (!named) return overview(words)
  const { text } = named
  const rest = words.slice(text.name.split(' ').length)
  const { operands, options } = parseWords(text, rest)
  if (options['help'] === true) return printHelp(helpText(text))
  const command = await named.load()
  // A server is ended by a signal, which would keep nothing.
  setTimeout(flushCompileCache, 15_000).unref()
  return command.run({ operands, options, terminal: openTerminal(options['json'] === true) })
}

function overview(words: readonly string[]): Exit {
  const rows = commands.map((one) => `  ${one.text.name.padEnd(20)} ${one.summary}`)
  const text = [
    'chanzo COMMAND [options]',
    '',
    'Where does this mineral come from, and who paid for it?',
    '',
    ...rows,
    '',
    'chanzo COMMAND --help explains one, with an example.',
    'Exit codes: 0 done · 1 the answer is no · 2 wrong words · 3 surroundings · 4 refused input · 5 fault.',
    '',
  ].join('\n')
  if (words.length === 0 || words[0] === '--help' || words[0] === 'help') return printHelp(text)
  process.stderr.write(`chanzo knows no command "${words.slice(0, 2).join(' ')}". Try chanzo --help.\n`)
  return EXIT.usage
}

function printHelp(text: string): Exit {
  process.stdout.write(text)
  return EXIT.done
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const { sentence, exit } = explain(error)
  process.stderr.write(`${sentence}\n`)
  return exit
})
