/*
Runs what the documents claim. Blocks of ts are type-checked, json is parsed, sh is read line by line: a `chanzo` line must be
words that the command itself accepts, an `npm` line must name a script that exists. Links to files must lead to files, and a
comment `<!-- pinned: FILE: TEXT -->` holds only while FILE contains TEXT. Prose that nothing checks goes stale.
*/
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseWords } from '../src/bin/command.ts'
import { commands } from '../src/bin/commands.ts'
import { ROOT } from './steps.ts'

interface Block {
  readonly language: string
  readonly text: string
  readonly line: number
}
const PLAIN = new Set(['text', 'http', 'sql', 'mermaid', 'csv'])

async function main(): Promise<number> {
  const complaints: string[] = []
  const snippets: string[] = []
  for (const file of markdownFiles()) {
    const text = readFileSync(file, 'utf8')
    const name = relative(ROOT, file)
    for (const block of blocksOf(text)) {
      if (block.language === 'ts') snippets.push(`// ${name}:${block.line}\n${block.text.replaceAll("from 'chanzo/", "from '../../src/")}`)
      else for (const complaint of await complaintsAbout(block)) complaints.push(`${name}:${block.line} ${complaint}`)
    }
    for (const complaint of [...brokenLinks(text, file), ...brokenPins(text)]) complaints.push(`${name} ${complaint}`)
  }
  complaints.push(...typeErrors(snippets))
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`)
  return complaints.length
}

function markdownFiles(): readonly string[] {
  const found: string[] = []
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      if (['node_modules', 'dist', '.git', '.data', '.cache'].includes(name)) continue
      const path = join(folder, name)
      if (statSync(path).isDirectory()) walk(path)
      else if (name.endsWith('.md')) found.push(path)
    }
  }
  walk(ROOT)
  return found
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const opened = /^```(\w*)\s*$/.exec(lines[at] ?? '')
    if (!opened) continue
    const start = at + 1
    while (at + 1 < lines.length && !(lines[at + 1] ?? '').startsWith('```')) at++
    blocks.push({ language: opened[1] ?? '', text: lines.slice(start, at + 1).join('\n'), line: start + 1 })
    at++
  }
  return blocks
}

async function complaintsAbout(block: Block): Promise<readonly string[]> {
  if (block.language === 'json') return parses(block.text) ? [] : ['a json block that is not JSON']
  if (block.language === 'sh') return (await Promise.all(block.text.split('\n').map(complaintAboutLine))).filter((one) => one !== null)
  return PLAIN.has(block.language) ? [] : [`a block of "${block.language}": say ts, json, sh or text`]
}

async function complaintAboutLine(line: string): Promise<string | null> {
  const words = (
    line
      .replace(/\s+#.*$/, '')
      .trim()
      .match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  ).map((word) => word.replaceAll(/^["']|["']$/g, ''))
  while (/^[A-Z_]+=/.test(words[0] ?? '')) words.shift()
  const [program = '', ...rest] = words
  if (program === '' || program === 'cd' || program === 'git') return null
  if (program === 'npm') return npmComplaint(rest)
  if (program !== 'bin/chanzo' && program !== 'chanzo') return `"${program}" is neither npm nor chanzo; use a text block`
  const named = commands.find((one) => one.text.name.split(' ').every((word, index) => rest[index] === word))
  if (!named) return rest.length === 0 || rest[0] === '--help' ? null : `chanzo knows no "${rest.join(' ')}"`
  const pipe = rest.findIndex((word) => word === '|' || word === '<' || word === '>')
  try {
    parseWords(named.text, rest.slice(named.text.name.split(' ').length, pipe < 0 ? undefined : pipe))
    return null
  } catch (error) {
    return `"${line.trim()}": ${error instanceof Error ? error.message : 'not understood'}`
  }
}

function npmComplaint(words: readonly string[]): string | null {
  const scripts: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const known = typeof scripts === 'object' && scripts !== null && 'scripts' in scripts ? Object.keys(Object(scripts.scripts)) : []
  const name = words[0] === 'run' ? words[1] : words[0]
  return name === 'ci' || known.includes(name ?? '') ? null : `package.json has no script "${name}"`
}

function brokenLinks(text: string, file: string): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((found) => found[1] ?? '')
  return targets
    .filter((target) => !/^(https?|mailto):/.test(target) && !existsSync(resolve(dirname(file), target)))
    .map((target) => `links to ${target}, which is not there`)
}

function brokenPins(text: string): readonly string[] {
  return [...text.matchAll(/<!-- pinned: (\S+): (.+?) -->/g)]
    .filter(([, file = '', wanted = '']) => !existsSync(join(ROOT, file)) || !readFileSync(join(ROOT, file), 'utf8').includes(wanted))
    .map(([, file, wanted]) => `restates "${wanted}", which ${file} no longer says`)
}

function typeErrors(snippets: readonly string[]): readonly string[] {
  const folder = join(ROOT, '.cache', 'docs')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  snippets.forEach((text, index) => writeFileSync(join(folder, `snippet-${index}.ts`), `${text}\nexport {}\n`))
  if (snippets.length === 0) return []
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', compilerOptions: { noUnusedLocals: false }, include: ['*.ts'] }),
  )
  const done = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' })
  return done.status === 0 ? [] : [done.stdout]
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

process.exitCode = (await main()) === 0 ? 0 : 1
