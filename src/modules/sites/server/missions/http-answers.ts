/*
Answers of a form, the papers that came with them, and what is to be put right. Sending the same answers twice gives the receipt of
the first time, whatever the number of the command: a phone that lost its answer sends again and nothing is kept twice.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { calendarDate, exactly, flagInUrl, id, listOf, maybe, record, text } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { FormVersionRef } from '../../../forms/contract.ts'
import { InspectionId, SiteId } from '../../contract.ts'
import { ActionDone, ActionOwner } from '../../domain/missions/corrective-action.ts'
import { FileOfAnswers, saidByPhone } from '../../domain/missions/inspection-words.ts'
import { ActionList } from '../../domain/missions/mission-answers.ts'
import { MemberBody } from '../../domain/missions/mission.ts'
import { pageOf, paged } from '../questions.ts'
import type { Asked } from '../register/http-sites.ts'
import type { SitesDoors } from '../register/place-of-site.ts'
import { executeInspection } from './execute.ts'
import { readActionList } from './read-actions.ts'
import { listAnswerRows } from './store-answers.ts'

const params = record({ inspection: InspectionId })

export const answerRoutes = (doors: SitesDoors): readonly Route[] => [answers(doors), ...actions(doors)]

function answers(doors: SitesDoors): Route {
  return writeRoute({
    path: '/api/inspections/:inspection/answers',
    allow: can('sites.inspect'),
    summary: 'The answers of a form by a member body: always kept, marked when they come late, from elsewhere or again',
    params,
    body: record({
      ...{ by: MemberBody, form: FormVersionRef, instance: text(120), xml: text(500_000), files: listOf(FileOfAnswers, 200) },
      ...saidByPhone,
      /** The photographs come later. */
      filesFollow: maybe(exactly(true)),
      /** Written without network: kept even where the form is not published here. */
      carried: maybe(exactly(true)),
    }),
    write: async ({ data, params: { inspection }, ...asked }) => {
      const told = await executeInspection(doors, asked, { id: inspection, command: { say: 'record-answers', ...data } })
      return told.ok && told.value.events.length === 0 ? await firstReceipt(asked, inspection, data) : told
    },
  })
}

/** What was answered when these answers came first. */
async function firstReceipt(
  { door, tenant }: Asked,
  inspection: string,
  { instance, by, xml }: { readonly instance: string; readonly by: string; readonly xml: string },
): Promise<Outcome<Receipt>> {
  const rows = await door.read((tx) => listAnswerRows(tx, tenant, inspection))
  const first = rows.find((row) => row.instance === instance && row.by_body === by && row.content.xml === xml)
  if (!first) return refused('no-such-inspection')
  return accepted({
    subject: `inspection:${inspection}`,
    subjectVersion: first.event_version,
    learnedAt: first.recorded_at,
    events: [{ id: first.event_id, kind: first.event_kind, position: first.event_position }],
  })
}

function actions(doors: SitesDoors): readonly Route[] {
  const allow = can('sites.inspect')
  return [
    readRoute({
      path: '/api/corrective-actions',
      allow: can('sites.read'),
      summary: 'What is to be put right at sites, soonest due first; only open ones unless all are asked for',
      query: record({ all: maybe(flagInUrl()), site: maybe(SiteId), asOf: maybe(calendarDate()), ...paged }),
      answer: ActionList,
      read: async ({ tx, tenant, query, who, now }) => accepted(await readActionList(tx, tenant, { who, now, query, page: pageOf(query) })),
    }),
    writeRoute({
      path: '/api/inspections/:inspection/actions',
      allow,
      summary:
        'A corrective action on a criterion: by the team while the form is open, by the reviewer afterwards; told again, it is changed',
      params,
      body: record({
        action: maybe(id('action')),
        criterion: text(20),
        text: maybe(text(1000)),
        owner: ActionOwner,
        due: maybe(calendarDate()),
      }),
      write: ({ data, params: { inspection }, ...asked }) =>
        executeInspection(doors, asked, { id: inspection, command: { say: 'set-action', ...data } }),
    }),
    writeRoute({
      path: '/api/inspections/:inspection/action-completions',
      allow,
      summary: 'An action is done: the day, what was done, the papers that show it',
      params,
      body: ActionDone,
      write: ({ data, params: { inspection }, ...asked }) =>
        executeInspection(doors, asked, { id: inspection, command: { say: 'complete-action', done: data } }),
    }),
    writeRoute({
      path: '/api/inspections/:inspection/action-withdrawals',
      allow: can('sites.review'),
      summary: 'An action is no longer asked for, with the reason',
      params,
      body: record({ action: id('action'), reason: text(1000) }),
      write: ({ data, params: { inspection }, ...asked }) =>
        executeInspection(doors, asked, { id: inspection, command: { say: 'drop-action', ...data } }),
    }),
    writeRoute({
      path: '/api/inspections/:inspection/abandonment',
      allow,
      summary: 'The form will not be finished, with the reason; what was found stays readable and the mission can be closed',
      params,
      body: record({ reason: text(2000) }),
      write: ({ data, params: { inspection }, ...asked }) =>
        executeInspection(doors, asked, { id: inspection, command: { say: 'abandon', ...data } }),
    }),
  ]
}
