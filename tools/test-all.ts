/* `npm test`: every check, then the stories in a real browser. The last line says how many passed. */
import { runSteps, testSteps } from './steps.ts'

const { passed, failed } = await runSteps(testSteps)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
