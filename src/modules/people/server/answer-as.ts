import { type Outcome, accepted } from '../../../kernel/outcome.ts'
import { type Infer, type Schema, mustParse } from '../../../kernel/schema.ts'

/** Rows of our own tables as the answer that a route promised; a row that does not fit is a fault of the program. */
export const answerAs = <S extends Schema<unknown>>(schema: S, rows: unknown): Outcome<Infer<S>> => accepted(mustParse(schema, rows))
