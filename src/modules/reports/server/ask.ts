/*
Asks other modules' routes under the name of the author: a report holds nothing that its author may not see. What is refused or missing is
`null`, and becomes a gap.
*/
import { type Schema, mustParse } from '../../../kernel/schema.ts'
import type { Dispatch } from '../../../platform/http/dispatch.ts'
import type { Who } from '../../../platform/http/who.ts'

export type Ask = <Value>(schema: Schema<Value>, url: string) => Promise<Value | null>

export const askAs =
  (dispatch: Dispatch, who: Who): Ask =>
  async (schema, url) => {
    const reply = await dispatch({ who, method: 'GET', url })
    return reply.status === 200 ? mustParse(schema, reply.body) : null
  }
