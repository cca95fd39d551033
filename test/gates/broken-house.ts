/*
A small house in a temporary folder with the real rules and files that break them on purpose: a rule that nobody has seen fail
protects nothing.
*/
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Writes `files` beside the real configuration, runs a tool of node_modules there, and answers what it printed. */
export function runInBrokenHouse(
  files: { readonly [path: string]: string },
  tool: readonly string[],
): { readonly status: number | null; readonly output: string } {
  const house = mkdtempSync(join(tmpdir(), 'chanzo-house-'))
  try {
    for (const name of ['.dependency-cruiser.cjs', '.oxlintrc.json', 'tsconfig.json', 'tsconfig.pure.json', 'package.json'])
      cpSync(join(ROOT, name), join(house, name))
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true })
      writeFileSync(join(house, path), text)
    }
    const [program = '', ...words] = tool
    const done = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...words], { cwd: house, encoding: 'utf8' })
    return { status: done.status, output: `${done.stdout}${done.stderr}` }
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}
