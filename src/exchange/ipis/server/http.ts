/*
The table of spellings on the wire: see it, correct a line. The import itself is a command of the operator, because the file lies
on the operator's machine.
*/
import { record, text } from '../../../kernel/schema.ts'
import { accepted } from '../../../kernel/outcome.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import { CorrectSpelling, SpellingAnswer } from '../spelling-correction.ts'
import { spellingAggregate } from './aggregate.ts'
import { listSpellings, readSpellingTable } from './spelling-table.ts'

export const ipisRoutes: readonly Route[] = [
  readRoute({
    path: '/api/imports/ipis/spellings',
    summary: 'how IPIS writes minerals, armed groups, services and more, and what each spelling is taken to mean',
    allow: can('imports.manage'),
    answer: SpellingAnswer,
    read: async ({ tx, tenant }) => accepted(await readSpellingTable(tx, tenant)),
  }),
  writeRoute({
    path: '/api/imports/ipis/spellings/:spelling/corrections',
    summary: 'say what a spelling means; the next import of the file amends the visits that use it',
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
