/*
The steps that check this repository, each a command that must answer 0. Kept as a list so that `npm run check` and `npm test`
say the same, and a stranger can run one alone. What failed is told again at the very end, where whoever sees only the last lines finds it.
*/
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type FailedStep, failuresIn, tellFailures } from './tell-failures.ts'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))
const NODE = process.execPath
const inModules = (path: string): string => `${ROOT}node_modules/${path}`

export interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** A vitest project: its own counts are added instead of one for the step. */
  readonly vitest?: boolean
}

const vitest = (name: string, project: string, paths: readonly string[] = []): Step => ({
  name,
  vitest: true,
  command: [
    NODE,
    inModules('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${ROOT}.cache/report-${project}.json`,
    ...paths,
  ],
})

export const checkSteps: readonly Step[] = [
  { name: 'format', command: [NODE, inModules('oxfmt/bin/oxfmt'), '--check', '.'] },
  { name: 'types', command: [NODE, inModules('typescript/bin/tsc'), '-p', 'tsconfig.json'] },
  { name: 'pure types', command: [NODE, inModules('typescript/bin/tsc'), '-p', 'tsconfig.pure.json'] },
  { name: 'lint', command: [NODE, inModules('oxlint/bin/oxlint'), '--config', '.oxlintrc.json', '--deny-warnings'] },
  {
    name: 'boundaries',
    command: [
      NODE,
      inModules('dependency-cruiser/bin/dependency-cruiser.mjs'),
      'src',
      'test',
      'tools',
      'bench',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
    ],
  },
  { name: 'docs', command: [NODE, 'tools/check-docs.ts'] },
  { name: 'row types', command: [NODE, 'tools/generate-rows.ts', '--check'] },
  vitest('unit', 'unit'),
  vitest('on the database', 'database'),
]
export const testSteps: readonly Step[] = [...checkSteps, vitest('in a browser', 'browser')]

export interface Count {
  readonly passed: number
  readonly failed: number
}

/** Runs all steps whatever fails, prints a line for each and what failed at the end, and answers the totals. */
export async function runSteps(steps: readonly Step[]): Promise<Count> {
  mkdirSync(`${ROOT}.cache`, { recursive: true })
  const sum = { passed: 0, failed: 0 }
  const failed: FailedStep[] = []
  for (const step of steps) {
    const { passed, failed: lost, failure } = await runStep(step)
    sum.passed += passed
    sum.failed += lost
    if (failure) failed.push(failure)
  }
  for (const line of tellFailures(failed)) process.stdout.write(`${line}\n`)
  return sum
}

async function runStep(step: Step): Promise<Count & { readonly failure: FailedStep | null }> {
  const report = step.command.find((word) => word.startsWith('--outputFile.json='))?.slice('--outputFile.json='.length)
  if (report) rmSync(report, { force: true })
  const began = performance.now()
  process.stdout.write(`▸ ${step.name} …\n`)
  const { status, output } = await run(step.command)
  const read = report ? readReport(report) : null
  const count = read === null ? { passed: status === 0 && !report ? 1 : 0, failed: status === 0 && !report ? 0 : 1 } : countOf(read, status)
  process.stdout.write(
    `${count.failed === 0 ? '✔' : '✘'} ${step.name}: ${count.passed} passed, ${count.failed} failed, ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
  )
  return { ...count, failure: count.failed === 0 ? null : { step: step.name, tests: failuresIn(read, ROOT), output } }
}

/** Shows what a command says as it says it, and keeps its end. */
function run([program = NODE, ...words]: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  const kept = { output: '' }
  return new Promise((done) => {
    const child = spawn(program, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } })
    const hear = (stream: NodeJS.WriteStream) => (piece: string) => {
      stream.write(piece)
      kept.output = `${kept.output}${piece}`.slice(-KEPT_CHARACTERS)
    }
    child.stdout.setEncoding('utf8').on('data', hear(process.stdout))
    child.stderr.setEncoding('utf8').on('data', hear(process.stderr))
    child.once('error', (error) => done({ status: null, output: `${kept.output}\n${error.message}` }))
    child.once('close', (status) => done({ status, output: kept.output }))
  })
}

const KEPT_CHARACTERS = 40_000

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** A run that ended badly without naming a failed test still counts as one failure. */
function countOf(report: unknown, status: number | null): Count {
  const failed = numberIn(report, 'numFailedTests')
  return { passed: numberIn(report, 'numPassedTests'), failed: status === 0 ? failed : Math.max(failed, 1) }
}

function numberIn(report: unknown, name: string): number {
  if (typeof report !== 'object' || report === null) return 0
  const found = Object.entries(report).find(([key]) => key === name)?.[1]
  return typeof found === 'number' ? found : 0
}
