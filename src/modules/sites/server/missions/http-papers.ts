/*
Papers and photographs that missions and inspections point to. Only what is attached there, and only for whom the answers or the security
note are: whoever may not know that a file exists is told the same as for one that does not.
*/
import { refused } from '../../../../kernel/outcome.ts'
import { parse, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { fileReply } from '../../../../platform/http/file-reply.ts'
import { type Incoming, type Reply, type Route, can } from '../../../../platform/http/route.ts'
import { InspectionId, MissionId } from '../../contract.ts'
import type { SitesDoors } from '../register/place-of-site.ts'
import { type Reader, maySeeAnswers, maySeeSecurity } from './reader.ts'
import { listActionRows } from './store-actions.ts'
import { listAnswerRows } from './store-answers.ts'
import { findInspectionRow } from './store-inspections.ts'
import { findMissionRow } from './store-missions.ts'

const ofInspection = record({ inspection: InspectionId, sha256: text(64) })
const ofMission = record({ mission: MissionId, sha256: text(64) })

export const paperRoutes = (doors: SitesDoors): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/api/inspections/:inspection/documents/:sha256',
    allow: can('sites.read'),
    summary: 'A photograph or paper that came with the answers or with an action, for who may see the answers',
    schemas: { params: ofInspection },
    answer: (incoming) => {
      const given = parse(ofInspection, incoming.params)
      if (!given.ok) return Promise.resolve(badInput(given.faults))
      const { inspection, sha256 } = given.value
      return reply(doors, incoming, { sha256, isHere: (tx) => isOfInspection(tx, { doors, ...incoming }, inspection, sha256) })
    },
  }),
  rawRoute({
    method: 'GET',
    path: '/api/missions/:mission/documents/:sha256',
    allow: can('sites.read'),
    summary: 'A paper of the plan, such as the consent of a title holder, for the team and those who plan',
    schemas: { params: ofMission },
    answer: (incoming) => {
      const given = parse(ofMission, incoming.params)
      if (!given.ok) return Promise.resolve(badInput(given.faults))
      const { mission, sha256 } = given.value
      return reply(doors, incoming, { sha256, isHere: (tx) => isOfMission(tx, { doors, ...incoming }, mission, sha256) })
    },
  }),
]

async function reply(
  doors: SitesDoors,
  { door, tenant }: Incoming,
  wish: { readonly sha256: string; readonly isHere: (tx: Tx) => Promise<boolean> },
): Promise<Reply> {
  const kept = await door.read(async (tx) => ((await wish.isHere(tx)) ? doors.documents.content(tx, tenant, wish.sha256) : null))
  return kept === null ? outcomeReply(refused('no-such-paper')) : fileReply(kept, 'document')
}

type Asked = Reader & { readonly tenant: string }
async function isOfInspection(tx: Tx, asked: Asked, ...[inspection, sha256]: readonly [string, string]): Promise<boolean> {
  const row = await findInspectionRow(tx, asked.tenant, inspection)
  if (row === null || !(await maySeeAnswers(tx, asked, row.members))) return false
  const sent = (await listAnswerRows(tx, asked.tenant, inspection)).flatMap((one) => one.content.files.map((file) => file.file.sha256))
  const shown = (await listActionRows(tx, asked.tenant, { inspection })).flatMap((one) => one.evidence.map((paper) => paper.file.sha256))
  return [...sent, ...shown].includes(sha256)
}
async function isOfMission(tx: Tx, asked: Asked, ...[mission, sha256]: readonly [string, string]): Promise<boolean> {
  const row = await findMissionRow(tx, asked.tenant, mission)
  if (row === null || !(await maySeeSecurity(tx, asked, row.content.members))) return false
  return (row.content.titleHolderConsents ?? []).some((one) => one.paper?.file.sha256 === sha256)
}
