/* What shows the value of a reading, as it was sent. Whoever reads the risk reads it; a file that no reading of this risk names does not exist here. */
import { todayAt } from '../../../kernel/calendar.ts'
import { refused } from '../../../kernel/outcome.ts'
import { parse, record, text } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { fileReply } from '../../../platform/http/file-reply.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import { RiskId } from '../contract.ts'
import { type RiskDoors, readRisk } from './doors.ts'
import { risksSeen } from './http-risks.ts'

const asked = record({ risk: RiskId, sha256: text(64) })
export const planFileRoute = (doors: RiskDoors): Route =>
  rawRoute({
    method: 'GET',
    path: '/api/risks/:risk/files/:sha256',
    allow: can('risks.read'),
    summary: 'The paper or photograph that shows the value of a reading',
    schemas: { params: asked },
    answer: async ({ params: given, tenant, door, who, now }) => {
      const read = parse(asked, given)
      if (!read.ok) return badInput(read.faults)
      const { risk: id, sha256 } = read.value
      const on = todayAt(now)
      const file = await door.read(async (tx) => {
        const [row] = await risksSeen(tx, doors, { tenant, who, on, id })
        const readings = (row ? readRisk(row, on) : null)?.plans.flatMap((plan) => plan.readings) ?? []
        return readings.some((one) => one.file?.sha256 === sha256) ? doors.documents.content(tx, tenant, sha256) : null
      })
      return file === null ? outcomeReply(refused('unknown-risk')) : fileReply(file, 'reading')
    },
  })
