/*
The desk for what could not be placed: an officer who plans missions sees all of it, a member of a team what the own body sent and what was imported without saying whose it is. They say to which
inspection it belongs, or open one; the answers are then recorded under the name of who filled them in, like any other.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asId, mustParse, parse } from '../../../kernel/schema.ts'
import type { PeopleDoor } from '../../../modules/people/contract.ts'
import type { SiteNamed } from '../../../modules/sites/contract-fieldwork.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import {
  PlaceSubmission,
  SetAside,
  SubmissionChoices,
  SubmissionList,
  SubmissionParams,
  SubmissionShown,
  SubmissionsQuery,
} from '../desk-words.ts'
import type { Placement } from '../domain/place-submission.ts'
import { inTurn } from './in-turn.ts'
import type { OdkParts } from './odk-parts.ts'
import { settleAt, workOf } from './settle-submission.ts'
import {
  type SubmissionRow,
  findSubmission,
  isWithoutAuthor,
  listAttachments,
  listSubmissions,
  nameAuthor,
  settleSubmission,
} from './store-submissions.ts'

export interface DeskParts extends OdkParts {
  readonly people: PeopleDoor<Tx>
}
const allow = can('sites.inspect')
const seesAll = ({ capabilities }: Who): boolean => capabilities.has('sites.plan-mission')

export const deskRoutes = (parts: DeskParts): readonly Route[] => [
  rawRoute({
    ...{ method: 'GET', path: '/api/submissions', allow },
    summary: 'What came from ODK Collect, its like and exports, oldest first: by default what waits for an inspection',
    schemas: { query: SubmissionsQuery, answer: SubmissionList },
    answer: async (incoming) => {
      const query = parse(SubmissionsQuery, incoming.query)
      return query.ok ? outcomeReply(accepted(await list(parts, incoming, query.value.state ?? 'to-place'))) : badInput(query.faults)
    },
  }),
  rawRoute({
    ...{ method: 'GET', path: '/api/submissions/:instance', allow },
    summary: 'One submission, and the inspections and missions of its author’s body where it could belong',
    schemas: { params: SubmissionParams, answer: SubmissionChoices },
    answer: (incoming) => withRow(parts, incoming, async (row) => accepted(await choices(parts, incoming, row))),
  }),
  rawRoute({
    ...{ method: 'POST', path: '/api/submissions/:instance/placement', allow },
    summary: 'Says to which inspection it belongs, or opens one in a mission: the answers are recorded under its author’s name',
    schemas: { params: SubmissionParams, body: PlaceSubmission, answer: SubmissionShown },
    answer: (incoming) => withRow(parts, incoming, (row) => place(parts, incoming, row)),
  }),
  rawRoute({
    ...{ method: 'POST', path: '/api/submissions/:instance/set-aside', allow: can('sites.plan-mission') },
    summary: 'Looked at and left out, with the reason: it stays readable, and is refused when it is sent again',
    schemas: { params: SubmissionParams, body: SetAside, answer: SubmissionShown },
    answer: (incoming) => withRow(parts, incoming, (row) => setAside(parts, incoming, row)),
  }),
]

async function withRow(parts: DeskParts, incoming: Incoming, work: (row: SubmissionRow) => Promise<Outcome<unknown>>): Promise<Reply> {
  const params = parse(SubmissionParams, incoming.params)
  if (!params.ok) return badInput(params.faults)
  const { instance } = params.value
  return inTurn(`${incoming.tenant} ${instance}`, async () => {
    const row = await parts.database.read((tx) => findSubmission(tx, incoming.tenant, instance))
    const { who } = incoming
    const isTheirs =
      row !== null &&
      (isWithoutAuthor(row) || row.account_id === who.account || (row.organisation_id !== null && row.organisation_id === who.organisation))
    if (row === null || (!seesAll(who) && !isTheirs)) return outcomeReply(refused('no-such-submission'))
    return outcomeReply(await work(row))
  })
}

async function list(parts: DeskParts, { who, tenant }: Incoming, state: SubmissionRow['state']): Promise<SubmissionList> {
  const whose = seesAll(who) ? { organisation: null, account: null } : { organisation: who.organisation, account: who.account }
  return parts.database.read(async (tx) => {
    const rows = await listSubmissions(tx, tenant, { state, ...whose })
    const shown: SubmissionShown[] = []
    for (const row of rows) shown.push(await shownOf(tx, { parts, tenant }, row))
    return { submissions: shown, seesAll: seesAll(who) }
  })
}

async function shownOf(
  tx: Tx,
  { parts, tenant }: { readonly parts: DeskParts; readonly tenant: string },
  row: SubmissionRow,
): Promise<SubmissionShown> {
  const [organisation] =
    row.organisation_id === null ? [] : await parts.people.organisations(tx, [asId('organisation', row.organisation_id)])
  const files = await listAttachments(tx, tenant, row.instance)
  const { instance, form, amends, said, state, facts } = row
  const isNobodys = isWithoutAuthor(row)
  return mustParse(SubmissionShown, {
    ...{
      instance,
      cameBy: row.came_by,
      form,
      version: row.form_version,
      amends,
      role: isNobodys ? '-' : row.role,
      organisation: organisation?.name ?? null,
      said,
      state,
      facts,
    },
    ...{ filledAt: row.filled_at, receivedAt: row.received_at, moreFollows: row.more_follows, inspection: row.inspection_id },
    reason: isNobodys && state === 'to-place' ? 'author-not-said' : row.reason === '' ? '-' : row.reason,
    filesKept: files.filter((one) => one.sha256 !== null).length,
    filesRefused: files.filter((one) => one.refusal !== null).length,
  })
}

const siteShown = ({ id, name, nationalId, territoire }: SiteNamed) => ({ id, name, nationalId, territoire })

/** Imported without an account: whoever places it answers for it, in the own body's name. */
const byAuthor = (row: SubmissionRow, { account, organisation, roles, territory }: Who): SubmissionRow =>
  isWithoutAuthor(row) ? { ...row, account_id: account, organisation_id: organisation, role: roles.join('+'), territory } : row

async function choices(parts: DeskParts, { tenant, who }: Incoming, row: SubmissionRow): Promise<SubmissionChoices> {
  const work = await workOf(parts, tenant, byAuthor(row, who))
  const submission = await parts.database.read((tx) => shownOf(tx, { parts, tenant }, row))
  return {
    submission,
    inspections: work.inspections.map(({ inspection, site, date, isOpen, by }) => ({
      inspection,
      site: siteShown(site),
      date,
      isOpen,
      by,
    })),
    missions: work.missions.map(({ mission, reference, from, to, by, sites }) => ({
      mission,
      reference,
      from,
      to,
      by,
      sites: sites.map(siteShown),
    })),
  }
}

async function place(parts: DeskParts, incoming: Incoming, waiting: SubmissionRow): Promise<Outcome<SubmissionShown>> {
  const asked = parse(PlaceSubmission, incoming.body)
  if (!asked.ok) return refused('not-understood', { faults: asked.faults.map(({ path, problem }) => ({ path, problem })) })
  if (waiting.state !== 'to-place') return refused('submission-settled')
  const { tenant, door, now, who } = incoming
  const row = byAuthor(waiting, who)
  const work = await workOf(parts, tenant, row)
  const placement = ((): Outcome<Placement> => {
    const { value } = asked
    if ('inspection' in value) {
      const found = work.inspections.find((one) => one.inspection === value.inspection)
      return found ? accepted({ to: 'inspection', inspection: found.inspection, by: found.by }) : refused('inspection-not-theirs')
    }
    const found = work.missions.find((one) => one.mission === value.mission)
    return found ? accepted({ to: 'opening', ...value, by: found.by }) : refused('mission-not-theirs')
  })()
  if (!placement.ok) return placement
  const done = await settleAt(parts, { tenant, door, now, officer: who.account }, { row, placement: placement.value })
  if (!done.ok) return done
  if (isWithoutAuthor(waiting)) await parts.database.transaction((tx) => nameAuthor(tx, tenant, row))
  return shownNow(parts, tenant, row.instance)
}

async function setAside(parts: DeskParts, incoming: Incoming, row: SubmissionRow): Promise<Outcome<SubmissionShown>> {
  const asked = parse(SetAside, incoming.body)
  if (!asked.ok) return refused('not-understood', { faults: asked.faults.map(({ path, problem }) => ({ path, problem })) })
  if (row.state !== 'to-place') return refused('submission-settled')
  await parts.database.transaction((tx) =>
    settleSubmission(tx, incoming.tenant, {
      ...{ instance: row.instance, state: 'set-aside', reason: asked.value.reason, facts: {}, inspection: null, by: null },
      ...{ filesRecorded: 0, settledBy: incoming.who.account, at: incoming.now },
    }),
  )
  return shownNow(parts, incoming.tenant, row.instance)
}

async function shownNow(parts: DeskParts, tenant: string, instance: string): Promise<Outcome<SubmissionShown>> {
  return parts.database.read(async (tx) => {
    const row = await findSubmission(tx, tenant, instance)
    return row === null ? refused('no-such-submission') : accepted(await shownOf(tx, { parts, tenant }, row))
  })
}
