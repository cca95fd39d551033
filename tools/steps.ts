/*
The steps that check this repository, each a command that must answer 0. Kept as a list so that `npm run check` and `npm test`
say the same, and a stranger can run one alone.
*/
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

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

/** Runs all steps whatever fails, prints a line for each, and answers the totals. */
export function runSteps(steps: readonly Step[]): Count {
  mkdirSync(`${ROOT}.cache`, { recursive: true })
  const counts = steps.map(runStep)
  return counts.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), { passed: 0, failed: 0 })
}

function runStep(step: Step): Count {
  const report = step.command.find((word) => word.startsWith('--outputFile.json='))?.slice('--outputFile.json='.length)
  if (report) rmSync(report, { force: true })
  const began = performance.now()
  process.stdout.write(`▸ ${step.name} …\n`)
  const [program = NODE, ...words] = step.command
  const done = spawnSync(program, words, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } })
  const count = report ? readReport(report, done.status) : { passed: done.status === 0 ? 1 : 0, failed: done.status === 0 ? 0 : 1 }
  process.stdout.write(
    `${count.failed === 0 ? '✔' : '✘'} ${step.name}: ${count.passed} passed, ${count.failed} failed, ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
  )
  return count
}

/** A run that ended badly without naming a failed test still counts as one failure. */
function readReport(file: string, status: number | null): Count {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const passed = numberIn(report, 'numPassedTests')
    const failed = numberIn(report, 'numFailedTests')
    return { passed, failed: status === 0 ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function numberIn(report: unknown, name: string): number {
  if (typeof report !== 'object' || report === null) return 0
  const found = Object.entries(report).find(([key]) => key === name)?.[1]
  return typeof found === 'number' ? found : 0
}
