/* The version of this program, from the one place that states it. */
import { readFileSync } from 'node:fs'
import { looseRecord, mustParse, text } from '../kernel/schema.ts'

const Package = looseRecord({ version: text() })
export const version: string = mustParse(Package, JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version
