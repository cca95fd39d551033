/*
The table of spellings on the wire: see it, correct a line. The import itself is a command of the operator, because the file lies
on the operator's machine.
*/
import { listOf, record, text } from '../../../kernel/schema.ts'
import { accepted } from '../../../kernel/outcome.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import { CorrectSpelling, SpellingRow } from '../spelling-correction.ts'
import { spellingAggregate } from './aggregate.ts'
import { listSpellings } from './spelling-table.ts'

const SpellingTable = record({ spellings: listOf(SpellingRow) })

export const ipisRoutes: readonly Route[] = [
  readRoute({
    path: '/api/imports/ipis/spellings',
    summary: 'how IPIS writes minerals, armed groups, services and more, and what each spelling is taken to mean',
    allow: can('imports.manage'),
    answer: SpellingTable,
    read: async ({ tx, tenant }) => accepted({ spellings: [...(await listSpellings(tx, tenant))] }),
  }),
  writeRoute({
    path: '/api/imports/ipis/spellings/:spelling/corrections',
    summary: 'say what a spelling means; counts for every import from now on',
    allow: can('imports.manage'),
    params: record({ spelling: text(36) }),
    body: CorrectSpelling,
    write: ({ door, who, tenant, params, data, envelope }) =>
      door.execute({
        aggregate: spellingAggregate,
        subject: params.spelling,
        command: data,
        context: async (tx) => ({ row: (await listSpellings(tx, tenant)).find((one) => one.id === params.spelling) ?? null }),
        envelope,
        who,
      }),
  }),
]
