/*
What a command says: sentences and progress on stderr, results on stdout. With --json the last line on stdout is one JSON
object and nothing else is printed there. A progress line is rewritten in place on a terminal and printed rarely elsewhere.
*/
export interface Terminal {
  readonly json: boolean
  /** For people, on stdout; silent with --json. */
  readonly print: (line: string) => void
  /** For people, on stderr, always. */
  readonly say: (line: string) => void
  readonly progress: (label: string, done: number, total: number) => void
  /** The result: JSON with --json, otherwise the lines of `forPeople`. */
  readonly result: (value: object, forPeople: readonly string[]) => void
}

const WIDTH = 24

export function openTerminal(json: boolean): Terminal {
  const { stdout, stderr } = process
  const began = Date.now()
  let shownAt = 0
  const clear = (): void => void (stderr.isTTY && shownAt > 0 && stderr.write('\r\x1b[K'))
  return {
    json,
    print: (line) => void (json || stdout.write(`${line}\n`)),
    say: (line) => {
      clear()
      stderr.write(`${line}\n`)
    },
    progress: (label, done, total) => {
      const now = Date.now()
      const last = done >= total
      if (now - shownAt < (stderr.isTTY ? 80 : 3000) && !last) return
      shownAt = now
      const share = total > 0 ? Math.min(1, done / total) : 1
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '·')
      const seconds = (now - began) / 1000
      const line = `${label} ${bar} ${done}/${total} · ${seconds.toFixed(0)} s`
      stderr.write(stderr.isTTY ? `\r\x1b[K${line}${last ? '\n' : ''}` : `${line}\n`)
      if (last) shownAt = 0
    },
    result: (value, forPeople) => void stdout.write(json ? `${JSON.stringify(value)}\n` : `${forPeople.join('\n')}\n`),
  }
}
