import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { type Infer, listOf, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { runInBrokenHouse } from './broken-house.ts'

const CRUISE = ['dependency-cruiser/bin/dependency-cruiser.mjs', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']
const Config = looseRecord({ forbidden: listOf(looseRecord({ name: text() })) })
const config: Infer<typeof Config> = mustParse(Config, createRequire(import.meta.url)('../../.dependency-cruiser.cjs'))

// rule → the file that breaks it. Files beside them are what they import.
const BREAKS: { readonly [rule: string]: readonly [file: string, text: string] } = {
  'kernel-imports-itself-and-the-schema-library': ['src/kernel/a.ts', "import '../platform/http/x.ts'"],
  'schema-library-in-one-place': ['src/modules/alpha/domain/a.ts', "import { z } from 'zod'; export const a = z"],
  'contract-imports-kernel-and-contracts': ['src/modules/alpha/contract.ts', "import './domain/own.ts'"],
  'domain-imports-kernel-own-domain-and-contracts': ['src/modules/alpha/domain/b.ts', "import '../server/x.ts'"],
  'modules-meet-at-contracts': ['src/modules/alpha/server/c.ts', "import '../../beta/server/x.ts'"],
  'exchange-meets-modules-at-contracts': ['src/exchange/one/d.ts', "import '../../modules/beta/server/x.ts'"],
  'exchange-folders-do-not-meet': ['src/exchange/one/e.ts', "import '../two/x.ts'"],
  'server-never-imports-screens': ['src/modules/alpha/server/f.ts', "import '../ui/x.ts'"],
  'screens-never-import-the-server': ['src/modules/alpha/ui/g.ts', "import '../server/x.ts'"],
  'exchange-screens-never-import-the-server': ['src/exchange/one/ui/s.ts', "import '../server/x.ts'"],
  'screens-use-no-node-built-in': ['src/modules/alpha/ui/h.ts', "import { readFileSync } from 'node:fs'; export const h = readFileSync"],
  'pages-know-no-server': ['src/modules/alpha/page/i.ts', "import '../server/x.ts'"],
  'platform-knows-no-module': ['src/platform/http/j.ts', "import '../../modules/alpha/domain/own.ts'"],
  'only-bin-imports-bin': ['src/modules/alpha/server/k.ts', "import '../../../bin/x.ts'"],
  'stores-take-a-transaction-and-nothing-else': ['src/modules/alpha/server/store-l.ts', "import '../../../platform/http/x.ts'"],
  'sql-lives-in-stores': ['src/modules/alpha/server/m.ts', "import { sql } from 'kysely'; export const m = sql"],
  'no-cycles': ['src/kernel/o.ts', "import './p.ts'"],
  'no-orphans': ['src/kernel/alone.ts', 'export const alone = 1'],
  'no-barrels': ['src/modules/alpha/server/q.ts', "import './index.ts'"],
  'nothing-unresolved': ['src/modules/alpha/server/r.ts', "import './not-there.ts'"],
}
const BESIDE = {
  'src/kernel/p.ts': "import './o.ts'",
  'src/platform/http/x.ts': 'export const x = 1',
  'src/bin/x.ts': 'export const x = 1',
  'src/exchange/one/server/x.ts': 'export const x = 1',
  'src/exchange/two/x.ts': 'export const x = 1',
  'src/modules/alpha/domain/own.ts': 'export const own = 1',
  'src/modules/alpha/server/x.ts': 'export const x = 1',
  'src/modules/alpha/server/index.ts': 'export const x = 1',
  'src/modules/alpha/ui/x.ts': 'export const x = 1',
  'src/modules/beta/server/x.ts': 'export const x = 1',
  'src/modules/cases/contract.ts': 'export const x = 1',
}

const { output } = runInBrokenHouse({ ...BESIDE, ...Object.fromEntries(Object.values(BREAKS)) }, CRUISE)
const errors = output.split('\n').filter((line) => line.includes('error '))

test('every rule of the boundaries has a way in which it is broken here', () => {
  expect(Object.keys(BREAKS).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort())
})

test.each(Object.entries(BREAKS))('%s is noticed', (rule, [file]) => {
  expect(
    errors.filter((line) => line.includes(`error ${rule}:`) && line.includes(file)),
    output,
  ).not.toEqual([])
})

test('a house that keeps the rules is not complained about', () => {
  const sound = runInBrokenHouse(
    {
      'src/kernel/a.ts': 'export const a = 1',
      'src/modules/alpha/contract.ts': "export { a } from '../../kernel/a.ts'",
      'src/modules/alpha/domain/b.ts': "export { a } from '../contract.ts'",
      'src/modules/alpha/server/c.ts': "export { a } from '../domain/b.ts'",
    },
    CRUISE,
  )
  expect(sound.output).toContain('no dependency violations')
})
