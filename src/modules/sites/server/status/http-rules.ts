/* The rules over HTTP: which rulebook speaks for each country today, where the sources disagree, and the choice of another. */
import { dayOf } from '../../../../kernel/calendar.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { asId, record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { subjectId } from '../../../../platform/log/event.ts'
import {
  RulebookAdopted,
  type RulebookCommand,
  type RulebookEvent,
  type RulebookState,
  adoptionOn,
  rulebookDecider,
  rulebookKinds,
} from '../../domain/status/adopted-rulebooks.ts'
import { Rules } from '../../domain/status/rules-answer.ts'
import { ruleConflicts } from '../../domain/status/conflicts.ts'
import type { Question } from '../../domain/status/status-fact.ts'
import { dated, questionOf } from '../questions.ts'
import { readLaw } from './law.ts'
import { listPublishedRulebooks } from './published-rulebooks.ts'
import { insertAdoption } from './store-rulebooks.ts'

export const rulebookAggregate: Aggregate<RulebookState, RulebookCommand, RulebookEvent, Record<string, never>> = {
  name: 'rulebook-choice',
  decider: rulebookDecider,
  kinds: rulebookKinds,
}
export const rulebookProjection: Projection = {
  name: 'rulebooks',
  tables: ['adopted_rulebook'],
  apply: {
    'rulebook.adopted.v1': on(rulebookKinds['rulebook.adopted.v1'], (tx, event) =>
      insertAdoption(tx, event.tenant, { id: subjectId(event.subject), content: event.payload, at: event.learnedAt }),
    ),
  },
}

/** Countries whose rules are kept as data. */
const COUNTRIES = ['CD', 'RW'] as const

export const ruleRoutes: readonly Route[] = [
  readRoute({
    path: '/api/status/rules',
    allow: can('sites.read'),
    summary: 'Which rulebook speaks for each country, each value with its source and evidence mark, and where the sources disagree',
    query: record({ asOf: dated.asOf, knownAt: dated.knownAt }),
    answer: Rules,
    read: async ({ tx, tenant, query, now }) => accepted(await readRules(tx, tenant, questionOf(query, now))),
  }),
  writeRoute({
    path: '/api/status/rulebook-choices',
    allow: can('sites.choose-rules'),
    summary: 'A rulebook is chosen for a country from a day on, with the uncertain values that are set otherwise',
    body: RulebookAdopted,
    write: ({ data, door, envelope, who }) =>
      door.execute({
        ...{ aggregate: rulebookAggregate, subject: envelope.id, envelope, who },
        command: { say: 'adopt', ...data },
        context: () => Promise.resolve({}),
      }),
  }),
]

async function readRules(tx: Tx, tenant: string, { asOf, knownAt }: Question): Promise<Rules> {
  const law = await readLaw(tx, tenant)
  const shown = ({ book, hash }: ReturnType<typeof law.rulebookOn>) => ({
    id: book.id,
    title: book.title,
    from: book.from,
    hash,
    values: book.values,
  })
  return {
    asOf,
    countries: COUNTRIES.map((country) => {
      const chosen = adoptionOn(law.adoptions, { country, day: asOf, knownAt })
      return {
        country,
        inForce: shown(law.rulebookOn(country, asOf, knownAt)),
        chosen: chosen && { from: chosen.from, reason: chosen.reason, recordedAt: chosen.recordedAt },
      }
    }),
    books: listPublishedRulebooks().map(shown),
    choices: law.adoptions
      .filter((one) => dayOf(one.recordedAt) <= dayOf(knownAt))
      .map((one) => ({ ...one, id: asId('rulebook-choice', one.id), periods: [...one.periods] })),
    conflicts: ruleConflicts.map((one) => ({ ...one })),
  }
}
