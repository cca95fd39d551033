/* `chanzo count ctdc` on a small file: shares by the codebook's rule, combinations written, what it cannot read said in a sentence. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { EXIT } from './command.ts'
import { countCtdc } from './commands/count-ctdc.ts'

const folder = mkdtempSync(join(tmpdir(), 'chanzo-count-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
async function run(path: string, options: { readonly [name: string]: string } = {}) {
  const said: string[] = []
  let result: object = {}
  const terminal = {
    json: false,
    print: (line: string) => void said.push(line),
    say: (line: string) => void said.push(line),
    progress: () => undefined,
    result: (value: object, lines: readonly string[]) => {
      result = value
      said.push(...lines)
    },
  }
  return { exit: await countCtdc.run({ operands: [path], options, terminal }), said: said.join('\n'), result }
}

test('§11 test 6: the shares of the codebook, and §11 test 7: combinations of ten and more, in a file', async () => {
  const rows = ['1,,', ',1,', ',,1', ',,', '1,1,'].flatMap((line) => Array.from({ length: 10 }, () => line))
  const path = file('f.csv', `isForcedLabour,isSexualExploit,isOtherExploit\n${rows.join('\n')}\n`)
  const out = join(folder, 'out.csv')
  const { exit, said, result } = await run(path, { out })
  expect(exit).toBe(EXIT.done)
  expect(result).toMatchObject({ rows: 50, aggregates: 4, least: 10, together: 3 })
  for (const line of ['exploitation: 40', 'isForcedLabour 20 (50.00 %)', 'isOtherExploit 10 (25.00 %)']) expect(said).toContain(line)
  expect(readFileSync(out, 'utf8').split('\r\n').toSorted()).toEqual(
    [
      '',
      'isForcedLabour:1,20',
      '"isForcedLabour:1;isSexualExploit:1",10',
      'isOtherExploit:1,10',
      'isSexualExploit:1,20',
      'selection,count',
    ].toSorted(),
  )
})

test('a file that is no table, a missing one and a wrong number are said', async () => {
  expect(await run(file('broken.csv', 'gender\n"never closed'))).toMatchObject({
    exit: EXIT.refused,
    said: expect.stringContaining('quote'),
  })
  await expect(run(join(folder, 'none.csv'))).rejects.toThrow('There is no file')
  await expect(run(file('g.csv', 'gender\nWoman\n'), { together: '4' })).rejects.toThrow('--together')
})
