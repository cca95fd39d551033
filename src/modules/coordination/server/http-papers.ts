/* Papers of committees to print, for who reads them, and the pages for everybody. */
import { todayAt } from '../../../kernel/calendar.ts'
import { refused } from '../../../kernel/outcome.ts'
import { parse, record, text } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, pageRoute, rawRoute } from '../../../platform/http/build-route.ts'
import type { Html } from '../../../platform/http/html.ts'
import type { Incoming, Reply, Route } from '../../../platform/http/route.ts'
import { CommitteeId } from '../contract.ts'
import { type MeetingPaper, meetingPaper } from '../page/meeting-papers.ts'
import { committeePage, committeesPage } from '../page/public-pages.ts'
import { receiptPaper } from '../page/receipt-paper.ts'
import type { CoordinationDoors } from './doors.ts'
import { committeeParams, read, readerOf } from './http-committees.ts'
import { meetingParams } from './http-meetings.ts'
import { readFund } from './read-fund.ts'
import { readMeeting } from './read-meeting.ts'
import { readPublic } from './read-public.ts'

const receiptParams = record({ committee: CommitteeId, receipt: text(40) })
const PAPERS: { readonly [Paper in MeetingPaper]: string } = {
  invitation: 'The invitation to a meeting with its agenda, on A4',
  attendance: 'The attendance sheet of a meeting with empty lines for signatures',
  minutes: 'The minutes of a meeting: a draft says so, locked ones carry their hash',
  actions: 'The actions that a meeting gave',
}
const papers: readonly MeetingPaper[] = ['invitation', 'attendance', 'minutes', 'actions']

export const paperRoutes = (doors: CoordinationDoors): readonly Route[] => [
  ...papers.map((paper) =>
    rawRoute({
      ...{
        method: 'GET',
        path: `/coordination/meetings/:meeting/${paper}/print`,
        summary: PAPERS[paper],
        allow: read,
        schemas: { params: meetingParams },
      },
      answer: (incoming) => printMeeting(doors, incoming, paper),
    }),
  ),
  rawRoute({
    ...{
      method: 'GET',
      path: '/coordination/committees/:committee/receipts/:receipt/print',
      allow: read,
      schemas: { params: receiptParams },
    },
    summary: 'The receipt of what a body paid into the fund',
    answer: (incoming) => printReceipt(doors, incoming),
  }),
  pageRoute({
    path: '/committees',
    summary: 'Committees for everybody: how they work, in French and English',
    page: async ({ tx, tenant, language, now }) => {
      const today = todayAt(now)
      return committeesPage(await readPublic(tx, doors, { tenant, today }), { language, today })
    },
  }),
  pageRoute({
    ...{ path: '/committees/:committee', params: committeeParams },
    summary: 'The public extract of a committee: decisions marked public from locked minutes, state of actions, purses of the fund, scores',
    page: async ({ tx, tenant, language, now, params: { committee: id } }) => {
      const today = todayAt(now)
      const [found] = await readPublic(tx, doors, { tenant, today, id })
      return found === undefined ? null : committeePage(found, { language, today })
    },
  }),
]
const page = (body: Html): Reply => ({ status: 200, body: body.html, contentType: 'text/html; charset=utf-8' })

async function printMeeting(
  doors: CoordinationDoors,
  { params, door, tenant, language, who, now }: Incoming,
  paper: MeetingPaper,
): Promise<Reply> {
  const asked = parse(meetingParams, params)
  if (!asked.ok) return badInput(asked.faults)
  const reader = readerOf(who, tenant, now)
  const found = await door.read((tx) => readMeeting(tx, doors, { ...reader, account: who.account, now, id: asked.value.meeting }))
  if (found === null) return outcomeReply(refused('unknown-meeting'))
  return page(meetingPaper(found, { paper, language, today: reader.today }))
}
async function printReceipt(doors: CoordinationDoors, { params, door, tenant, language, who, now }: Incoming): Promise<Reply> {
  const asked = parse(receiptParams, params)
  if (!asked.ok) return badInput(asked.faults)
  const fund = await door.read((tx) => readFund(tx, doors, { ...readerOf(who, tenant, now), id: asked.value.committee }))
  const contribution = fund?.contributions.find((one) => one.receipt === asked.value.receipt)
  if (fund === null || contribution === undefined) return outcomeReply(refused('unknown-receipt'))
  return page(receiptPaper(fund, { contribution, language }))
}
