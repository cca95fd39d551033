/*
Screening of a chain, and what companies and authorities declare about places. A screening that is recorded opens a case for each flag that has none:
the case says what has to be asked, who answers and until when.
*/
import { randomBytes } from 'node:crypto'
import { addMonths, todayAt } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asId, listOf, maybe, mustParse, record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import { OrganisationId } from '../../people/contract.ts'
import {
  DeclarationId,
  DeclarationLine,
  DeclarePlace,
  type FoundFlag,
  type RiskSubject,
  ScreenChain,
  ScreeningAnswer,
  type ScreeningAnswer as Answer,
  WithdrawDeclaration,
} from '../contract.ts'
import {
  type DeclarationCommand,
  type DeclarationContext,
  type DeclarationEvent,
  PlaceDeclared,
  declarationDecider,
  declarationKinds,
} from '../domain/declaration.ts'
import { annexRules } from '../domain/risk-rules.ts'
import { type RiskDoors, namesOf, readRisk, subjectKey, subjectOf } from './doors.ts'
import { riskAggregate, riskFacts } from './http-risks.ts'
import { type Screened, screen } from './screen.ts'
import { listDeclarations, listRisks } from './store-risks.ts'

export const declarationAggregate: Aggregate<
  Parameters<typeof declarationDecider.evolve>[0],
  DeclarationCommand,
  DeclarationEvent,
  DeclarationContext
> = { name: 'risk-declaration', decider: declarationDecider, kinds: declarationKinds }

/** The own chain, or any for who oversees. */
const mayAsk = (who: Who, exporter: string): boolean => who.organisation === exporter || who.capabilities.has('risks.oversee')

export const screeningRoutes = (doors: RiskDoors): readonly Route[] => [
  readRoute({
    path: '/api/risk-screening',
    allow: can('risks.read'),
    summary: 'Red flags of the chain of an exporter as the record gives them today, each with why, source, mark and grade',
    query: record({ exporter: maybe(OrganisationId) }),
    answer: ScreeningAnswer,
    read: async ({ tx, tenant, who, query, now }) => {
      const exporter = query.exporter ?? (who.organisation === null ? undefined : mustParse(OrganisationId, who.organisation))
      const on = todayAt(now)
      if (exporter === undefined || !mayAsk(who, exporter)) return refused('unknown-risk-subject')
      const [body] = await doors.people.organisations(tx, [exporter], tenant)
      if (!body) return refused('unknown-risk-subject')
      const { chain, flags } = await screen(tx, doors, { tenant, exporter, on })
      return accepted({
        ...{ exporter, name: body.name, on, flags: [...flags] },
        counts: { suppliers: chain.organisations.length, sites: chain.sites.length, routes: chain.routes.length },
        incidents: [...(await incidentHints(tx, doors, { tenant, exporter, on, chain, who }))],
        mayScreen: who.capabilities.has('risks.assess'),
      })
    },
  }),
  writeRoute({
    path: '/api/risk-screenings',
    allow: can('risks.assess'),
    summary: 'Records a screening: opens a case for each red flag that has none',
    body: ScreenChain,
    write: async ({ door, who, tenant, data: { exporter }, envelope, now }) => {
      if (!mayAsk(who, exporter)) return refused('unknown-risk-subject')
      const { flags } = await door.read((tx) => screen(tx, doors, { tenant, exporter, on: todayAt(now) }))
      const fresh = flags.filter((one) => one.risk === null).slice(0, 50)
      if (fresh.length === 0) return refused(flags.length === 0 ? 'screening-finds-nothing' : 'screening-has-cases')
      const commands = fresh.map((_one, index) => (index === 0 ? envelope.id : asId('command', uuidV7(Date.parse(now), randomBytes(10)))))
      return door.together({ who, commands }, async (inside) => {
        let last: Outcome<Receipt> = refused('screening-finds-nothing')
        for (const [index, one] of fresh.entries()) {
          const id = commands[index] ?? envelope.id
          last = await inside.execute({
            ...{ aggregate: riskAggregate, subject: id, envelope: { id }, who },
            command: {
              type: 'record',
              subject: one.subject,
              code: one.flag,
              grade: one.grade,
              why: whyOf(one),
              source: { kind: 'screening' },
            },
            context: (tx, _state, { today }) => riskFacts(tx, doors, { tenant, who, on: today, risk: id, subject: one.subject }),
          })
          if (!last.ok) return last
        }
        return last
      })
    },
  }),
  ...declarationRoutes(doors),
]
/** What was known when the case was opened, in plain figures; the sentence in the reader's language is made from the flag itself. */
const whyOf = ({ flag, subjectName, facts }: FoundFlag): string =>
  [flag, subjectName, facts.place, facts.other, facts.declaredBy, facts.declaredOn, facts.source].filter(Boolean).join(' · ')

interface Hinted {
  readonly tenant: string
  readonly exporter: OrganisationId
  readonly on: string
  readonly chain: Screened['chain']
  readonly who: Pick<Who, 'organisation' | 'capabilities' | 'territory'>
}
/** Incidents of the chain that name a risk of Annex II and have no record here. Who does not see an incident, or whose body it names, is told nothing of it. */
async function incidentHints(tx: Tx, doors: RiskDoors, asked: Hinted): Promise<Answer['incidents']> {
  const incidents = doors.incidents()
  if (incidents === null) return []
  const { tenant, exporter, on, chain, who } = asked
  const organisations = [exporter, ...chain.organisations]
  const found = await incidents.touching(tx, tenant, {
    ...{ lots: [], sites: chain.sites, organisations, places: chain.routes, from: addMonths(on, -12), until: on },
  })
  const subjects: RiskSubject[] = [
    ...organisations.map((organisation): RiskSubject => ({ kind: 'organisation', organisation })),
    ...chain.sites.map((site): RiskSubject => ({ kind: 'site', site })),
    ...chain.routes.map((route): RiskSubject => ({ kind: 'route', route })),
  ]
  const nameOf = await namesOf(tx, doors, { tenant, subjects })
  const ids = subjects.flatMap((one) => (one.kind === 'route' ? [] : [subjectKey(one)]))
  const kept = new Set(
    (await listRisks(tx, tenant, { subjects: { ids, routes: chain.routes } })).flatMap((row) => {
      const source = readRisk(row, on)?.recorded.source
      return source?.kind === 'incident' ? [`${source.incident}/${row.code}/${subjectKey(subjectOf(row))}`] : []
    }),
  )
  const visible = await incidents.visibleTo(tx, tenant, { incidents: found.map((one) => one.id), who })
  return found
    .filter((one) => visible.has(one.id))
    .flatMap((one) => {
      const touched = subjects.filter((subject) =>
        subject.kind === 'organisation'
          ? one.touches.organisations.includes(subject.organisation)
          : subject.kind === 'site'
            ? one.touches.sites.includes(subject.site)
            : one.touches.places.includes(subject.route),
      )
      return one.risks
        .filter((code) => Object.hasOwn(annexRules, code))
        .flatMap((code) => touched.map((subject) => ({ code, subject, key: `${one.id}/${code}/${subjectKey(subject)}` })))
        .filter(({ key }) => !kept.has(key))
        .map(({ code, subject }) => ({
          ...{ incident: one.id, number: one.number, code, subject, subjectName: nameOf(subjectKey(subject)) },
          grade: one.confirmed ? ('reasonable' as const) : ('alleged' as const),
        }))
    })
    .slice(0, 500)
}

const declarationRoutes = (doors: RiskDoors): readonly Route[] => [
  readRoute({
    path: '/api/risk-declarations',
    allow: can('risks.read'),
    summary: 'Areas, sites, countries and roads that a company or an authority holds to be of conflict or high risk, with day and author',
    answer: record({ declarations: listOf(DeclarationLine, 2_000) }),
    read: async ({ tx, tenant, who, now }) => {
      const rows = await listDeclarations(tx, tenant, todayAt(now))
      const read = rows.map((row) => ({ row, declared: mustParse(PlaceDeclared, row.declared) }))
      const subjects = read.flatMap(({ declared: { place } }): RiskSubject[] => (place.kind === 'site' ? [place] : []))
      const nameOf = await namesOf(tx, doors, { tenant, subjects, bodies: read.map(({ row }) => row.by) })
      return accepted({
        declarations: read.map(({ row, declared: { place, source, why } }) => ({
          ...{ id: mustParse(DeclarationId, row.id), place, source, why, on: row.on, mine: row.by === who.organisation },
          by: row.by === null ? null : nameOf(row.by),
          placeName:
            place.kind === 'area'
              ? place.name
              : place.kind === 'site'
                ? nameOf(place.site)
                : place.kind === 'country'
                  ? place.country
                  : place.route,
        })),
      })
    },
  }),
  writeRoute({
    path: '/api/risk-declarations',
    allow: can('risks.assess'),
    summary:
      'Declares that one holds an area, a site, a country or a road to be of conflict or high risk, with the source; no such list is official',
    body: DeclarePlace,
    write: ({ door, who, tenant, data, envelope }) =>
      door.execute({
        aggregate: declarationAggregate,
        subject: envelope.id,
        command: { type: 'declare', ...data },
        envelope,
        who,
        context: async (tx, _state, { today }) => ({
          ...{ today, account: who.account, organisation: who.organisation },
          known: data.place.kind !== 'site' || (await doors.sites.briefs(tx, [data.place.site], tenant)).length > 0,
        }),
      }),
  }),
  writeRoute({
    path: '/api/risk-declarations/:declaration/withdrawals',
    allow: can('risks.assess'),
    summary: 'Withdraws a declaration of the own body; what was screened with it stays',
    params: record({ declaration: DeclarationId }),
    body: WithdrawDeclaration,
    write: ({ door, who, params: { declaration }, data, envelope }) =>
      door.execute({
        aggregate: declarationAggregate,
        subject: declaration,
        command: { type: 'withdraw', ...data },
        envelope,
        who,
        context: async (_tx, _state, { today }) => ({ today, account: who.account, organisation: who.organisation, known: true }),
      }),
  }),
]
