/*
`npm run gate:sealed`: plays a case with words that exist nowhere else and searches everything that a server keeps, says, sends and holds in memory for
them. Part of `npm test` too. `CHANZO_PLANT_LEAK=1 npm run gate:sealed` plants one and must end with 1.
*/
import { spawnSync } from 'node:child_process'
import { ROOT } from './steps.ts'

const words = [`${ROOT}node_modules/vitest/vitest.mjs`, 'run', '--project', 'database', 'test/gates/sealed.test.ts']
const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' })
process.exitCode = status ?? 1
