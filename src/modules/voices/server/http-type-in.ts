/*
What came on paper or as a voice note, typed in by somebody of an office: kept like any other report, with its source and the day on which it was
received. The code goes to the person on a slip; who types it in sees it once and cannot open the report by it more than anybody.
*/
import { addDays } from '../../../kernel/calendar.ts'
import { refused } from '../../../kernel/outcome.ts'
import { mustParse, parse, record } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import { CommandEnvelope } from '../../../platform/log/receipt.ts'
import { TypeIn, TypedIn } from '../contract.ts'
import { spaced } from '../domain/receipt-code.ts'
import type { VoiceDoors } from './doors.ts'
import { keepReport, saidNothing } from './take-in.ts'

const Body = record({ ...CommandEnvelope.shape, data: TypeIn })

export const typeInRoutes = (doors: VoiceDoors): readonly Route[] => [
  rawRoute({
    ...{ method: 'POST', path: '/api/voices', allow: can('voices.type-in'), schemas: { body: Body, answer: TypedIn } },
    summary: 'Types in a report from paper or a voice note; the answer is the code for the person, shown once',
    answer: async ({ body, who, now }) => {
      const asked = parse(Body, body)
      if (!asked.ok) return badInput(asked.faults)
      const { id, data } = asked.value
      if (data.receivedOn > addDays(now.slice(0, 10), 1)) return outcomeReply(refused('voice-day-in-the-future'))
      const kept = await keepReport(
        doors,
        {
          ...{ ...saidNothing, channel: data.source, language: data.language, receivedOn: data.receivedOn, text: data.text },
          ...{ where: data.where ?? '', occurredOn: data.occurredOn ?? null, categories: data.categories, kinds: data.kinds },
          ...{ site: data.site ?? null, typedBy: who.organisation },
        },
        { lasting: [`typed ${who.account} ${id}`], sender: [] },
      )
      if (kept.code === null) return outcomeReply(refused('voice-code-shown'))
      return { status: 200, body: mustParse(TypedIn, { voice: kept.report, code: spaced(kept.code), receivedOn: data.receivedOn }) }
    },
  }),
]
