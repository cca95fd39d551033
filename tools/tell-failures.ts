/*
What failed, told once more and short: each failed test with its file, its name and the first lines of its message, or the end of what another
step said. It reads the report of the tests and knows nothing of how they were run; a report that cannot be read is told by the step's output.
*/
export interface FailedTest {
  readonly file: string
  readonly name: string
  readonly message: string
}
export interface FailedStep {
  readonly step: string
  readonly tests: readonly FailedTest[]
  /** The end of what the step said. */
  readonly output: string
}

/** The failed tests of a report; a file that could not be read stands for the tests in it. A report may hold anything that a test prints. */
export function failuresIn(report: unknown, root: string): readonly FailedTest[] {
  return listIn(report, 'testResults').flatMap((result) => {
    const name = textIn(result, 'name')
    const file = name.startsWith(root) ? name.slice(root.length) : name
    const failed = listIn(result, 'assertionResults')
      .filter((one) => textIn(one, 'status') === 'failed')
      .map((one) => ({ file, name: textIn(one, 'fullName'), message: listIn(one, 'failureMessages').map(String).join('\n') }))
    const isFileItself = failed.length === 0 && textIn(result, 'status') === 'failed'
    return isFileItself ? [{ file, name: 'the file itself', message: textIn(result, 'message') }] : failed
  })
}

const fieldIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
const listIn = (value: unknown, name: string): readonly unknown[] => {
  const found = fieldIn(value, name)
  return Array.isArray(found) ? found : []
}
function textIn(value: unknown, name: string): string {
  const found = fieldIn(value, name)
  return typeof found === 'string' ? found : ''
}

const MOST_LINES = 200
const LINES_OF_A_MESSAGE = 8
const LINES_OF_OUTPUT = 40

/** At most two hundred lines: when there is more to tell, messages are left out before names are. */
export function tellFailures(steps: readonly FailedStep[]): readonly string[] {
  if (steps.length === 0) return []
  const told = [LINES_OF_A_MESSAGE, 2, 0].map((lines) => ['', 'What failed:', ...steps.flatMap((step) => tellStep(step, lines))])
  const fitting = told.find((lines) => lines.length <= MOST_LINES) ?? told.at(-1) ?? []
  return fitting.length <= MOST_LINES
    ? fitting
    : [...fitting.slice(0, MOST_LINES - 1), `  … and ${fitting.length - MOST_LINES + 1} lines more`]
}

function tellStep({ step, tests, output }: FailedStep, linesOfAMessage: number): readonly string[] {
  if (tests.length === 0) return [`✘ ${step}`, ...linesOf(output).slice(-LINES_OF_OUTPUT).map(indented)]
  return [
    `✘ ${step}`,
    ...tests.flatMap(({ file, name, message }) => [
      `  ${file} > ${name}`,
      ...linesOf(message).filter(isOurs).slice(0, linesOfAMessage).map(indented),
    ]),
  ]
}

const MOST_CHARACTERS = 300
const indented = (line: string): string => `    ${line.slice(0, MOST_CHARACTERS)}`
const colours = new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, 'g')
const linesOf = (said: string): readonly string[] =>
  said
    .replaceAll(colours, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
/** Where it went through the parts that we did not write tells nobody anything. */
const isOurs = (line: string): boolean => !/^\s*at .*(node_modules|node:internal)/.test(line)
