/* `npm run check`: everything that can be checked without a browser. The last line says how many passed. */
import { checkSteps, runSteps } from './steps.ts'

const { passed, failed } = await runSteps(checkSteps)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
