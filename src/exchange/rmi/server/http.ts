/*
The route that fills a workbook of RMI: one line of JSON with what the company says, then the file. Neither is kept, and no name in them reaches the log,
an address or a list.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { mustParse, parse } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import type { Dispatch } from '../../../platform/http/dispatch.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { SourceList } from '../../../modules/reports/contract.ts'
import { fillWorkbook } from '../fill.ts'
import { FillingAnswer, FillingDetails } from '../filling-words.ts'

/** RMI's own files have some two megabytes. */
const MOST_BYTES = 15_000_000
const NEWLINE = 10

export const fillingRoutes = (dispatch: Dispatch): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/api/rmi/fillings',
    allow: can('reports.write'),
    takesBytes: MOST_BYTES,
    summary:
      'Fills RMI’s own CMRT, EMRT or AMRT, which the user sends behind one line of JSON, from the record; says what was filled, kept and what is missing; keeps nothing',
    schemas: { answer: FillingAnswer },
    answer: async ({ body, who }) => {
      const bytes = body instanceof Uint8Array ? body : new Uint8Array()
      const line = bytes.indexOf(NEWLINE)
      const given = parse(FillingDetails, line < 0 || line > 200_000 ? null : jsonOf(bytes.subarray(0, line)))
      if (!given.ok) return badInput(given.faults)
      return outcomeReply(await filled(dispatch, who, { details: given.value, bytes: bytes.subarray(line + 1) }))
    },
  }),
]

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

async function filled(
  dispatch: Dispatch,
  who: Who,
  { details, bytes }: { readonly details: FillingDetails; readonly bytes: Uint8Array },
): Promise<Outcome<FillingAnswer>> {
  const { from, until } = details.period
  if (until < from) return refused('report-period-not-valid')
  const buyer = details.buyer === undefined ? '' : `&buyer=${encodeURIComponent(details.buyer)}`
  const reply = await dispatch({ who, method: 'GET', url: `/api/report-sources?from=${from}&until=${until}${buyer}` })
  if (reply.status !== 200) return refused('rmi-no-sources')
  const sources = mustParse(SourceList, reply.body)
  const made = fillWorkbook(bytes, { details, sources })
  if (!made.ok) return made
  const { template, filled: cells, kept, gaps, mines, file } = made.value
  return accepted({
    ...{ kind: template.kind, version: template.version, filled: cells, kept, gaps, mines, certificates: sources.certificates },
    ...{ fileName: `${template.kind}-${template.version}-${details.date}.xlsx`, file: file.toString('base64') },
  })
}
